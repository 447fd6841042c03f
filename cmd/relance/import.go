package main

import (
	"github.com/spf13/cobra"

	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/store/ledgerfile"
	"relance/store/sheet"
)

// importOptions are the flags of import.
type importOptions struct {
	creditorFlags
	listDate string
	input    string // format of the files, empty = detected
	dryRun   bool
	yes      bool
	exclude  []string
}

func (p *program) importCommand() *cobra.Command {
	var opt importOptions
	c := p.command("import FILE…", wording.CmdImport, p.atLeast(1), func(_ *cobra.Command, args []string) error {
		format, err := p.importFormats(&opt)
		if err != nil {
			return err
		}
		return p.importFiles(args, opt, format)
	})
	c.Long = p.say(wording.CmdImport) + "\n\n" + p.say(wording.CmdImportLong)
	f := c.Flags()
	opt.creditorFlags.register(p, f)
	f.StringVar(&opt.listDate, "list-date", "", p.say(wording.FlagListDate))
	f.StringSliceVar(&opt.exclude, "exclude", nil, p.say(wording.FlagExclude))
	f.BoolVar(&opt.dryRun, "dry-run", false, p.say(wording.FlagDryRun))
	f.BoolVar(&opt.yes, "yes", false, p.say(wording.FlagYes))
	f.StringVar(&p.flags.format, "format", "", p.say(wording.FlagFormatIn))
	return c
}

// importFormats tells the two meanings of --format apart: fec, items and
// clients are read, table, csv and json are written.
func (p *program) importFormats(opt *importOptions) (sheet.Format, error) {
	switch p.flags.format {
	case ledgerfile.FormatFEC, ledgerfile.FormatItems, ledgerfile.FormatClients:
		opt.input, p.flags.format = p.flags.format, ""
	case "", "table", "csv", "json":
	default:
		return 0, p.choice("format", p.flags.format, "fec", "items", "clients", "table", "csv", "json")
	}
	return p.format(sheet.Aligned)
}

// importRun is one import from the command line.
type importRun struct {
	*importer
	opt    importOptions
	format sheet.Format
	ask    bool // a person sits at the terminal
	new    bool // there was no database before
	office *office
	reads  []*fileRead
	final  *ledger.Book // what is known after the last of several files

	stranded []strandedAct // agreed on items that go
}

func (p *program) importFiles(paths []string, opt importOptions, format sheet.Format) error {
	path, err := p.databasePath()
	if err != nil {
		return err
	}
	run := &importRun{opt: opt, format: format, new: !exists(path), ask: p.interactive() && format == sheet.Aligned && !opt.yes}
	run.importer = &importer{p: p, flags: opt.creditorFlags, input: opt.input, together: true}
	if opt.listDate != "" {
		if run.listDate, err = p.dateFlag("list-date", opt.listDate); err != nil {
			return err
		}
	}
	if err := run.open(); err != nil {
		return err
	}
	defer run.close()
	frugal()
	if run.ask {
		run.choose = run.askCreditor
	}
	refused := run.read(paths)
	if refused == nil {
		refused = run.compare()
	}
	if refused != nil {
		return run.refuse(refused)
	}
	return run.decide()
}

// open opens the database that is there. A new one is made only when the files
// were read and accepted.
func (r *importRun) open() (err error) {
	switch {
	case r.opt.dryRun && r.new:
		return nil
	case r.opt.dryRun:
		r.office, err = r.p.openToRead()
	case r.new:
		return r.p.writes("import")
	default:
		r.office, err = r.p.openToWrite("import")
	}
	if err != nil {
		return err
	}
	r.book = &r.office.loaded.Book
	if !r.opt.dryRun {
		r.office.db.SweepBackups("")
	}
	return nil
}

func (r *importRun) close() {
	if r.office != nil {
		r.office.close()
	}
}

// read reads every file; the first refusal of each is kept, and one refused
// file refuses all.
func (r *importRun) read(paths []string) error {
	var refused error
	for _, path := range paths {
		file, err := r.readFile(path, r.p.progress(path))
		r.reads = append(r.reads, file)
		if err != nil && refused == nil {
			refused = err
		}
	}
	if refused == nil {
		refused = strangers(r.reads)
	}
	sortReads(r.reads)
	return refused
}

// compare computes what each file changes after those before it.
func (r *importRun) compare() error {
	for i, file := range r.reads {
		if err := r.compareFile(file); err != nil {
			return err
		}
		if i < len(r.reads)-1 {
			r.book = file.change.Apply(r.book)
		}
	}
	r.regroup()
	r.findStranded()
	r.findEdited()
	return nil
}

// decide shows what would change, asks or goes ahead, and commits.
func (r *importRun) decide() error {
	r.show()
	exclude, err := r.excluded()
	if err != nil {
		return err
	}
	doubtful := r.doubts() > 0
	switch {
	case r.opt.dryRun:
		if r.format == sheet.Aligned {
			r.p.tell(wording.ImportDry)
		}
		return r.finish(false)
	case r.changesNothing() && len(exclude) == 0:
		return r.finish(true)
	case r.ask:
		yes, err := r.confirm(doubtful)
		if err != nil {
			return err
		}
		if !yes {
			return r.p.fail(exitRefused, wording.FaultDeclined)
		}
	case doubtful && !r.opt.yes:
		if err := r.finish(false); err != nil {
			return err
		}
		return r.p.fail(exitRefused, wording.FaultDoubts)
	}
	return r.commit(exclude)
}

// commit makes the changes durable, one act for each file, after a backup of
// what was there.
func (r *importRun) commit(exclude []ledger.ClientKey) error {
	if r.office == nil {
		office, err := r.p.openToWrite("import")
		if err != nil {
			return err
		}
		r.office = office
		frugal()
	} else if made, err := r.p.backUpBeforeImport(r.office.db); err != nil {
		return err
	} else if made != "" && r.format == sheet.Aligned {
		r.p.tell(wording.ImportBackup, made)
	}
	for _, file := range r.reads {
		mine := exclude
		exclude = nil
		if file.changesNothing() && len(mine) == 0 {
			continue
		}
		if _, err := r.office.session.Import(file.change, file.batch.Source, mine); err != nil {
			return err
		}
		for _, typed := range file.edited {
			if _, err := r.office.session.Do(typed); err != nil {
				return err
			}
		}
	}
	return r.finish(true)
}

func (r *importRun) changesNothing() bool {
	for _, file := range r.reads {
		if !file.changesNothing() {
			return false
		}
	}
	return true
}
