package sheet

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/money"
)

var columns = []Column{{Key: "client", Title: "Compte"}, {Key: "name", Title: "Client", Max: 8}, {Key: "total", Title: "Total", Right: true}}

func table(rows ...[]Cell) Table { return Table{Columns: columns, Rows: rows} }

func TestCSV(t *testing.T) {
	rows := table(
		[]Cell{Text("C1"), Text(`Dupont "fils", SARL`), Minor(-123450, money.EUR)},
		[]Cell{Text("C2"), Text("=1+1"), Minor(5, money.EUR)},
		[]Cell{Text("C3"), Text("+33 1 43 22"), Amount(money.Of(1000, money.EUR))},
		[]Cell{Text("C4"), Text("a;b"), {}},
	)
	var standard, french bytes.Buffer
	if err := WriteCSV(&standard, rows, Style{}); err != nil {
		t.Fatal(err)
	}
	want := "client,name,total\nC1,\"Dupont \"\"fils\"\", SARL\",-1234.50\nC2,'=1+1,0.05\nC3,'+33 1 43 22,10.00\nC4,\"a;b\",\n"
	if standard.String() != want {
		t.Errorf("got\n%s want\n%s", &standard, want)
	}
	if err := WriteCSV(&french, rows, Style{French: true}); err != nil {
		t.Fatal(err)
	}
	want = "\uFEFFclient;name;total\nC1;\"Dupont \"\"fils\"\", SARL\";-1234,50\nC2;'=1+1;0,05\nC3;'+33 1 43 22;10,00\nC4;\"a;b\";\n"
	if french.String() != want {
		t.Errorf("got\n%s want\n%s", &french, want)
	}
}

func TestJSON(t *testing.T) {
	rows := Table{
		Columns: []Column{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "d"}, {Key: "e"}},
		Rows: [][]Cell{{
			Text("x\x1b[31m\u009b\"\\é"), Day(calendar.Of(2026, 11, 23)), {}, Truth(true), List([]string{"F1", "F2"}),
		}},
	}
	var out bytes.Buffer
	if err := WriteJSON(&out, rows); err != nil {
		t.Fatal(err)
	}
	want := "[\n{\"a\":\"x\\u001b[31m\\u009b\\\"\\\\é\",\"b\":\"2026-11-23\",\"c\":null,\"d\":true,\"e\":[\"F1\",\"F2\"]}\n]\n"
	if out.String() != want {
		t.Errorf("got %q want %q", out.String(), want)
	}
	out.Reset()
	if err := WriteJSON(&out, Table{}); err != nil || out.String() != "[]\n" {
		t.Errorf("empty: %q %v", out.String(), err)
	}
}

func TestAligned(t *testing.T) {
	var out bytes.Buffer
	err := WriteAligned(&out, table(
		[]Cell{Text("C1"), Text("Œuvres et Compagnie"), Minor(1245000, money.EUR)},
		[]Cell{Text("C10"), Text("日本"), Minor(-5, money.EUR)},
	), Style{Money: money.French})
	if err != nil {
		t.Fatal(err)
	}
	want := "Compte  Client        Total\nC1      Œuvres …  12\u202f450,00\nC10     日本          -0,05\n"
	if out.String() != want {
		t.Errorf("got\n%s want\n%s", &out, want)
	}
}

// What nobody sees and what turns the writing is not shown, and stays legible in
// JSON.
func TestInvisible(t *testing.T) {
	for in, want := range map[string]string{
		"Du\u200bpont":       "Du pont",
		"a\u202Eb\u2066c":    "a b c",
		"a\u2060\u00ADb":     "a  b",
		"a\U000E0041b":       "a b",
		"a\u3164b\uFFF9":     "a b ",
		"Œuvre\u202f€\u00a0": "Œuvre\u202f€\u00a0",
		"日本é":                "日本é",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	if got := string(appendString(nil, "a\U000E0041\u200b")); got != `"a\udb40\udc41\u200b"` {
		t.Error(got)
	}
}

// Whatever a text holds, no cell of a CSV begins a formula, no control character
// is written, and a reader of the standard gets the cells back.
func TestTextIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		var out bytes.Buffer
		if err := WriteCSV(&out, Table{Columns: columns[:2], Rows: [][]Cell{{Text(s), Text("end")}}}, Style{}); err != nil {
			t.Fatal(err)
		}
		cells, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(cells) != 2 || len(cells[1]) != 2 || cells[1][1] != "end" {
			t.Fatalf("%q reads back as %q (%v)", s, cells, err)
		}
		cell := cells[1][0]
		if strings.IndexFunc(cell, unicode.IsControl) >= 0 {
			t.Fatalf("control character in %q", cell)
		}
		if first := strings.TrimLeft(cell, " \u00a0\u202f"); first != "" && strings.ContainsAny(first[:1], "=+-@") {
			t.Fatalf("%q begins a formula", cell)
		}
	})
}

// JSON gives a text back as it was, and writes nothing that a terminal acts on.
func TestJSONText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		var rows, value bytes.Buffer
		if err := WriteJSON(&rows, Table{Columns: columns[:1], Rows: [][]Cell{{Text(s)}}}); err != nil {
			t.Fatal(err)
		}
		if err := WriteValue(&value, []map[string]string{{"client": s}}); err != nil {
			t.Fatal(err)
		}
		for _, out := range []string{rows.String(), value.String()} {
			if strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && acts(r) }) {
				t.Fatalf("%q holds what a terminal acts on", out)
			}
			var back []map[string]string
			if err := json.Unmarshal([]byte(out), &back); err != nil || back[0]["client"] != s {
				t.Fatalf("%q came back as %q (%v)", s, back, err)
			}
		}
	})
}
