package main

import (
	"crypto/rand"
	"encoding/hex"
	"io"
	"os"
	"slices"
	"strings"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/store"
	"relance/store/payfile"
)

// issue writes the file for the bank beside its place, records what is in it, and
// only then gives it its name: an earlier file of that name goes only for one
// that is recorded, and a crash leaves either a file of which nothing is
// recorded or, beside its place, the one that is.
func (p *program) issue(o *office, b *proposal, opt collectOptions) error {
	replaced, err := p.fileInTheWay(o.view(), opt)
	if err != nil {
		return err
	}
	if err := p.agreed(b, opt); err != nil {
		return err
	}
	message := p.messageID(b)
	file := payfile.File{MessageID: message, Created: p.now(), Batch: b.batch}
	beside, err := p.prepareFile(opt.out, opt.force, func(w io.Writer) error { return payfile.Write(w, b.version, file) })
	if err != nil {
		return err
	}
	if _, err := o.session.IssueDebits(act.IssueDebits{Debits: b.issued(message)}); err != nil {
		words := p.fault(err).words
		if code, _ := store.CodeOf(err); code == store.Broken {
			return p.fail(exitFailed, wording.FaultOutcomeOpen, words, beside.Name(), message)
		}
		beside.Drop()
		return p.fail(exitFailed, wording.FaultNotRecorded, words)
	}
	if err := beside.Place(); err != nil {
		return p.fail(exitFailed, wording.FaultNotPlaced, p.fault(err).words, beside.Name(), opt.out)
	}
	b.message, b.file = message, opt.out
	p.note(wording.CollectWritten, opt.out, message, p.collected(b))
	if replaced != "" {
		p.note(wording.CollectReplaces, replaced)
	}
	p.note(wording.CollectRecorded)
	return nil
}

// agreed asks before anything is written. An instalment that a bank is about to
// collect already is a doubt that needs a person.
func (p *program) agreed(b *proposal, opt collectOptions) error {
	if opt.yes {
		return nil
	}
	twice := b.underWay()
	switch {
	case !p.interactive() && twice == "":
		return nil
	case !p.interactive():
		return p.fail(exitRefused, wording.FaultUnderWay, twice)
	case twice != "":
		p.note(wording.CollectUnderWay, twice)
	}
	if !p.confirm(twice == "", wording.AskCollect, opt.out, p.collected(b)) {
		return p.fail(exitFailed, wording.FaultDeclined)
	}
	return nil
}

// underWay names the instalments asked for again whose earlier collection is
// still to come.
func (b *proposal) underWay() string {
	var names []string
	for i := range b.batch.Collections {
		c := &b.batch.Collections[i]
		if slices.ContainsFunc(c.Already, func(is directdebit.Issue) bool { return is.CollectOn >= b.options.Today }) {
			names = append(names, againName(c.Key))
		}
	}
	return strings.Join(names, ", ")
}

// fileInTheWay looks at a file that is there already: one that was recorded is
// left alone, of one that was not it is said what it is. With --force it gives
// the identification of the file that will be replaced.
func (p *program) fileInTheWay(v *desk.View, opt collectOptions) (message string, err error) {
	f, err := os.Open(opt.out)
	if err != nil {
		return "", nil //nolint:nilerr // not there; or not readable, which writing it will say
	}
	defer func() { _ = f.Close() }()
	message, ok := payfile.MessageID(f)
	switch {
	case !ok && opt.force:
		return "", nil
	case !ok:
		return "", &store.Error{Code: store.Exists, Path: opt.out}
	case opt.force:
		return message, nil
	}
	if m, recorded := v.DebitMessage(message); recorded {
		return "", p.fail(exitFailed, wording.FaultFileRecorded, opt.out, message, p.shortDay(m.On), p.counted(m.Count, wording.CollectCount))
	}
	return "", p.fail(exitFailed, wording.FaultFileOrphan, opt.out, message)
}

// messageID names a file for ever: the day, the time and four letters drawn by
// lot, so that two files of the same instalments never bear one name.
func (p *program) messageID(b *proposal) string {
	var lot [2]byte
	_, _ = rand.Read(lot[:]) // never fails
	day := strings.ReplaceAll(b.options.Today.String(), "-", "")
	return "REL-" + day + p.now().UTC().Format("-150405-") + hex.EncodeToString(lot[:])
}

// issued is what the journal keeps of the batch.
func (b *proposal) issued(message string) []act.Debit {
	out := make([]act.Debit, len(b.batch.Collections))
	for i := range b.batch.Collections {
		c := &b.batch.Collections[i]
		out[i] = act.Debit{Client: c.Client, Issued: journal.DebitIssued{
			Plan: c.Plan, Number: uint16(c.No), Due: c.Due, Amount: c.Amount, Mandate: c.Mandate.Reference,
			CollectOn: c.CollectOn, Sequence: string(c.Sequence), Message: message,
		}}
	}
	return out
}
