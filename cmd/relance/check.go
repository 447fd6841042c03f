package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/wording"
	"relance/store"
	"relance/store/sheet"
)

// checkChild is set in the environment of the process that walks through a
// database that may be damaged: bbolt can fault there beyond recovery, and then
// only the child ends.
const checkChild = "RELANCE_CHECK_CHILD"

func (p *program) checkCommand() *cobra.Command {
	return p.command("check", wording.CmdCheck, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		path, err := p.databasePath()
		if err != nil {
			return err
		}
		if p.env(checkChild) != "" {
			_, err := store.CheckFile(path, true)
			return err
		}
		report, err := store.CheckFile(path, false)
		if err != nil {
			return err
		}
		if report.Sound() && !p.walked(path) {
			report.Problems = append(report.Problems, store.Problem{Code: store.BadPage, Where: path, Detail: "deep check"})
		}
		if err := p.writeReport(&report, format); err != nil {
			return err
		}
		if !report.Sound() {
			return p.fail(exitFailed, wording.FaultCheck, len(report.Problems))
		}
		return nil
	})
}

// walked runs the deep check in a child process and reports whether it came
// through. Where no child can be started the check made so far must do.
func (p *program) walked(path string) bool {
	self, err := os.Executable()
	if err != nil {
		return true
	}
	child := exec.Command(self, "check", "--db", path)
	child.Env = append(os.Environ(), checkChild+"=1")
	if err := child.Start(); err != nil {
		return true
	}
	return child.Wait() == nil
}

type (
	reportOut struct {
		Path      string       `json:"path"`
		Sound     bool         `json:"sound"`
		State     string       `json:"state"`
		Ledger    string       `json:"ledger"`
		Journal   string       `json:"journal"`
		Bytes     int64        `json:"bytes"`
		Creditors int          `json:"creditors"`
		Clients   int          `json:"clients"`
		Items     int          `json:"items"`
		Devices   int          `json:"devices"`
		Events    int          `json:"events"`
		Unknown   int          `json:"unknown"`
		Texts     int          `json:"texts"`
		Erased    int          `json:"erased"`
		Problems  []problemOut `json:"problems"`
	}
	problemOut struct {
		Where  string `json:"where"`
		Detail string `json:"detail"`
	}
)

func reportOf(r *store.Report) reportOut {
	out := reportOut{
		Path: r.Path, Sound: r.Sound(), State: hex.EncodeToString(r.Digest.State[:]), Ledger: hex.EncodeToString(r.Digest.Ledger[:]),
		Journal: hex.EncodeToString(r.Digest.Journal[:]), Bytes: r.Size, Creditors: r.Creditors, Clients: r.Clients,
		Items: r.Items, Devices: r.Devices, Events: r.Events, Unknown: r.Unknown, Texts: r.Texts, Erased: r.Erased,
		Problems: []problemOut{},
	}
	for _, x := range r.Problems {
		out.Problems = append(out.Problems, problemOut{x.Where, x.Detail})
	}
	return out
}

func (p *program) writeReport(r *store.Report, f sheet.Format) error {
	out := reportOf(r)
	if f == sheet.JSON {
		return sheet.WriteValue(p.out, out)
	}
	if f == sheet.CSV {
		t := sheet.Table{Columns: p.columns(column{key: "path"}, column{key: "sound"}, column{key: "state"}, column{key: "bytes"},
			column{key: "clients"}, column{key: "items"}, column{key: "events"})}
		t.Rows = [][]sheet.Cell{{
			sheet.Text(out.Path), sheet.Truth(out.Sound), sheet.Text(out.State), sheet.Number(out.Bytes),
			sheet.Number(int64(out.Clients)), sheet.Number(int64(out.Items)), sheet.Number(int64(out.Events)),
		}}
		return sheet.Write(p.out, t, f, p.sheetStyle())
	}
	for _, x := range out.Problems {
		fmt.Fprintln(p.out, sheet.Clean(joined(": ", x.Where, x.Detail)))
	}
	if out.Sound {
		p.tell(wording.SaidSound)
	}
	p.tell(wording.SaidDigest, out.State)
	fmt.Fprintln(p.out, strings.Join([]string{
		p.counted(out.Clients, wording.SaidClients), p.counted(out.Items, wording.SaidItems),
		p.counted(out.Events, wording.SaidEvents), p.counted(int(out.Bytes), wording.SaidBytes),
	}, ", ")+".")
	return nil
}
