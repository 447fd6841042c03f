package plan

import (
	"strconv"
	"strings"

	"relance/domain/ident"
	"relance/domain/journal"
)

// Reference is what a payment of an instalment, counted from 1, quotes so that
// it is recognised at the bank: a structured communication (OGM) where the
// creditor is Belgian, else a creditor reference (ISO 11649), both without
// spaces. It is the same whenever it is asked for.
//
// The creditor reference holds the end of the debtor's account, the plan and the
// instalment. The twelve digits of an OGM hold the plan's number among the
// events of its device, moved by a figure of the device, and the instalment: two
// plans of one device never share one before ten million events.
func Reference(country, account string, id journal.ID, no int) string {
	if country == "BE" {
		number := (id.Seq + uint64(id.Device)%ogmPlans) % ogmPlans
		ref, err := ident.MakeOGM(strconv.FormatUint(number*ogmLines+uint64(no), 10))
		if err != nil || no < 0 || no >= ogmLines {
			return ""
		}
		return ref
	}
	tail := "P" + strings.ToUpper(strconv.FormatUint(id.Seq, 36)) + "E" + strconv.Itoa(no)
	room := mostRF - len(tail)
	if room < 0 {
		return ""
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z':
			return r
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return -1
	}, account)
	ref, err := ident.MakeRF(plain[max(0, len(plain)-room):] + tail)
	if err != nil {
		return ""
	}
	return ref
}

const (
	mostRF   = 21 // characters of a creditor reference behind its check digits
	ogmLines = 1000
	ogmPlans = 10_000_000 // with ogmLines the ten digits of an OGM before its check
)
