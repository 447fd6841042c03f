package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestComplete(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"journal.txt", "joué.csv", ".caché"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "exports"), 0o700); err != nil {
		t.Fatal(err)
	}
	sep := string(filepath.Separator)
	at := dir + sep
	for _, c := range []struct {
		text, want string
		names      []string
	}{
		{at + "e", at + "exports" + sep, []string{"exports" + sep}},
		{at + "j", at + "jou", []string{"journal.txt", "joué.csv"}},
		{at + "jour", at + "journal.txt", []string{"journal.txt"}},
		{at + ".", at + ".caché", []string{".caché"}},
		{at, at, []string{"exports" + sep, "journal.txt", "joué.csv"}},
		{at + "z", at + "z", nil},
		{filepath.Join(dir, "nulle", "part"), filepath.Join(dir, "nulle", "part"), nil},
	} {
		got, names := folders{}.Complete(c.text)
		if got != c.want || !slices.Equal(names, c.names) {
			t.Errorf("%q: %q %q", c.text, got, names)
		}
	}
}
