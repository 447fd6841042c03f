package ledgerfile

import (
	"strings"

	"relance/domain/calendar"
)

// parseDate reads the dates of lists: the forms of figures alone, and those that
// write the month out, in French or English, shortened or not: 09-Jun-2026,
// 9 juin 2026, June 9, 2026. A shortened name that two months share (jui) is
// none.
func parseDate(s string) (calendar.Date, error) {
	d, err := calendar.ParseAny(s, calendar.SixDigits|calendar.ExcelSerial)
	if err == nil {
		return d, nil
	}
	if text, ok := inFigures(s); ok {
		return calendar.ParseAny(text, calendar.UsualForms)
	}
	return 0, err
}

// inFigures writes a date whose month is a word as JJ/MM/AAAA.
func inFigures(s string) (string, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == '/' || r == '.' || r == ',' || r == 0xA0 || r == 0x202F
	})
	if len(parts) != 3 {
		return "", false
	}
	day, month := strings.ToLower(parts[0]), monthNamed(parts[1])
	if month == "" { // June 9, 2026
		day, month = strings.ToLower(parts[1]), monthNamed(parts[0])
	}
	for _, end := range []string{"er", "st", "nd", "rd", "th"} {
		day = strings.TrimSuffix(day, end)
	}
	if month == "" || !digits(day) || len(day) > 2 || !digits(parts[2]) || len(parts[2]) != 4 && len(parts[2]) != 2 {
		return "", false
	}
	return day + "/" + month + "/" + parts[2], true
}

// monthWords are the names of months, folded, in French, in English, and as far
// as they are usually shortened.
var monthWords = [12]string{
	" janvier janv jan january ", " fevrier fevr fev feb february ", " mars mar march ", " avril avr apr april ", " mai may ",
	" juin jun june ", " juillet juil jul july ", " aout aou aug august ", " septembre sept sep september ",
	" octobre oct october ", " novembre nov november ", " decembre dec december ",
}

// monthNamed gives the two figures of a month, empty for another word.
func monthNamed(word string) string {
	word = fold(word)
	for i, words := range monthWords {
		if word != "" && listed(words, word) {
			return string([]byte{'0' + byte((i+1)/10), '0' + byte((i+1)%10)})
		}
	}
	return ""
}
