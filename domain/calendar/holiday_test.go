package calendar_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

func TestEaster(t *testing.T) {
	for _, s := range []string{
		"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
		"2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "1961-04-02", "2038-04-25",
	} {
		if d := day(t, s); calendar.Easter(d.Year()) != d {
			t.Errorf("Easter %d = %v, want %s", d.Year(), calendar.Easter(d.Year()), s)
		}
	}
}

// The holidays of a year as published, by zone; no other day is one.
func TestHolidaysOfAYear(t *testing.T) {
	french := map[string]calendar.Holiday{
		"2026-01-01": calendar.NewYear, "2026-04-06": calendar.EasterMonday, "2026-05-01": calendar.LabourDay,
		"2026-05-08": calendar.VictoryDay, "2026-05-14": calendar.Ascension, "2026-05-25": calendar.WhitMonday,
		"2026-07-14": calendar.BastilleDay, "2026-08-15": calendar.Assumption, "2026-11-01": calendar.AllSaints,
		"2026-11-11": calendar.Armistice, "2026-12-25": calendar.Christmas,
	}
	alsace := map[string]calendar.Holiday{"2026-04-03": calendar.GoodFriday, "2026-12-26": calendar.SaintStephen}
	for s, h := range french {
		alsace[s] = h
	}
	belgian := map[string]calendar.Holiday{
		"2026-01-01": calendar.NewYear, "2026-04-06": calendar.EasterMonday, "2026-05-01": calendar.LabourDay,
		"2026-05-14": calendar.Ascension, "2026-05-25": calendar.WhitMonday, "2026-07-21": calendar.BelgianNationalDay,
		"2026-08-15": calendar.Assumption, "2026-11-01": calendar.AllSaints, "2026-11-11": calendar.Armistice,
		"2026-12-25": calendar.Christmas,
	}
	target := map[string]calendar.Holiday{
		"2026-01-01": calendar.NewYear, "2026-04-03": calendar.GoodFriday, "2026-04-06": calendar.EasterMonday,
		"2026-05-01": calendar.LabourDay, "2026-12-25": calendar.Christmas, "2026-12-26": calendar.SaintStephen,
	}
	for zone, want := range map[calendar.Zone]map[string]calendar.Holiday{
		calendar.France: french, calendar.AlsaceMoselle: alsace, calendar.Belgium: belgian, calendar.Target: target,
	} {
		for d := calendar.Of(2026, 1, 1); d.Year() == 2026; d++ {
			h, ok := zone.HolidayName(d)
			if h != want[d.String()] || ok != (h != calendar.NoHoliday) || zone.IsHoliday(d) != ok {
				t.Errorf("zone %d, %v: holiday %d, %v; want %d", zone, d, h, ok, want[d.String()])
			}
		}
	}
	if h, ok := calendar.France.HolidayName(day(t, "2008-05-01")); !ok || h != calendar.LabourDay {
		t.Errorf("1 May 2008, also Ascension, is holiday %d, %v", h, ok)
	}
	if calendar.Zone(9).IsHoliday(day(t, "2026-01-01")) || calendar.France.IsHoliday(0) {
		t.Error("a holiday outside every zone or calendar")
	}
}

func TestHolidaysAgreeWithThePublishedList(t *testing.T) {
	for name, zone := range map[string]calendar.Zone{
		"jours_feries_metropole.csv":      calendar.France,
		"jours_feries_alsace-moselle.csv": calendar.AlsaceMoselle,
	} {
		t.Run(name, func(t *testing.T) {
			listed := publishedHolidays(t, "../../../shared/data/vectors/"+name)
			for d := calendar.Of(2006, 1, 1); d <= calendar.Of(2031, 12, 31); d++ {
				if zone.IsHoliday(d) != listed[d] {
					t.Errorf("%v: holiday %v, published %v", d, zone.IsHoliday(d), listed[d])
				}
			}
		})
	}
}

func publishedHolidays(t *testing.T, name string) map[calendar.Date]bool {
	t.Helper()
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("published list not present: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	listed := make(map[calendar.Date]bool)
	for _, row := range rows[1:] {
		listed[day(t, row[0])] = true
	}
	return listed
}

func TestBusinessDays(t *testing.T) {
	tests := []struct {
		zone calendar.Zone
		from string
		n    int
		want string
	}{
		{calendar.France, "2026-11-23", 2, "2026-11-25"},
		{calendar.France, "2026-11-20", 1, "2026-11-23"},
		{calendar.France, "2026-11-21", 1, "2026-11-23"},
		{calendar.France, "2026-11-21", 0, "2026-11-21"},
		{calendar.France, "2026-11-21", -1, "2026-11-20"},
		{calendar.France, "2026-07-13", 1, "2026-07-15"},
		{calendar.Belgium, "2026-07-13", 1, "2026-07-14"},
		{calendar.Belgium, "2026-07-20", 1, "2026-07-22"},
		{calendar.France, "2026-04-02", 2, "2026-04-07"},
		{calendar.AlsaceMoselle, "2026-04-02", 1, "2026-04-07"},
		{calendar.Target, "2026-12-24", 1, "2026-12-28"},
	}
	for _, tt := range tests {
		if got := tt.zone.AddBusinessDays(day(t, tt.from), tt.n); got != day(t, tt.want) {
			t.Errorf("zone %d: %s %+d = %v, want %s", tt.zone, tt.from, tt.n, got, tt.want)
		}
	}
	if got := calendar.France.AddBusinessDays(calendar.MaxDate, 5); got != calendar.MaxDate {
		t.Errorf("after the last day: %v", got)
	}
	if got := calendar.France.NextBusinessDay(0); got != 0 {
		t.Errorf("no date becomes %v", got)
	}
}

func TestRoll(t *testing.T) {
	tests := []struct {
		from string
		r    calendar.Rolling
		want string
	}{
		{"2026-02-28", calendar.NoRolling, "2026-02-28"},
		{"2026-02-28", calendar.Following, "2026-03-02"},
		{"2026-02-28", calendar.Preceding, "2026-02-27"},
		{"2026-02-28", calendar.ModifiedFollowing, "2026-02-27"},
		{"2026-03-14", calendar.ModifiedFollowing, "2026-03-16"},
		{"2026-03-13", calendar.Following, "2026-03-13"},
		{"2026-05-01", calendar.Following, "2026-05-04"},
	}
	for _, tt := range tests {
		if got := calendar.France.Roll(day(t, tt.from), tt.r); got != day(t, tt.want) {
			t.Errorf("%s rolled %d = %v, want %s", tt.from, tt.r, got, tt.want)
		}
	}
}

func TestNextWeekdayAndDayOfMonth(t *testing.T) {
	monday := day(t, "2026-11-23")
	for wd, want := range map[time.Weekday]string{
		time.Monday: "2026-11-30", time.Tuesday: "2026-11-24", time.Friday: "2026-11-27", time.Sunday: "2026-11-29",
	} {
		if got := calendar.NextWeekday(monday, wd); got != day(t, want) {
			t.Errorf("%v after %v = %v, want %s", wd, monday, got, want)
		}
	}
	tests := []struct {
		from string
		day  int
		want string
	}{
		{"2026-11-23", 15, "2026-12-15"},
		{"2026-11-14", 15, "2026-11-15"},
		{"2026-11-15", 15, "2026-12-15"},
		{"2026-11-23", 31, "2026-11-30"},
		{"2026-11-30", 31, "2026-12-31"},
		{"2026-12-31", 30, "2027-01-30"},
		{"2027-01-31", 30, "2027-02-28"},
		{"2027-02-28", 30, "2027-03-30"},
		{"2026-11-23", 0, "2026-12-01"},
		{"2026-11-23", 99, "2026-11-30"},
	}
	for _, tt := range tests {
		if got := calendar.NextDayOfMonth(day(t, tt.from), tt.day); got != day(t, tt.want) {
			t.Errorf("the %d after %s = %v, want %s", tt.day, tt.from, got, tt.want)
		}
	}
}

func TestBusinessDayProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := calendar.Zone(rapid.Uint8Range(0, 3).Draw(t, "zone"))
		d := calendar.Of(2020, 1, 1) + calendar.Date(rapid.Int32Range(0, 5000).Draw(t, "day"))
		n := rapid.IntRange(-300, 300).Draw(t, "n")
		to := zone.AddBusinessDays(d, n)
		if got := zone.BusinessDaysBetween(d, to); got != n {
			t.Fatalf("%v %+d business days = %v, counted back %d", d, n, to, got)
		}
		if n != 0 && !zone.IsBusinessDay(to) {
			t.Fatalf("%v is no business day", to)
		}
		for _, r := range []calendar.Rolling{calendar.Following, calendar.Preceding, calendar.ModifiedFollowing} {
			rolled := zone.Roll(d, r)
			if !zone.IsBusinessDay(rolled) || zone.IsBusinessDay(d) && rolled != d {
				t.Fatalf("%v rolled %d = %v", d, r, rolled)
			}
		}
		wd := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		if next := calendar.NextWeekday(d, wd); next <= d || next > d+7 || next.Weekday() != wd {
			t.Fatalf("%v after %v = %v", wd, d, next)
		}
	})
}
