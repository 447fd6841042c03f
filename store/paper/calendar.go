package paper

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"relance/domain/calendar"
)

// Entry is one all-day entry of a calendar, with a reminder.
type Entry struct {
	Key         string // makes the entry's identity: the same key is the same entry when read again
	Day         calendar.Date
	Summary     string
	Description string
	DaysBefore  int // of the reminder, at 9 in the morning; negative = no reminder
	Sequence    int // raised when the entry changes
	Cancelled   bool
}

// WriteCalendar writes entries as an .ics file (RFC 5545). Stamp is when the
// file was made. Entries without a day are left out. The same arguments give the
// same bytes.
func WriteCalendar(w io.Writer, entries []Entry, stamp time.Time) error {
	var c icalendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//relance//relance//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	at := stamp.UTC().Format("20060102T150405Z")
	for _, e := range entries {
		if e.Day < calendar.MinDate || e.Day >= calendar.MaxDate {
			continue
		}
		c.line("BEGIN", "VEVENT")
		c.line("UID", entryID(e))
		c.line("DTSTAMP", at)
		c.line("DTSTART;VALUE=DATE", e.Day.Time().Format("20060102"))
		c.line("DTEND;VALUE=DATE", e.Day.AddDays(1).Time().Format("20060102"))
		c.line("SUMMARY", escaped(e.Summary))
		if e.Description != "" {
			c.line("DESCRIPTION", escaped(e.Description))
		}
		c.line("SEQUENCE", strconv.Itoa(max(0, e.Sequence)))
		if e.Cancelled {
			c.line("STATUS", "CANCELLED")
		} else {
			c.line("STATUS", "CONFIRMED")
		}
		c.line("TRANSP", "TRANSPARENT")
		c.alarm(e)
		c.line("END", "VEVENT")
	}
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.b.String())
	return err
}

// entryID is the same for the same key, whenever the file is written.
func entryID(e Entry) string {
	key := e.Key
	if key == "" {
		key = e.Day.String() + "\x00" + e.Summary
	}
	h := sha256.Sum256([]byte(key))
	return hex.EncodeToString(h[:16]) + "@relance"
}

type icalendar struct{ b strings.Builder }

// line writes a line, folded at 75 octets between characters (RFC 5545, 3.1).
func (c *icalendar) line(name, value string) {
	s := name + ":" + value
	room := 75
	for len(s) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.b.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], 74 // the space counts
	}
	c.b.WriteString(s + "\r\n")
}

// alarm reminds at 9 in the morning, DaysBefore days before the day.
func (c *icalendar) alarm(e Entry) {
	if e.DaysBefore < 0 || e.Cancelled {
		return
	}
	trigger := "PT9H"
	if hours := e.DaysBefore*24 - 9; hours > 0 {
		trigger = "-P"
		if d := hours / 24; d > 0 {
			trigger += strconv.Itoa(d) + "D"
		}
		if h := hours % 24; h > 0 {
			trigger += "T" + strconv.Itoa(h) + "H"
		}
	}
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.line("TRIGGER", trigger)
	c.line("DESCRIPTION", escaped(e.Summary))
	c.line("END", "VALARM")
}

// escaped writes a text value (RFC 5545, 3.3.11).
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(clean(s))
}

// Reminders are the calendar entries of a plan, one for each instalment, for
// the debtor's or the collector's calendar. Key names the plan; no two plans
// share it.
func Reminders(l Lang, key string, h Head, lines []Line, daysBefore int) []Entry {
	out := make([]Entry, len(lines))
	for i, line := range lines {
		no := strconv.Itoa(line.No)
		what := []string{
			wordAmount.in(l) + wordColon.in(l) + Amount(l, line.Amount),
			wordCreditor.in(l) + wordColon.in(l) + cleanLine(h.Creditor.Name),
			wordDebtor.in(l) + wordColon.in(l) + cleanLine(h.Debtor.Name),
		}
		if line.Reference != "" {
			what = append(what, wordReference.in(l)+wordColon.in(l)+printedReference(line.Reference))
		}
		out[i] = Entry{
			Key: key + "/" + no, Day: line.Date, DaysBefore: daysBefore,
			Summary: wordInstalment.in(l) + nbsp + no + "/" + strconv.Itoa(len(lines)) + " · " +
				Amount(l, line.Amount) + " · " + cleanLine(h.Debtor.Name),
			Description: strings.Join(what, "\n"),
		}
	}
	return out
}
