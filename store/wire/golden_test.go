package wire

import (
	"bytes"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

var update = flag.Bool("update", false, "write golden files that are not there; none is ever overwritten")

// filled gives a value whose every field holds something, the same at each run.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Type() {
	case reflect.TypeFor[money.Currency]():
		v.Set(reflect.ValueOf([]money.Currency{money.EUR, {'T', 'N', 'D'}}[*n%2]))
		return
	case reflect.TypeFor[journal.Text]():
		v.Set(reflect.ValueOf(journal.Text{Body: fmt.Sprintf("Mme Lefèvre %d", *n), Salt: [16]byte{byte(*n), 15: 1}}))
		return
	case reflect.TypeFor[calendar.Date]():
		v.SetInt(int64(calendar.Of(2026, 11, *n%30+1)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			filled(v.Index(i), n)
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("n°%d", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n * 300 * (1 - *n%2*2)))
	default:
		if count, ok := bounds[v.Type()]; ok {
			v.SetUint(count - 1)
			return
		}
		v.SetUint(uint64(*n))
	}
}

func sample[T any]() T {
	var v T
	n := 0
	filled(reflect.ValueOf(&v).Elem(), &n)
	return v
}

func sampleEvent(c journal.Content) journal.Event {
	v := reflect.New(reflect.TypeOf(c)).Elem()
	n := 0
	filled(v, &n)
	return journal.Event{
		ID: journal.ID{Device: 0xC0FFEE00C0FFEE, Seq: 42}, Act: journal.ID{Device: 0xC0FFEE00C0FFEE, Seq: 41},
		Stamp: journal.Stamp{Millis: 1_795_000_000_123, Counter: 7}, Day: calendar.Of(2026, 11, 23), Author: "md",
		Client:  ledger.ClientKey{Creditor: "732829320", Account: "C00231"},
		Builds:  []journal.ID{{Device: 0xC0FFEE00C0FFEE, Seq: 40}},
		Content: v.Interface().(journal.Content),
	}
}

func sampleItems() []ledger.Item {
	full := sample[ledger.Item]()
	return []ledger.Item{
		{
			ItemKey: ledger.ItemKey{Date: calendar.Of(2026, 9, 9), Number: "F26-1043"}, Booked: calendar.Of(2026, 9, 9),
			Amount: 12_450_00, Currency: money.EUR, Scope: full.Scope, Matching: "AA", Line: 3, Account: "411000",
		},
		{
			ItemKey: ledger.ItemKey{Kind: ledger.Receipt, Date: calendar.Of(2026, 10, 1), Number: "F26-1043"},
			Booked:  calendar.Of(2026, 10, 1), Amount: -12_450_00, Currency: money.EUR, Scope: full.Scope,
			Matching: "AA", Line: 9, Account: "411000", Label: "VIR LEFEVRE",
		},
		full,
	}
}

// golden compares got with a file of hexadecimal lines: the bytes of this
// version never change.
func golden(t *testing.T, name string, got ...[]byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name)+".golden")
	var b strings.Builder
	for _, g := range got {
		for len(g) > 48 {
			fmt.Fprintf(&b, "%x\n", g[:48])
			g = g[48:]
		}
		fmt.Fprintf(&b, "%x.\n", g)
	}
	want, err := os.ReadFile(path)
	if *update && os.IsNotExist(err) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("%s: the stored form has changed; that takes a new version:\n%s", name, d)
	}
}

// readGolden gives the byte strings of a golden file.
func readGolden(t *testing.T, name string) [][]byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", filepath.FromSlash(name)+".golden"))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for part := range strings.SplitSeq(strings.ReplaceAll(string(text), "\n", ""), ".") {
		b, err := hex.DecodeString(part)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	return out[:len(out)-1]
}

func goldenName(version int, c journal.Content) string {
	return fmt.Sprintf("v%d/event-%02d-%s", version, c.Kind(), reflect.TypeOf(c).Name())
}

// firstVersion gives the sample content as the first version had it.
func firstVersion(in journal.Content) journal.Content {
	var first struct {
		Plan struct {
			ID          journal.ID
			Currency    money.Currency
			Instalments []struct {
				Due                 calendar.Date
				Principal, Interest int64
			}
			Items      []journal.Part
			Supersedes []journal.ID
		}
	}
	n := 0
	filled(reflect.ValueOf(&first).Elem(), &n)
	plan := journal.Plan{ID: first.Plan.ID, Currency: first.Plan.Currency, Items: first.Plan.Items, Supersedes: first.Plan.Supersedes}
	for _, i := range first.Plan.Instalments {
		plan.Instalments = append(plan.Instalments, journal.Instalment{Due: i.Due, Principal: i.Principal, Interest: i.Interest})
	}
	switch v := in.(type) {
	case journal.PlanDrafted:
		return journal.PlanDrafted{Plan: plan}
	case journal.PlanProposed:
		return journal.PlanProposed{Plan: plan}
	case journal.PlanSigned:
		return journal.PlanSigned{Plan: plan}
	case journal.ParticularsChanged:
		v.Field = ledger.FieldDue
		return v
	}
	return in
}

// The bytes of the first version stay as they were, and are read.
func TestGoldenEvents(t *testing.T) {
	for _, c := range contents {
		e := sampleEvent(c)
		e.Content = firstVersion(e.Content)
		checkGoldenEvent(t, e, 1)
	}
}

// What takes the second version has its own bytes.
func TestGoldenEventsOfSecondVersion(t *testing.T) {
	for _, c := range contents {
		if e := sampleEvent(c); versionOf(e.Content) == 2 {
			checkGoldenEvent(t, e, 2)
		}
	}
}

func checkGoldenEvent(t *testing.T, e journal.Event, version int) {
	t.Helper()
	name := goldenName(version, e.Content)
	r, err := EncodeEvent(&e, Genesis(e.ID.Device))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, name, append([][]byte{r.Bytes, r.Hash[:]}, storedTexts(r)...)...)
	stored := readGolden(t, name)
	back, err := DecodeEvent(stored[0], stored[2:])
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(e, back); d != "" {
		t.Error(d)
	}
}

func TestGoldenLedger(t *testing.T) {
	full, own := sample[ledger.Client](), sample[ledger.Creditor]()
	client, creditor := full, own
	client.LateRate, client.NoticeOn, client.ReminderOn, client.Representative = 0, 0, 0, ""
	creditor.LateRate, creditor.Legal, creditor.City, creditor.Representative, creditor.RetentionOfTitle = 0, "", "", "", false
	goldenParticulars(t, "v1/client", "v1/creditor-years", client, creditor)
	goldenParticulars(t, "v1/client-papers", "v1/creditor-papers", full, own)

	golden(t, "v1/items", EncodeItems(sampleItems()))
	golden(t, "v1/text", EncodeText(journal.Text{Body: "rappelle mercredi", Salt: [16]byte{1, 2, 3}}), ErasedText())
	items, err := DecodeItems(nil, readGolden(t, "v1/items")[0])
	if d := cmp.Diff(sampleItems(), items); err != nil || d != "" {
		t.Error(err, d)
	}
}

// goldenParticulars checks a client and a creditor against their golden files.
func goldenParticulars(t *testing.T, clientFile, creditorFile string, client ledger.Client, creditor ledger.Creditor) {
	t.Helper()
	clientValue, err := EncodeClient(&client)
	if err != nil {
		t.Fatal(err)
	}
	creditorValue, err := EncodeCreditor(&creditor)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, clientFile, clientValue)
	golden(t, creditorFile, creditorValue)
	gotClient, err := DecodeClient(client.Key, readGolden(t, clientFile)[0])
	if d := cmp.Diff(client, gotClient); err != nil || d != "" {
		t.Error(err, d)
	}
	gotCreditor, err := DecodeCreditor(creditor.ID, readGolden(t, creditorFile)[0])
	if d := cmp.Diff(creditor, gotCreditor); err != nil || d != "" {
		t.Error(err, d)
	}
}

// A creditor whose scopes say nothing of their financial years is stored as
// before there were any to say.
func TestGoldenCreditorWithoutYears(t *testing.T) {
	old := readGolden(t, "v1/creditor")[0]
	creditor, err := DecodeCreditor("K", old)
	if err != nil || len(creditor.Scopes) != 2 || creditor.Scopes[0].Opens || creditor.Scopes[0].Closing != 0 {
		t.Fatal(creditor, err)
	}
	again, err := EncodeCreditor(&creditor)
	if err != nil || !bytes.Equal(again, old) {
		t.Errorf("%x, was %x, %v", again, old, err)
	}
}
