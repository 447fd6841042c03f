package calendar_test

import (
	"strings"
	"testing"
	"time"

	"relance/domain/calendar"
)

// The closing days of TARGET from 2024 to 2030, Saturdays and Sundays apart,
// listed by hand from the dates of Easter; no other weekday is closed.
func TestTargetClosingDays(t *testing.T) {
	listed := make(map[calendar.Date]bool)
	for _, s := range strings.Fields(`
		2024-01-01 2024-03-29 2024-04-01 2024-05-01 2024-12-25 2024-12-26
		2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-12-25 2025-12-26
		2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-12-25
		2027-01-01 2027-03-26 2027-03-29
		2028-04-14 2028-04-17 2028-05-01 2028-12-25 2028-12-26
		2029-01-01 2029-03-30 2029-04-02 2029-05-01 2029-12-25 2029-12-26
		2030-01-01 2030-04-19 2030-04-22 2030-05-01 2030-12-25 2030-12-26`) {
		listed[day(t, s)] = true
	}
	for d := calendar.Of(2024, 1, 1); d.Year() < 2031; d++ {
		weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
		if open := calendar.Target.IsBusinessDay(d); open != (!weekend && !listed[d]) {
			t.Errorf("%v %v: open %v", d.Weekday(), d, open)
		}
	}
	for from, want := range map[string]string{
		"2024-03-29": "2024-04-02", // Good Friday to Easter Tuesday
		"2026-07-14": "2026-07-14", // a French holiday is none here
		"2026-12-25": "2026-12-28",
		"2027-05-01": "2027-05-03",
	} {
		if got := calendar.Target.NextBusinessDay(day(t, from)); got != day(t, want) {
			t.Errorf("after %s: %v, want %s", from, got, want)
		}
	}
}
