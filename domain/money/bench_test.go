package money_test

import (
	"testing"

	"relance/domain/money"
)

func BenchmarkParseMinor(b *testing.B) {
	field := []byte("0000012450,00")
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := money.ParseMinor(field, 2); err != nil {
			b.Fatal(err)
		}
	}
}
