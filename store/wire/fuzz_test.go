package wire

import (
	"testing"

	"relance/domain/journal"
	"relance/domain/ledger"
)

// resealed lets the fuzzer past the checksum.
func resealed(b []byte) []byte { return seal(append([]byte{sealVersion}, b...), 0) }

func FuzzDecodeEvent(f *testing.F) {
	for _, c := range contents {
		e := sampleEvent(c)
		r, err := EncodeEvent(&e, Hash{})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(r.Bytes, EncodeText(journal.Text{Body: "a"}))
	}
	f.Fuzz(func(t *testing.T, record, text []byte) {
		e, err := DecodeEvent(record, [][]byte{text, nil, resealed(text)})
		PeekKind(record)
		if err != nil {
			return
		}
		if _, err := Digests(record); err != nil {
			t.Fatalf("an event without digests: %v", err)
		}
		r, err := EncodeEvent(&e, Hash{})
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		if _, err := DecodeEvent(r.Bytes, storedTexts(r)); err != nil {
			t.Fatalf("written but cannot be read: %v", err)
		}
	})
}

func FuzzDecodeItems(f *testing.F) {
	v := EncodeItems(sampleItems())
	f.Add(v[1 : len(v)-sumSize])
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _ = DecodeItems(nil, b)
		items, err := DecodeItems(nil, resealed(b))
		if cap(items) > 2*len(b) {
			t.Fatalf("%d items of memory for %d bytes", cap(items), len(b))
		}
		if err != nil {
			return
		}
		if again, err := DecodeItems(nil, EncodeItems(items)); err != nil || len(again) != len(items) {
			t.Fatalf("round trip: %v", err)
		}
	})
}

func FuzzDecodeParticulars(f *testing.F) {
	client, creditor := sample[ledger.Client](), sample[ledger.Creditor]()
	for _, v := range [][]byte{must(EncodeClient(&client)), must(EncodeCreditor(&creditor))} {
		f.Add(v[1 : len(v)-sumSize])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _ = DecodeClient(ledger.ClientKey{}, b)
		if c, err := DecodeClient(ledger.ClientKey{}, resealed(b)); err == nil {
			must(EncodeClient(&c))
		}
		if c, err := DecodeCreditor("", resealed(b)); err == nil {
			must(EncodeCreditor(&c))
		}
		_, _ = DecodeText(b)
		_, _ = DecodeText(resealed(b))
	})
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}
