package main

import (
	"strings"
	"testing"

	"relance/domain/wording"
	"relance/store"
)

// A full disk is told apart: the database's own, or that of a file beside it.
func TestDiskFullWords(t *testing.T) {
	env := func(name string) string { return map[string]string{"RELANCE_DB": "/data/relance.db"}[name] }
	for _, c := range []struct {
		lang wording.Lang
		path string
		want string
	}{
		{wording.French, "/usb/copie.db", "/usb/copie.db n'a pas été écrit"},
		{wording.English, "/usb/copy.db", "/usb/copy.db was not written"},
		{wording.French, "/data/relance.db", "le dernier ajout ne l'est pas"},
	} {
		p := &program{env: env, lang: c.lang}
		f := p.fault(&store.Error{Code: store.DiskFull, Path: c.path})
		if f.code != exitFailed || !strings.Contains(f.words, c.want) {
			t.Errorf("%s: %d %s", c.path, f.code, f.words)
		}
	}
}
