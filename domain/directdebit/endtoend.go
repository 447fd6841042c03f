package directdebit

import (
	"strconv"
	"strings"

	"relance/domain/journal"
)

// EndToEnd gives the identifier of one collection of an instalment, which comes
// back on the bank statement: the plan, the number, and from the second
// attempt on which attempt it is, such as 00c0ffee00c0ffee-42-3 and
// 00c0ffee00c0ffee-42-3-2. ok is false when it exceeds MaxReference.
func EndToEnd(k Key, attempt int) (id string, ok bool) {
	id = k.Plan.String() + "-" + strconv.Itoa(k.No)
	if attempt > 1 {
		id += "-" + strconv.Itoa(attempt)
	}
	return id, !k.Plan.IsZero() && k.No > 0 && len(id) <= MaxReference
}

// ParseEndToEnd reads what EndToEnd gives, in either case of letters.
func ParseEndToEnd(id string) (k Key, attempt int, ok bool) {
	parts := strings.Split(strings.ToLower(id), "-")
	if len(parts) != 3 && len(parts) != 4 {
		return Key{}, 0, false
	}
	plan, err := journal.ParseID(parts[0] + "-" + parts[1])
	no, err2 := strconv.Atoi(parts[2])
	attempt = 1
	var err3 error
	if len(parts) == 4 {
		attempt, err3 = strconv.Atoi(parts[3])
	}
	if err != nil || err2 != nil || err3 != nil {
		return Key{}, 0, false
	}
	k = Key{Plan: plan, No: no}
	if back, fits := EndToEnd(k, attempt); !fits || back != strings.ToLower(id) {
		return Key{}, 0, false
	}
	return k, attempt, true
}
