package ledgerfile

import "strings"

// bucketNames are folded titles of the columns of an aged balance.
const bucketNames = " nonechu nonechus nonechue aechoir echu echus echue notdue notyetdue current overdue anterieur anterieure anterieurs " +
	"posterieur posterieure posterieurs avant apres older "

// bucketWords may stand beside the days of a bucket: "> 90 j", "+ de 90 jours".
const bucketWords = " j jours jour d days day de dejours dej plus plusde plusdejours plusdej moinsde moinsdejours moinsdej " +
	"a aj ajours dplus daysplus over overdays under underdays more moredays dd ouplus joursouplus jetplus joursetplus "

// monthNames are folded names of months and what stands for them.
const monthNames = " janv janvier fev fevr fevrier mars avr avril mai juin juil juillet aout sept septembre oct octobre nov novembre dec decembre " +
	"jan january feb february mar march apr april may jun june jul july aug august sep september october december m mois periode period "

// scoreAged is 0 unless the titles make an aged balance by client: a client and
// at least two columns that are sums of a stretch of time. Such a file has no
// documents, so nothing can be promised, disputed or settled by name.
func scoreAged(names []string) int {
	at := mapColumns(names)
	if at[colClient] < 0 || at[colInvoice] >= 0 {
		return 0
	}
	n := 0
	for _, name := range names {
		if isBucket(name) {
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return n
}

// isBucket reports whether a folded title is one of days late, of a month, or
// says not due.
func isBucket(name string) bool {
	if name == "" {
		return false
	}
	if listed(bucketNames, name) {
		return true
	}
	var days, words strings.Builder
	for _, c := range []byte(name) {
		if c >= '0' && c <= '9' {
			days.WriteByte(c)
		} else {
			words.WriteByte(c)
		}
	}
	switch n := days.Len(); {
	case words.Len() == 0:
		return n >= 2 && n <= 6
	case listed(bucketWords, words.String()):
		return n >= 1 && n <= 6
	case listed(monthNames, words.String()):
		return n <= 4
	}
	return false
}

// listed reports whether a word is in a list with spaces around each.
func listed(list, word string) bool { return strings.Contains(list, " "+word+" ") }
