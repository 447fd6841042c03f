package wording

import (
	"testing"

	"relance/domain/calendar"
)

// One call is one call, in short words too; the first of a month is "1er".
func TestCountsAndFirstDays(t *testing.T) {
	if got := Counted(English, 1, LabelCallShort, LabelCallsShort); got != "1 call" {
		t.Error(got)
	}
	if got := LongDay(French, calendar.Of(2026, 9, 1)); got != "mardi 1er septembre 2026" {
		t.Error(got)
	}
}
