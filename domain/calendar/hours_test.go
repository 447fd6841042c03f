package calendar

import (
	"testing"
	"time"
)

func TestHoursCover(t *testing.T) {
	nights := Hours{From: 0, To: 24 * 60, Days: [7]bool{time.Sunday: true}}
	for _, c := range []struct {
		what   string
		hours  Hours
		day    Date
		minute int16
		zone   Zone
		want   bool
	}{
		{"a Monday at 8:00", UsualHours(), Of(2026, time.November, 23), 480, France, true},
		{"a minute before", UsualHours(), Of(2026, time.November, 23), 479, France, false},
		{"the last minute", UsualHours(), Of(2026, time.November, 23), 1199, France, true},
		{"20:00", UsualHours(), Of(2026, time.November, 23), 1200, France, false},
		{"a Saturday", UsualHours(), Of(2026, time.November, 28), 600, France, true},
		{"a Sunday", UsualHours(), Of(2026, time.November, 29), 600, France, false},
		{"Bastille Day in France", UsualHours(), Of(2026, time.July, 14), 600, France, false},
		{"the same day in Belgium", UsualHours(), Of(2026, time.July, 14), 600, Belgium, true},
		{"the Belgian national day", UsualHours(), Of(2026, time.July, 21), 600, Belgium, false},
		{"Saint Stephen's in Strasbourg", UsualHours(), Of(2026, time.December, 26), 600, AlsaceMoselle, false},
		{"Sundays round the clock", nights, Of(2026, time.November, 29), 24*60 - 1, France, true},
		{"and no other day", nights, Of(2026, time.November, 23), 600, France, false},
		{"no hours at all", Hours{}, Of(2026, time.November, 23), 0, France, false},
	} {
		if got := c.hours.Cover(c.day, c.minute, c.zone); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}
