package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"relance/domain/calendar"
	"relance/store"
)

// schemas holds the schemas of payment messages, which are not part of the tree.
const schemas = "../../../shared/data/sepa"

// TestMain lets the scripts run this very program as the command relance.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"relance": main})
}

// TestScripts runs the commands as a shell would: testdata/script has a script
// for every command and every exit code.
func TestScripts(t *testing.T) {
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll(filepath.Join("testdata", "golden"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := filepath.Abs(filepath.Join("testdata", "golden"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "fr_FR.UTF-8")
			env.Setenv("RELANCE_AUTHOR", "m.durand")
			env.Setenv("RELANCE_DB", filepath.Join(env.WorkDir, "relance.db"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("TMPDIR", env.WorkDir)
			return os.CopyFS(env.WorkDir, os.DirFS(filepath.Join("testdata", "files")))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"hold":   hold,
			"sample": sampleDatabase,
			"xsd":    xsd,
			"golden": func(ts *testscript.TestScript, _ bool, args []string) { compareGolden(ts, golden, args) },
		},
	})
}

// status CODE COMMAND… runs a command and expects its exit code.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0' + exit.ExitCode()))
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// hold FILE opens a database as another process would, until the script ends.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold FILE")
	}
	db, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Defer(func() { _ = db.Close() })
}

// xsd MESSAGE FILE validates a payment file against the schema of its message.
// Without xmllint or the schemas it says so and goes on.
func xsd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: xsd MESSAGE FILE")
	}
	schema, err := filepath.Abs(filepath.Join(schemas, args[0]+".xsd"))
	ts.Check(err)
	if _, err := os.Stat(schema); err != nil {
		ts.Logf("NOT VALIDATED: schema not present: %s", schema)
		return
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		ts.Logf("NOT VALIDATED: xmllint not present")
		return
	}
	ts.Check(ts.Exec("xmllint", "--noout", "--nonet", "--schema", schema, ts.MkAbs(args[1])))
}

// sampleDatabase FILE DAY makes a database of the sample portfolio.
func sampleDatabase(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sample FILE DAY")
	}
	day, err := calendar.Parse(args[1])
	ts.Check(err)
	db, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Check(fillSample(db, day))
	ts.Check(db.Close())
}

// volatile is what differs from one database to the next: the device in event
// identities, and the salted digests.
var volatile = regexp.MustCompile(`[0-9a-f]{16}-|[0-9a-f]{64}`)

// compareGolden NAME compares the last standard output with a golden file. With
// UPDATE_GOLDEN=1 it is written anew.
func compareGolden(ts *testscript.TestScript, folder string, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: golden NAME")
	}
	got := volatile.ReplaceAllString(strings.ReplaceAll(ts.ReadFile("stdout"), ts.Getenv("WORK"), "$WORK"), "*")
	path := filepath.Join(folder, args[0])
	if os.Getenv("UPDATE_GOLDEN") != "" {
		ts.Check(os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	ts.Check(err)
	if got != string(want) {
		ts.Fatalf("%s differs; UPDATE_GOLDEN=1 writes it anew. It is now:\n%s", args[0], got)
	}
}
