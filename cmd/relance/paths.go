package main

import (
	"os"
	"path/filepath"
	"strings"
)

// folders completes names of files for the screen.
type folders struct{}

// Complete implements ports.Paths. A leading ~ is the user's own folder; hidden
// files are left out unless the text asks for them.
func (folders) Complete(text string) (longest string, names []string) {
	folder, begin := filepath.Split(text)
	where := folder
	if rest, ok := strings.CutPrefix(where, "~"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			folder = home + rest
			where = folder
		}
	}
	if where == "" {
		where = "."
	}
	entries, err := os.ReadDir(where)
	if err != nil {
		return text, nil
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begin) || begin == "" && strings.HasPrefix(name, ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(where, name)); err == nil && info.IsDir() {
			name += string(filepath.Separator)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return text, nil
	}
	longest = names[0]
	for _, name := range names[1:] {
		longest = shared(longest, name)
	}
	return folder + longest, names
}

// shared is the longest beginning of two names, in whole characters.
func shared(a, b string) string {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n = i + len(string(r))
	}
	return a[:n]
}
