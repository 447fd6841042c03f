package calendar_test

import (
	"testing"

	"relance/domain/calendar"
)

func BenchmarkParseFEC(b *testing.B) {
	field := []byte("20260131")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calendar.ParseFEC(field); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkYMD(b *testing.B) {
	d := calendar.Of(2026, 1, 31)
	for b.Loop() {
		d.YMD()
	}
}

func BenchmarkYMDOfTime(b *testing.B) {
	d := calendar.Of(2026, 1, 31)
	for b.Loop() {
		d.Time().Date()
	}
}
