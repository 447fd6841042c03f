package main

import (
	"slices"

	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/wording"
)

// slot is one letter that the configuration may change.
type slot struct {
	group, key string // [letters.group] key = "x"
	letter     *string
	what       wording.Text
}

func (s slot) name() string { return "letters." + s.group + "." + s.key }

// letterSlots are all the letters of a set, in the order of the template. A
// meaning that has no letter in any set that ships has no slot.
func letterSlots(m *entry.Mnemonics) []slot {
	var out []slot
	for a := entry.Call; a < entry.ActCount; a++ {
		out = append(out, slot{"acts", a.Key(), &m.Acts[a], wording.DeskActs[a]})
	}
	for o := journal.NoAnswer; o < journal.OutcomeCount; o++ {
		out = append(out, slot{"outcomes", outcomeKeys[o], &m.Outcomes[o], both(wording.Outcome, o)})
	}
	out = append(out,
		slot{"before", "in_writing", &m.InWriting, wording.DeskInWriting},
		slot{"before", "rang_us", &m.RangUs, wording.DeskRangUs},
	)
	out = append(out, dateSlots(m)...)
	out = append(out,
		slot{"amounts", "half", &m.Half, wording.DeskHalf},
		slot{"amounts", "third", &m.Third, wording.DeskThird},
		slot{"amounts", "down", &m.Down, wording.LabelPlanFields[4]},
	)
	for r := range journal.ReasonCount {
		out = append(out, slot{"reasons", reasonKeys[r], &m.Reasons[r], both(wording.DisputeReason, r)})
	}
	for s := range journal.OnHold {
		out = append(out, slot{"standings", statusKeys[s], &m.Statuses[s], both(wording.Status, s)})
	}
	return append(out,
		slot{"endings", "founded", &m.Founded, wording.LabelDisputeStates[1]},
		slot{"endings", "unfounded", &m.Unfounded, wording.LabelDisputeStates[2]},
		slot{"endings", "withdrawn", &m.Withdrawn, wording.LabelPromiseStates[5]},
		slot{"endings", "signed", &m.SignedCopy, wording.LabelPlanStates[2]},
		slot{"endings", "cancelled", &m.PlanCancelled, wording.LabelPlanStates[5]},
		slot{"endings", "callback_made", &m.CallbackMade, wording.DeskMade},
		slot{"endings", "callback_called_off", &m.CallbackCalledOf, wording.DeskCalledOff},
	)
}

func dateSlots(m *entry.Mnemonics) []slot {
	out := []slot{
		{"dates", "tomorrow", &m.Tomorrow, wording.DeskTomorrow},
		{"dates", "today", &m.Today, wording.KeyShortToday},
		{"dates", "yesterday", &m.Yesterday, wording.DeskYesterday},
	}
	for i, key := range weekdayKeys {
		day := (i + 1) % 7
		out = append(out, slot{"dates", key, &m.Weekdays[day], wording.LabelWeekdays[day]})
	}
	return append(out,
		slot{"dates", "end_of_month", &m.EndOfMonth, wording.DeskEndOfMonth},
		slot{"dates", "business_days", &m.BusinessDays, wording.DeskBusinessDays},
		slot{"dates", "weeks", &m.Weeks, wording.DeskWeeks},
		slot{"dates", "hours", &m.Hours, wording.DeskHours},
		slot{"dates", "morning", &m.Morning, wording.LabelMorning},
		slot{"dates", "afternoon", &m.Afternoon, wording.LabelAfternoon},
	)
}

// weekdayKeys begin with Monday.
var weekdayKeys = [7]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func both[T any](words func(wording.Lang, T) string, of T) wording.Text {
	return wording.Text{FR: words(wording.French, of), EN: words(wording.English, of)}
}

// letterGroups are the sections of letters, letterKeys the keys of one.
func letterGroups() []string {
	var m entry.Mnemonics
	var out []string
	for _, s := range letterSlots(&m) {
		if !slices.Contains(out, s.group) {
			out = append(out, s.group)
		}
	}
	return out
}

func letterKeys(group string) []string {
	var m entry.Mnemonics
	var out []string
	for _, s := range letterSlots(&m) {
		if s.group == group {
			out = append(out, s.key)
		}
	}
	return out
}

// changed gives a set with the letters of the file in it.
func changed(m entry.Mnemonics, letters map[string]map[string]string) entry.Mnemonics {
	for _, s := range letterSlots(&m) {
		if letter, ok := letters[s.group][s.key]; ok {
			*s.letter = letter
		}
	}
	return m
}

// culprit is the letter of the file whose change a set is refused for: the
// fault is gone without it. Of several the last is named.
func culprit(base entry.Mnemonics, letters map[string]map[string]string, fault *entry.KeysError) string {
	found := ""
	mixed, plain := changed(base, letters), base
	usual := letterSlots(&plain)
	for i, s := range letterSlots(&mixed) {
		if letter, ok := letters[s.group][s.key]; !ok || letter != fault.Letter {
			continue
		}
		mine := *s.letter
		*s.letter = *usual[i].letter
		if err := mixed.Check(); err == nil || err.Error() != fault.Error() {
			found = s.name()
		}
		*s.letter = mine
	}
	return found
}
