package main

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/adrg/xdg"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/wording"
)

// refuse says that a value is not possible.
func refuse(key, value string) *configError {
	return &configError{key: key, text: wording.ConfigValue, args: []any{value, takes(key)}}
}

// authorMax is how long initials or a name may be.
const authorMax = 40

// readWords takes the settings of one word.
func (c *config) readWords(f *configFile) *configError {
	for _, one := range []struct {
		key      string
		value    *string
		possible []string
	}{
		{"lang", f.Lang, []string{"fr", "en"}},
		{"keys", f.Keys, []string{"fr", "en"}},
		{"csv_dialect", f.Dialect, []string{"standard", "fr"}},
	} {
		if one.value != nil && !slices.Contains(one.possible, *one.value) {
			return refuse(one.key, *one.value)
		}
	}
	if f.Author != nil {
		c.author = strings.TrimSpace(*f.Author)
		hidden := strings.ContainsFunc(c.author, func(r rune) bool { return !unicode.IsPrint(r) })
		if c.author == "" || hidden || utf8.RuneCountInString(c.author) > authorMax {
			return refuse("author", strconv.QuoteToGraphic(*f.Author))
		}
	}
	return nil
}

// readPaths takes the paths: ~/ is the home folder, and one that is not
// absolute starts from the configuration file's folder.
func (c *config) readPaths(f *configFile) *configError {
	for _, one := range []struct {
		key   string
		value *string
		to    *string
	}{{"db", f.DB, &c.db}, {"backup.folder", f.Backup.Folder, &c.backups}, {"papers", f.Papers, &c.papers}} {
		if one.value == nil {
			continue
		}
		path := *one.value
		if strings.TrimSpace(path) == "" || strings.ContainsRune(path, 0) {
			return refuse(one.key, path)
		}
		if rest, ok := strings.CutPrefix(path, "~/"); ok {
			path = filepath.Join(xdg.Home, rest)
		} else if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(c.path), path)
		}
		*one.to = path
	}
	return nil
}

// readHours takes the calling hours.
func (c *config) readHours(f *configFile) *configError {
	h := calendar.UsualHours()
	for _, one := range []struct {
		key   string
		value *string
		to    *int16
	}{{"calls.from", f.Calls.From, &h.From}, {"calls.to", f.Calls.To, &h.To}} {
		if one.value == nil {
			continue
		}
		minute, ok := readHour(*one.value)
		if !ok {
			return refuse(one.key, *one.value)
		}
		*one.to = minute
	}
	if h.To <= h.From {
		key := "calls.to"
		if f.Calls.To == nil {
			key = "calls.from"
		}
		return &configError{key: key, text: wording.ConfigHours, args: []any{hourText(h.To), hourText(h.From)}}
	}
	if f.Calls.Days != nil {
		h.Days = [7]bool{}
		for _, name := range *f.Calls.Days {
			day, ok := readWeekday(name)
			if !ok {
				return refuse("calls.days", name)
			}
			h.Days[day] = true
		}
	}
	c.hours = h
	return nil
}

// readHour reads 8:00, 08:00, 8h or 8h30, up to 24:00.
func readHour(s string) (minute int16, ok bool) {
	hours, minutes, colon := strings.Cut(s, ":")
	if !colon {
		var letter bool
		if hours, minutes, letter = strings.Cut(s, "h"); !letter {
			return 0, false
		}
		if minutes == "" {
			minutes = "00"
		}
	}
	h, err := strconv.ParseUint(hours, 10, 8)
	m, err2 := strconv.ParseUint(minutes, 10, 8)
	if err != nil || err2 != nil || len(hours) > 2 || len(minutes) != 2 || m > 59 || h*60+m > 24*60 {
		return 0, false
	}
	return int16(h*60 + m), true
}

func hourText(minute int16) string { return fmt.Sprintf("%d:%02d", minute/60, minute%60) }

// dayKeys and frenchDays begin with Sunday, as time.Weekday does.
var (
	dayKeys    = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
	frenchDays = [7]string{"dim", "lun", "mar", "mer", "jeu", "ven", "sam"}
)

func readWeekday(s string) (day int, ok bool) {
	s = strings.ToLower(s)
	for day := range dayKeys {
		if s == dayKeys[day] || s == frenchDays[day] {
			return day, true
		}
	}
	return 0, false
}

// readLetters takes the letters that were changed, in the set that keys names.
func (c *config) readLetters(f *configFile) *configError {
	groups := letterGroups()
	some := ""
	for _, group := range slices.Sorted(maps.Keys(f.Letters)) {
		if !slices.Contains(groups, group) {
			return &configError{key: "letters." + group, text: wording.ConfigUnknown, args: []any{"[letters." + strings.Join(groups, "], [letters.") + "]"}}
		}
		known := letterKeys(group)
		for _, key := range slices.Sorted(maps.Keys(f.Letters[group])) {
			some = "letters." + group + "." + key
			if !slices.Contains(known, key) {
				return &configError{key: some, text: wording.ConfigUnknown, args: []any{strings.Join(known, ", ")}}
			}
			if f.Letters[group][key] == "" {
				return refuse(some, "")
			}
		}
	}
	switch {
	case some == "":
		return nil
	case f.Keys == nil:
		return &configError{key: some, text: wording.ConfigNeedsKeys}
	}
	base := keysNamed(*f.Keys).Mnemonics()
	var fault *entry.KeysError
	if errors.As(changed(base, f.Letters).Check(), &fault) {
		key := culprit(base, f.Letters, fault)
		if key == "" {
			key = some
		}
		return &configError{key: key, text: wording.ConfigLetters[fault.Fault], args: []any{fault.Letter, wording.ConfigGroups[fault.Group]}}
	}
	return nil
}

func keysNamed(name string) entry.Keys {
	if name == "en" {
		return entry.English
	}
	return entry.French
}
