package keys

import "relance/domain/wording"

// planKeys are the keys of the plan editor, by where the cursor stands in it.
func planKeys() []Binding {
	return []Binding{
		{Plan, []string{"left", "-"}, Less, wording.KeyLess, wording.Text{}, false},
		{Plan, []string{"right", "+"}, More, wording.KeyMore, wording.Text{}, false},
		{Plan, []string{"enter"}, SaveProposed, wording.KeyPropose, wording.KeyShortPropose, true},
		{Plan, []string{"s"}, SaveSigned, wording.KeySign, wording.KeyShortSign, true},
		{Plan, []string{"d"}, SaveDraft, wording.KeyDraft, wording.KeyShortDraft, true},
		{Plan, []string{"tab"}, NextPart, wording.KeyNextPart, wording.KeyShortPart, false},
		{Plan, []string{"shift+tab"}, PrevPart, wording.KeyPrevPart, wording.Text{}, false},
		{Plan, []string{"m"}, MoreFields, wording.KeyMoreFields, wording.KeyShortMore, true},
		{Plan, []string{"u"}, UndoEdit, wording.KeyUndoEdit, wording.KeyShortUndoEdit, true},
		{Plan, []string{"U"}, RedoEdit, wording.KeyRedoEdit, wording.Text{}, true},
		{Plan, []string{"="}, KeepDraft, wording.KeyKeepDraft, wording.KeyShortCompare, true},
		{Plan, []string{"w"}, SwapDrafts, wording.KeySwapDrafts, wording.Text{}, true},
		{Plan, []string{"o"}, DropDraft, wording.KeyDropDraft, wording.Text{}, true},
		{Plan, []string{"t"}, EnterRate, wording.KeyEnterRate, wording.Text{}, true},
		{Plan, []string{"y"}, AcceptProvisional, wording.KeyProvisional, wording.Text{}, true},

		{PlanLine, []string{"left"}, Less, wording.KeyColumn, wording.Text{}, false},
		{PlanLine, []string{"right"}, More, wording.KeyColumn, wording.Text{}, false},
		{PlanLine, []string{"enter"}, SaveProposed, wording.KeyPropose, wording.KeyShortPropose, false},
		{PlanLine, []string{"space"}, PinLine, wording.KeyPinLine, wording.KeyShortPin, false},
		{PlanLine, []string{"+"}, AddLine, wording.KeyAddLine, wording.KeyShortAdd, false},
		{PlanLine, []string{"x", "delete"}, RemoveLine, wording.KeyRemoveLine, wording.KeyShortRemove, false},
		{PlanLine, []string{"tab"}, NextPart, wording.KeyNextPart, wording.KeyShortInvoices, false},
		{PlanLine, []string{"shift+tab"}, PrevPart, wording.KeyPrevPart, wording.Text{}, false},
		{PlanLine, []string{"u"}, UndoEdit, wording.KeyUndoEdit, wording.KeyShortUndoEdit, false},
		{PlanLine, []string{"U"}, RedoEdit, wording.KeyRedoEdit, wording.Text{}, false},
		{PlanLine, []string{"="}, KeepDraft, wording.KeyKeepDraft, wording.Text{}, false},
		{PlanLine, []string{"w"}, SwapDrafts, wording.KeySwapDrafts, wording.Text{}, false},
		{PlanLine, []string{"o"}, DropDraft, wording.KeyDropDraft, wording.Text{}, false},
		{PlanLine, []string{"s"}, SaveSigned, wording.KeySign, wording.KeyShortSign, false},
		{PlanLine, []string{"d"}, SaveDraft, wording.KeyDraft, wording.KeyShortDraft, false},

		{Covered, []string{"space"}, Cover, wording.KeyCover, wording.KeyShortCover, false},
		{Covered, []string{"K", "shift+up"}, PayEarlier, wording.KeyPayEarlier, wording.KeyShortOrder, false},
		{Covered, []string{"J", "shift+down"}, PayLater, wording.KeyPayLater, wording.Text{}, false},
		{Covered, []string{"enter"}, SaveProposed, wording.KeyPropose, wording.KeyShortPropose, false},
		{Covered, []string{"tab"}, NextPart, wording.KeyNextPart, wording.KeyShortPane, false},
		{Covered, []string{"shift+tab"}, PrevPart, wording.KeyPrevPart, wording.Text{}, false},
		{Covered, []string{"u"}, UndoEdit, wording.KeyUndoEdit, wording.KeyShortUndoEdit, false},
		{Covered, []string{"U"}, RedoEdit, wording.KeyRedoEdit, wording.Text{}, false},
		{Covered, []string{"s"}, SaveSigned, wording.KeySign, wording.KeyShortSign, false},
		{Covered, []string{"d"}, SaveDraft, wording.KeyDraft, wording.KeyShortDraft, false},

		{Saved, []string{"enter"}, OpenPlan, wording.KeyOpenPlan, wording.KeyShortEdit, true},
		{Saved, []string{"s"}, SignPlan, wording.KeySignPlan, wording.KeyShortSign, true},

		{Broken, []string{"enter"}, Renew, wording.KeyRenew, wording.KeyShortRenew, true},
	}
}
