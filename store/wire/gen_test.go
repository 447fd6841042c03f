package wire

import (
	"reflect"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// contents holds one value of every kind.
var contents = []journal.Content{
	journal.CallLogged{},
	journal.PromiseMade{},
	journal.PromiseWithdrawn{},
	journal.PlanDrafted{},
	journal.PlanProposed{},
	journal.PlanSigned{},
	journal.PlanCancelled{},
	journal.DisputeOpened{},
	journal.DisputeUpdated{},
	journal.DisputeResolved{},
	journal.NoteWritten{},
	journal.NoteAmended{},
	journal.NoteErased{},
	journal.CallbackSet{},
	journal.CallbackDone{},
	journal.ReceiptSeen{},
	journal.ParticularsChanged{},
	journal.ContactSet{},
	journal.StatusChanged{},
	journal.LimitDecided{},
	journal.ReviewRecorded{},
	journal.ReminderIssued{},
	journal.WriteOffProposed{},
	journal.WriteOffApproved{},
	journal.LedgerImported{},
	journal.ActUndone{},
	journal.ActRestored{},
	journal.RateSet{},
	journal.FeesWaived{},
	journal.LimitationInterrupted{},
	journal.MandateSet{},
	journal.DebitIssued{},
}

// bounds are the numbers of values of the enumerations.
var bounds = map[reflect.Type]uint64{
	reflect.TypeFor[journal.Outcome]():       uint64(journal.OutcomeCount),
	reflect.TypeFor[journal.Channel]():       uint64(journal.ChannelCount),
	reflect.TypeFor[journal.PromiseOrigin](): uint64(journal.OriginCount),
	reflect.TypeFor[journal.DisputeReason](): uint64(journal.ReasonCount),
	reflect.TypeFor[journal.Settlement]():    uint64(journal.SettlementCount),
	reflect.TypeFor[journal.Half]():          uint64(journal.Afternoon) + 1,
	reflect.TypeFor[journal.Status]():        uint64(journal.StatusCount),
	reflect.TypeFor[journal.Pin]():           uint64(journal.PinAmount|journal.PinDate) + 1,
	reflect.TypeFor[journal.ChargeMode]():    uint64(journal.ChargeModeCount),
	reflect.TypeFor[journal.Every]():         uint64(journal.EveryCount),
	reflect.TypeFor[journal.PlanBy]():        uint64(journal.PlanByCount),
	reflect.TypeFor[journal.Rolling]():       uint64(journal.RollingCount),
	reflect.TypeFor[journal.Interruption]():  uint64(journal.InterruptionCount),
	reflect.TypeFor[journal.Waiving]():       uint64(journal.WaivingCount),
	reflect.TypeFor[journal.Scheme]():        uint64(journal.SchemeCount),
	reflect.TypeFor[ledger.Field]():          uint64(ledger.FieldCount),
	reflect.TypeFor[ledger.Kind]():           uint64(ledger.KindCount),
	reflect.TypeFor[ledger.Nature]():         uint64(ledger.NatureCount),
	reflect.TypeFor[ledger.ScopeKind]():      uint64(ledger.OpenList) + 1,
	reflect.TypeFor[calendar.Zone]():         uint64(calendar.Target) + 1,
}

// draw fills v with arbitrary values, by its type alone: it knows nothing of
// the encoding.
func draw(t *rapid.T, v reflect.Value) {
	switch v.Type() {
	case reflect.TypeFor[journal.ID]():
		if rapid.Bool().Draw(t, "id") {
			v.Set(reflect.ValueOf(drawID(t)))
		}
		return
	case reflect.TypeFor[journal.Text]():
		v.Set(reflect.ValueOf(drawText(t)))
		return
	case reflect.TypeFor[money.Currency]():
		c := rapid.SampledFrom([]money.Currency{{}, money.EUR, money.USD, {'T', 'N', 'D'}, {'J', 'P', 'Y'}})
		v.Set(reflect.ValueOf(c.Draw(t, "currency")))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			draw(t, v.Field(i))
		}
	case reflect.Slice:
		if n := rapid.IntRange(0, 4).Draw(t, "length"); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			draw(t, v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			draw(t, v.Index(i))
		}
	case reflect.String:
		v.SetString(rapid.String().Draw(t, "string"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int16:
		v.SetInt(int64(rapid.Int16().Draw(t, "int16")))
	case reflect.Int32:
		v.SetInt(int64(rapid.Int32().Draw(t, "int32")))
	case reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "int64"))
	case reflect.Uint8:
		if n, ok := bounds[v.Type()]; ok {
			v.SetUint(rapid.Uint64Range(0, n-1).Draw(t, "enum"))
			return
		}
		v.SetUint(uint64(rapid.Byte().Draw(t, "byte")))
	case reflect.Uint16:
		v.SetUint(uint64(rapid.Uint16().Draw(t, "uint16")))
	case reflect.Uint32:
		v.SetUint(uint64(rapid.Uint32().Draw(t, "uint32")))
	case reflect.Uint64:
		v.SetUint(rapid.Uint64().Draw(t, "uint64"))
	default:
		t.Fatalf("a type that the generator does not know: %v", v.Type())
	}
}

func drawID(t *rapid.T) journal.ID {
	return journal.ID{
		Device: journal.Device(rapid.Uint64Min(1).Draw(t, "device")),
		Seq:    rapid.Uint64Min(1).Draw(t, "seq"),
	}
}

func drawText(t *rapid.T) journal.Text {
	switch rapid.IntRange(0, 3).Draw(t, "text") {
	case 0:
		return journal.Text{}
	case 1:
		return journal.Text{Erased: true}
	}
	text := journal.Text{Body: rapid.String().Draw(t, "body")}
	copy(text.Salt[:], rapid.SliceOfN(rapid.Byte(), saltSize, saltSize).Draw(t, "salt"))
	return text
}

func drawEvent(t *rapid.T) journal.Event {
	content := reflect.New(reflect.TypeOf(rapid.SampledFrom(contents).Draw(t, "kind"))).Elem()
	draw(t, content)
	e := journal.Event{ID: drawID(t), Content: content.Interface().(journal.Content)}
	e.Act = e.ID
	if rapid.Bool().Draw(t, "later in its act") {
		e.Act = drawID(t)
	}
	for _, v := range []reflect.Value{
		reflect.ValueOf(&e.Stamp), reflect.ValueOf(&e.Day), reflect.ValueOf(&e.Author), reflect.ValueOf(&e.Client),
	} {
		draw(t, v.Elem())
	}
	for range rapid.IntRange(0, 3).Draw(t, "builds") {
		e.Builds = append(e.Builds, drawID(t))
	}
	return e
}

func drawItems(t *rapid.T) []ledger.Item {
	items := make([]ledger.Item, rapid.IntRange(0, 12).Draw(t, "items"))
	for i := range items {
		draw(t, reflect.ValueOf(&items[i]).Elem())
		if i > 0 && rapid.Bool().Draw(t, "like the one before") {
			items[i].Number, items[i].Matching = items[i-1].Number, items[i-1].Matching
			items[i].Account, items[i].Scope = items[i-1].Account, items[i-1].Scope
			items[i].Date, items[i].Currency = items[i].Booked, items[i-1].Currency
		}
	}
	return items
}
