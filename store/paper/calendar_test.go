package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"relance/domain/calendar"
	"relance/domain/money"
)

// unfold reads a calendar as RFC 5545 has it: lines without their folds.
func unfold(t *testing.T, data []byte) []string {
	t.Helper()
	text := string(data)
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Errorf("lines that do not end in CRLF: %q", text)
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("%d octets, or a character broken: %q", len(line), line)
		}
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n")
}

func ics(t *testing.T, entries []Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCalendar(&b, entries, stamp); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCalendar(t *testing.T) {
	day := calendar.Of(2026, 12, 31)
	got := unfold(t, ics(t, []Entry{
		{Key: "P1/1", Day: day, Summary: "Échéance 1, Garage; \\ à Lille", Description: "a\nb: " + strings.Repeat("é", 90), DaysBefore: 2},
		{Key: "P1/2", Day: 0, Summary: "none"},
	}))
	want := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//relance//relance//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
		"BEGIN:VEVENT", "UID:" + entryID(Entry{Key: "P1/1"}), "DTSTAMP:20261123T093000Z",
		"DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
		`SUMMARY:Échéance 1\, Garage\; \\ à Lille`, `DESCRIPTION:a\nb: ` + strings.Repeat("é", 90),
		"SEQUENCE:0", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
		"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1DT15H", `DESCRIPTION:Échéance 1\, Garage\; \\ à Lille`, "END:VALARM",
		"END:VEVENT", "END:VCALENDAR",
	}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q\n%q", got[i], want[i])
		}
	}
}

func TestCalendarAlarms(t *testing.T) {
	for days, want := range map[int]string{0: "PT9H", 1: "-PT15H", 2: "-P1DT15H", 10: "-P9DT15H"} {
		if text := string(ics(t, []Entry{{Day: 700000, DaysBefore: days}})); !strings.Contains(text, "TRIGGER:"+want+"\r\n") {
			t.Errorf("%d: %s", days, text)
		}
	}
	for _, e := range []Entry{{Day: 700000, DaysBefore: -1}, {Day: 700000, Cancelled: true}} {
		if text := string(ics(t, []Entry{e})); strings.Contains(text, "VALARM") {
			t.Error(text)
		}
	}
}

// No text ends its line.
func TestCalendarInjection(t *testing.T) {
	for _, bad := range []string{"x\r\nATTENDEE:evil", "x\nEND:VEVENT", "x\rEND:VEVENT", "x\u2028END:VEVENT", "\x00\x07"} {
		lines := unfold(t, ics(t, []Entry{{Key: bad, Day: 700000, Summary: bad, Description: bad}}))
		for _, line := range lines {
			if strings.HasPrefix(line, "ATTENDEE") || strings.ContainsFunc(line, func(r rune) bool { return r < 0x20 }) {
				t.Errorf("%q", line)
			}
		}
		if n := strings.Count(strings.Join(lines, "\n")+"\n", "END:VEVENT\n"); n != 1 && !strings.Contains(bad, "END") {
			t.Errorf("%q: %d", bad, n)
		}
		if len(lines) != 22 {
			t.Errorf("%q: %d lines", bad, len(lines))
		}
	}
}

func TestReminders(t *testing.T) {
	lines := longSchedule(120)
	entries := Reminders(French, "plan-1", exampleHead("FR"), lines, 1)
	seen := map[string]bool{}
	for _, e := range entries {
		seen[entryID(e)] = true
	}
	if len(entries) != 120 || len(seen) != 120 {
		t.Error(len(entries), len(seen))
	}
	if got := Reminders(French, "plan-1", exampleHead("FR"), lines, 3)[7]; entryID(got) != entryID(entries[7]) {
		t.Error("the identity of an entry changed")
	}
	text := strings.Join(unfold(t, ics(t, entries[:1])), "\n")
	for _, want := range []string{"Échéance\u00A01/120 · 1\u202F000\\,00\u00A0€ · Garage Lefèvre", `Référence\u00A0: RF`, "Atelier du Nord"} {
		if !strings.Contains(text, strings.ReplaceAll(want, `\u00A0`, nbsp)) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	if bytes.Count(ics(t, entries), []byte("BEGIN:VEVENT")) != 120 {
		t.Error("not one entry for each instalment")
	}
}

func TestScheduleCSV(t *testing.T) {
	lines := longSchedule(2)
	lines[1].Reference, lines[1].State = "=1+1", "@x;\"y\"\n"
	lines[1].Moved = lines[1].Date.AddDays(-1)
	var plain, french bytes.Buffer
	if err := WriteScheduleCSV(&plain, French, lines, false); err != nil {
		t.Fatal(err)
	}
	if err := WriteScheduleCSV(&french, French, lines, true); err != nil {
		t.Fatal(err)
	}
	want := "no,date,moved_from,principal,interest,fee,amount,cumulated,remaining,currency,reference,state\n" +
		"1,2027-01-15,,1000.00,0.00,0.00,1000.00,1000.00,1000.00,EUR," + lines[0].Reference + ",\n" +
		"2,2027-02-15,2027-02-14,1000.00,0.00,0.00,1000.00,2000.00,0.00,EUR,'=1+1,\"'@x;\"\"y\"\" \"\n"
	if plain.String() != want {
		t.Errorf("%q\n%q", plain.String(), want)
	}
	if !strings.HasPrefix(french.String(), "\uFEFFno;date;") || !strings.Contains(french.String(), ";1000,00;") {
		t.Errorf("%q", french.String())
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		minor      int64
		fr, nl, en string
	}{
		{1_245_000, "12\u202F450,00\u00A0€", "€\u00A012.450,00", "€12,450.00"},
		{-5, "-0,05\u00A0€", "€\u00A0-0,05", "-€0.05"},
		{100_000_000_000, "1\u202F000\u202F000\u202F000,00\u00A0€", "€\u00A01.000.000.000,00", "€1,000,000,000.00"},
		{99_999, "999,99\u00A0€", "€\u00A0999,99", "€999.99"},
	} {
		for l, want := range map[Lang]string{French: c.fr, Dutch: c.nl, English: c.en} {
			if got := Amount(l, euros(c.minor)); got != want {
				t.Errorf("%s: %q, want %q", l, got, want)
			}
		}
	}
	if got := Amount(Dutch, money.Of(1_000_000, money.Currency{'U', 'S', 'D'})); got != "USD\u00A010.000,00" {
		t.Error(got)
	}
	if got := Number(French, money.Of(1_000_000, money.Currency{'J', 'P', 'Y'})); got != "1\u202F000\u202F000" {
		t.Error(got)
	}
	day := calendar.Of(2026, 5, 1)
	for l, want := range map[Lang]string{French: "vendredi 1er mai 2026|01/05/2026|12,15 %", Dutch: "vrijdag 1 mei 2026|01/05/2026|12,15%", English: "Friday 1 May 2026|01 May 2026|12.15%"} {
		got := strings.ReplaceAll(fmt.Sprintf("%s|%s|%s", Day(l, day), ShortDate(l, day), Rate(l, 121_500)), nbsp, " ")
		if got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	for s, want := range map[string]Lang{"fr": French, "fr-BE": French, "NL_be": Dutch, "en-GB": English} {
		if got, ok := ParseLang(s); !ok || got != want {
			t.Error(s, got, ok)
		}
	}
	if _, ok := ParseLang("de"); ok {
		t.Error("German")
	}
}
