package latefee

import "testing"

// A plan redraws its interest on every key: many slices of each invoice.
func BenchmarkAccrue(b *testing.B) {
	rates, c := Shipped(), invoice("2025-05-31", 12_000_00)
	to := day("2026-06-30")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Accrue(rates, Terms{}, c, c.Amount, c.Due, to); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompute(b *testing.B) {
	rates, c := Shipped(), invoice("2025-05-31", 12_000_00)
	claims := make([]Claim, 100)
	for i := range claims {
		claims[i] = c
	}
	to := day("2026-06-30")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compute(rates, Terms{}, claims, to); err != nil {
			b.Fatal(err)
		}
	}
}
