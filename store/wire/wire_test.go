package wire

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"relance/domain/journal"
	"relance/domain/ledger"
)

func storedTexts(r Record) [][]byte {
	var out [][]byte
	for _, t := range r.Texts {
		out = append(out, t.Value)
	}
	return out
}

func TestEventRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawEvent(t)
		prev := Genesis(e.ID.Device)
		r, err := EncodeEvent(&e, prev)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeEvent(r.Bytes, storedTexts(r))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(e, back); d != "" {
			t.Fatal(d)
		}
		if PeekKind(r.Bytes) != e.Content.Kind() {
			t.Fatalf("peeked kind %d, want %d", PeekKind(r.Bytes), e.Content.Kind())
		}
		again, err := EncodeEvent(&back, prev)
		if err != nil || !bytes.Equal(again.Bytes, r.Bytes) || again.Hash != r.Hash {
			t.Fatal("the same event encodes to other bytes")
		}
	})
}

func TestEveryKindIsKnown(t *testing.T) {
	seen := map[journal.Kind]bool{}
	for _, c := range contents {
		seen[c.Kind()] = true
	}
	for k := journal.KindCallLogged; k <= journal.KindActRestored; k++ {
		if !seen[k] {
			t.Errorf("no sample of kind %d", k)
		}
		if (&coder{strs: &Strings{}}).content(k, nil) == nil {
			t.Errorf("kind %d has no encoding", k)
		}
	}
}

// A newer version's kinds, and newer versions of known kinds, pass through.
func TestUnknownPassesThrough(t *testing.T) {
	e := journal.Event{
		ID: journal.ID{Device: 7, Seq: 3}, Act: journal.ID{Device: 7, Seq: 2}, Author: "md",
		Content: journal.NoteWritten{Text: journal.Text{Body: "bonjour", Salt: [16]byte{1}}},
	}
	r, err := EncodeEvent(&e, Hash{})
	if err != nil {
		t.Fatal(err)
	}
	newKind := bytes.Clone(r.Bytes)
	newKind[1] = 99
	newContent := bytes.Clone(r.Bytes)
	newContent[len(newContent)-2] = contentVersion + 1 // version, then one byte: there is a text
	for name, record := range map[string][]byte{"kind": newKind, "content": newContent} {
		got, err := DecodeEvent(record, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, ok := got.Content.(journal.Unknown); !ok {
			t.Fatalf("%s: content %T, want Unknown", name, got.Content)
		}
		again, err := EncodeEvent(&got, Hash{})
		if err != nil || !bytes.Equal(again.Bytes, record) {
			t.Errorf("%s: other bytes after a round trip", name)
		}
		if d, err := Digests(record); err != nil || len(d) != 1 || d[0] != Digest(e.Content.(journal.NoteWritten).Text) {
			t.Errorf("%s: digests %v, %v", name, d, err)
		}
	}
	newRecord := bytes.Clone(r.Bytes)
	newRecord[0] = recordVersion + 1
	if _, err := DecodeEvent(newRecord, nil); !errors.Is(err, ErrNewer) {
		t.Errorf("newer record: %v", err)
	}
}

func TestErasedText(t *testing.T) {
	e := journal.Event{
		ID:      journal.ID{Device: 1, Seq: 1},
		Content: journal.NoteWritten{Text: journal.Text{Body: "x", Salt: [16]byte{9}}},
	}
	r, err := EncodeEvent(&e, Hash{})
	if err != nil {
		t.Fatal(err)
	}
	for name, texts := range map[string][][]byte{"missing": nil, "empty": {nil}, "marked": {ErasedText()}} {
		got, err := DecodeEvent(r.Bytes, texts)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got.Content != (journal.NoteWritten{Text: journal.Text{Erased: true}}) {
			t.Errorf("%s: %+v", name, got.Content)
		}
	}
}

func TestRefusesWhatNoReaderAccepts(t *testing.T) {
	for _, c := range []journal.Content{
		nil,
		journal.CallLogged{Outcome: journal.OutcomeCount},
		&journal.NoteErased{}, // contents are values
		journal.PromiseMade{Items: []journal.Part{{Item: ledger.ItemKey{Kind: ledger.KindCount}}}},
	} {
		e := journal.Event{ID: journal.ID{Device: 1, Seq: 1}, Content: c}
		if _, err := EncodeEvent(&e, Hash{}); !errors.Is(err, ErrContent) {
			t.Errorf("%#v: %v, want ErrContent", c, err)
		}
	}
	if _, err := EncodeClient(&ledger.Client{Nature: ledger.NatureCount}); !errors.Is(err, ErrContent) {
		t.Errorf("client: %v", err)
	}
	if _, err := EncodeCreditor(&ledger.Creditor{Scopes: []ledger.Scope{{Kind: 9}}}); !errors.Is(err, ErrContent) {
		t.Errorf("creditor: %v", err)
	}
}

// Writing must not store into values that published views share.
func TestEncodingLeavesValuesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawEvent(t)
		type frozen struct{ journal.Content }
		before := frozen{e.Content}
		if _, err := EncodeEvent(&e, Hash{}); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, frozen{e.Content}) {
			t.Fatal("changed")
		}
	})
}

func TestItemsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		value := EncodeItems(items)
		if CountItems(value) != len(items) {
			t.Fatalf("counted %d of %d", CountItems(value), len(items))
		}
		before := []ledger.Item{{Label: "kept"}}
		got, err := DecodeItems(before, value)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(append(before[:1:1], items...), got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestParticularsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var client ledger.Client
		draw(t, reflect.ValueOf(&client).Elem())
		value, err := EncodeClient(&client)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeClient(client.Key, value)
		if d := cmp.Diff(client, back); err != nil || d != "" {
			t.Fatal(err, d)
		}
		var creditor ledger.Creditor
		draw(t, reflect.ValueOf(&creditor).Elem())
		if value, err = EncodeCreditor(&creditor); err != nil {
			t.Fatal(err)
		}
		backCreditor, err := DecodeCreditor(creditor.ID, value)
		if d := cmp.Diff(creditor, backCreditor); err != nil || d != "" {
			t.Fatal(err, d)
		}
	})
}

// Any flipped bit of a sealed value is found.
func TestSealFindsFlippedBits(t *testing.T) {
	value := EncodeItems([]ledger.Item{{ItemKey: ledger.ItemKey{Number: "F25-1043"}, Amount: 12_450_00}})
	for bit := range len(value) * 8 {
		bad := bytes.Clone(value)
		bad[bit/8] ^= 1 << (bit % 8)
		if _, err := DecodeItems(nil, bad); err == nil {
			t.Fatalf("bit %d flipped without notice", bit)
		}
	}
}

func TestChainDependsOnEverythingBefore(t *testing.T) {
	a := Chain(Genesis(1), []byte("one"))
	if a == Chain(Genesis(2), []byte("one")) || a == Chain(Genesis(1), []byte("two")) {
		t.Error("different chains with one hash")
	}
}
