//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// demo: the first minutes of a collector, in French.
func (p built) demo(t *testing.T) {
	home := t.TempDir()
	x := p.open(t, 120, 40, surroundings(home), "demo", "--today", "2026-11-23")
	x.see("lundi 23 novembre 2026", "Liste d'appels", "0 appel", "h aide")
	first := x.current()

	x.keys("an") // no answer: two keys, and the next client by itself
	x.see("1 appel", "✓ Pas de réponse")
	x.wait("the next client", func(string) bool { return x.current() != first })

	second := x.current()
	x.keys("pv")
	x.see("Promesse de", "vendredi 27 novembre")
	x.keys("\r")
	x.see("✓ Promesse de", "2 appels", "1 promesse")

	x.keys("u") // names the client whose act it takes back
	x.see("Annulé")
	x.wait("the client's name", func(screen string) bool { return strings.Contains(screen, second[:8]) })

	x.keys("p?")
	x.see("› p?")
	x.keys("\x1b") // leaves the line, records nothing
	x.seeNo("› p?")
	x.see("a appel")
	x.quit()
	if left, _ := filepath.Glob(filepath.Join(home, "relance-demo-*")); len(left) > 0 {
		t.Errorf("the demo left its database behind: %v", left)
	}
}

// current is the name at the cursor of the worklist.
func (x *terminal) current() string {
	for _, l := range x.lines() {
		if name, ok := strings.CutPrefix(l, "▌"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "! "))
		}
	}
	return ""
}

func (p built) demoInEnglish(t *testing.T) {
	env := append(surroundings(t.TempDir()), "LANG=en_GB.UTF-8")
	x := p.open(t, 120, 40, env, "demo", "--today", "2026-11-23")
	x.see("Monday", "November 2026", "h help")
	x.keys("h")
	x.see("full help", "Esc close")
	x.keys("\x1b")
	x.seeNo("full help")
	x.see("h help")
	x.quit()
}

// emptyDesk: without a database the desk says what to do, and does it.
func (p built) emptyDesk(t *testing.T) {
	home := t.TempDir()
	x := p.open(t, 80, 24, surroundings(home), "--today", "2026-11-23")
	x.see("Le bureau est vide", "importer", "essayer")
	x.keys("j\r") // the sample portfolio
	x.see("Atelier du Nord", "h aide")
	x.quit()
	if out := p.run(t, home, "worklist"); strings.Contains(out, "Vandevoorde") {
		t.Errorf("the sample portfolio went into the user's database:\n%s", out)
	}

	fec(t, home)
	x = p.open(t, 100, 30, surroundings(home), "--today", "2026-11-23")
	x.see("Le bureau est vide")
	x.keys("\r") // a ledger
	x.see("› fichier")
	x.keys(filepath.Join(home, "123456782FEC20261231.txt") + "\r")
	x.see("⏎ importer", "nouveaux clients", "facture du 15/11 → échéance 15/12")
	time.Sleep(time.Second) // keys in flight when a question appears do not answer it
	x.keys("\r\x15Atelier du Nord\r")
	x.see("votre société         Atelier du Nord")
	x.keys("G\r")
	x.see("Garage Lefèvre SARL", "Atelier du Nord", "h aide")
	x.quit()
}

// pastedText never acts: what lay on the clipboard is no decision.
func (p built) pastedText(t *testing.T) {
	x := p.open(t, 120, 40, surroundings(t.TempDir()), "demo", "--today", "2026-11-23")
	x.see("0 appel, 0 joint")
	x.keys("\x1b[200~an\npv\n\x1b[201~")
	x.see("› an pv") // stands in the line, for a person to read
	x.keys("\x1b")
	x.seeNo("› an pv")
	x.keys("an") // typed, the same letters act
	x.see("1 appel, 0 joint, 0 promesse")
	x.quit()
}

// everySize: nothing wraps at any size, and below the smallest one line says so.
func (p built) everySize(t *testing.T) {
	x := p.open(t, 80, 24, surroundings(t.TempDir()), "demo", "--today", "2026-11-23")
	x.see("23 nov", "h aide")
	x.fits(80, 24)
	for _, size := range [][2]int{{100, 30}, {120, 40}, {160, 50}, {200, 50}, {81, 24}, {80, 24}} {
		x.resize(size[0], size[1])
		x.wait(fmt.Sprintf("a full screen at %dx%d", size[0], size[1]), func(string) bool {
			l := x.lines()
			return strings.Contains(l[len(l)-1], "h aide") && strings.Contains(l[0], "relance")
		})
		x.fits(size[0], size[1])
		if size[0] >= 160 {
			x.see("1 Liste d'appels", "2 ", "3 ", "4 Notes")
		}
		if size[0] < 100 { // one pane at a time
			for _, key := range []string{"\t", "\t", "\t", "\t"} {
				x.keys(key)
				x.fits(size[0], size[1])
			}
		}
	}
	x.resize(60, 15)
	x.wait("one line that says the screen is too small", func(screen string) bool {
		return strings.Contains(screen, "80") && !strings.Contains(screen, "h aide")
	})
	x.resize(80, 24)
	x.see("h aide")
	x.quit()
}

// withoutColour: NO_COLOR keeps the screen's meaning and sends no colour.
func (p built) withoutColour(t *testing.T) {
	x := p.open(t, 80, 24, append(surroundings(t.TempDir()), "NO_COLOR=1"), "demo", "--today", "2026-11-23")
	x.see("23 nov", "▌")
	x.quit()
	for _, colour := range []string{"\x1b[3", "\x1b[9", "\x1b[4"} {
		for rest := x.written(); ; {
			at := strings.Index(rest, colour)
			if at < 0 {
				break
			}
			rest = rest[at+len(colour):]
			if len(rest) > 1 && rest[0] >= '0' && rest[0] <= '8' && strings.ContainsAny(rest[1:2], "m;") {
				t.Fatalf("a colour was sent: %q", colour+rest[:8])
			}
		}
	}
}

// fec writes a small ledger: three clients with an accented name each.
func fec(t *testing.T, folder string) string {
	t.Helper()
	head := "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\t" +
		"EcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
	var b strings.Builder
	b.WriteString(head)
	for i, c := range []struct{ account, name, date, amount, net, tax string }{
		{"C00001", "Garage Lefèvre SARL", "20260805", "12450,00", "10375,00", "2075,00"},
		{"C00002", "Brasserie Béranger", "20260902", "7200,00", "6000,00", "1200,00"},
		{"C00003", "Œuvres & Cie", "20260915", "1800,00", "1500,00", "300,00"},
	} {
		entry := func(account, label, aux, auxLabel, debit, credit string) {
			fmt.Fprintf(&b, "VE\tVentes\t%d\t%s\t%s\t%s\t%s\t%s\tF26-%04d\t%s\tFacture %s\t%s\t%s\t\t\t%s\t\t\n",
				i+1, c.date, account, label, aux, auxLabel, i+1001, c.date, c.name, debit, credit, c.date)
		}
		entry("41100000", "Clients", c.account, c.name, c.amount, "0,00")
		entry("70600000", "Prestations", "", "", "0,00", c.net)
		entry("44571000", "TVA", "", "", "0,00", c.tax)
	}
	fmt.Fprint(&b, "OD\tDivers\t4\t20261120\t60400000\tAchats\t\t\tOD1\t20261120\tDivers\t10,00\t0,00\t\t\t20261120\t\t\n"+
		"OD\tDivers\t4\t20261120\t51200000\tBanque\t\t\tOD1\t20261120\tDivers\t0,00\t10,00\t\t\t20261120\t\t\n")
	path := filepath.Join(folder, "123456782FEC20261231.txt")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// file is what the test reads of a client's JSON.
type file struct {
	Promises []struct{ Amount, Due, State string }
	Timeline []struct{ Kind, Text string }
}

func (p built) file(t *testing.T, home, db, client string) file {
	t.Helper()
	var f file
	out := p.run(t, home, "--db", db, "--today", "2026-11-23", "client", client, "--format", "json")
	if err := json.Unmarshal([]byte(out), &f); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return f
}

// ownLedger: a person's own ledger, a promise, and the power cut in the moment
// in which the screen says that it is saved.
func (p built) ownLedger(t *testing.T) {
	home := t.TempDir()
	db := filepath.Join(home, "own.db")
	p.run(t, home, "--db", db, "--today", "2026-11-23", "import", "--yes", fec(t, home))
	args := []string{"--db", db, "--today", "2026-11-23", "--lang", "fr"}

	x := p.open(t, 120, 40, surroundings(home), args...)
	x.see("Garage Lefèvre SARL", "Œuvres & Cie", "21 450 €")
	x.wait("the greatest sum first", func(string) bool { return strings.HasPrefix(x.current(), "Garage") })
	x.keys("pv\r")
	x.see("✓ Promesse de 12 450,00 €")
	x.kill()

	f := p.file(t, home, db, "C00001")
	if len(f.Promises) != 1 || f.Promises[0].Amount != "12450.00" || f.Promises[0].Due != "2026-11-27" {
		t.Fatalf("after the kill the promise is not there as it was given: %+v", f)
	}

	x = p.open(t, 120, 40, surroundings(home), args...)
	x.see("Brasserie Béranger", "1 Liste d'appels")
	x.keys("zlefevre") // found without its accent
	x.see("Garage Lefèvre SARL")
	x.keys("\r")
	x.see("2 Garage Lefèvre SARL", "promesse de 12 450 €")

	// a note in the moment before the next kill
	x.keys("ivirement annoncé\r")
	x.see("✓ Note")
	x.kill()
	if f = p.file(t, home, db, "C00001"); !strings.Contains(fmt.Sprint(f.Timeline), "virement annoncé") {
		t.Fatalf("after the second kill the note is not there: %+v", f)
	}
	p.run(t, home, "--db", db, "check")

	// the same file again changes nothing
	if out := p.run(t, home, "--db", db, "--today", "2026-11-23", "import", "--yes", "--json", fec(t, home)); strings.Contains(out, `"committed": true`) && !strings.Contains(out, `"new": 0`) {
		t.Errorf("the same ledger again is a change:\n%s", out)
	}
}

// secondInstance: who comes second is told who holds the database, and may read.
func (p built) secondInstance(t *testing.T) {
	home := t.TempDir()
	db := filepath.Join(home, "own.db")
	p.run(t, home, "--db", db, "--today", "2026-11-23", "import", "--yes", fec(t, home))
	args := []string{"--db", db, "--today", "2026-11-23"}
	x := p.open(t, 100, 30, surroundings(home), args...)
	x.see("Garage Lefèvre SARL")

	cmd := p.command(home, append(args, "log", "--client", "C00001", "a n")...)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); err == nil || code != exitInUse {
		t.Errorf("a second writer ended with code %d, not %d:\n%s", code, exitInUse, out)
	}
	if holder := fmt.Sprint(x.cmd.Process.Pid); !strings.Contains(string(out), holder) {
		t.Errorf("the message does not name process %s:\n%s", holder, out)
	}
	if list := p.run(t, home, append(args, "worklist")...); !strings.Contains(list, "Garage Lefèvre SARL") {
		t.Errorf("reading while the desk is open:\n%s", list)
	}
	x.quit()
}
