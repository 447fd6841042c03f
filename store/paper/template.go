package paper

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"
	"unicode/utf8"
)

//go:embed templates/*.txt
var shipped embed.FS

// maxTemplate bounds a template that a user wrote, maxText what it may give.
const (
	maxTemplate = 256 << 10
	maxText     = 4 << 20
)

// Names of the papers, which are those of their templates: the file of the
// French agreement is agreement.fr.txt.
const (
	NameAgreement      = "agreement"
	NameAcknowledgment = "acknowledgment"
	NameFees           = "fees"
	NameStatement      = "statement"
	NamePromise        = "confirm-promise"
	NamePlan           = "confirm-plan"
	NameDispute        = "confirm-dispute"
	NameCall           = "confirm-call"
	NameCourtesy       = "courtesy"
	NameBreach         = "breach"
)

// papers lists the papers with an empty value of the data that each takes.
var papers = []struct {
	name string
	data Data
}{
	{NameAgreement, Agreement{}},
	{NameAcknowledgment, Agreement{}},
	{NameFees, Fees{}},
	{NameStatement, Statement{}},
	{NamePromise, PromiseNote{}},
	{NamePlan, PlanNote{}},
	{NameDispute, DisputeNote{}},
	{NameCall, CallNote{}},
	{NameCourtesy, Courtesy{}},
	{NameBreach, Breach{}},
}

// Names lists the papers.
func Names() []string {
	names := make([]string, len(papers))
	for i, p := range papers {
		names[i] = p.name
	}
	return names
}

// FileName is the name of a paper's template file.
func FileName(lang Lang, name string) string { return name + "." + lang.String() + ".txt" }

// Template is a paper's text, ready to be filled.
type Template struct {
	Lang Lang
	Name string
	// Own says that the text is the user's and not the shipped one.
	Own  bool
	file string
	t    *template.Template
}

// Load reads the template of a paper: the one in override where it holds a file
// of that name, else the shipped one. Override may be nil. A name that is no
// paper is ErrNoPaper; a file that cannot be read, is not UTF-8, is no template
// or names a field or directive that the paper has not is a *TemplateError.
func Load(lang Lang, name string, override fs.FS) (*Template, error) {
	at := slices.IndexFunc(papers, func(p struct {
		name string
		data Data
	},
	) bool {
		return p.name == name
	})
	if at < 0 || lang >= langCount {
		return nil, fmt.Errorf("%w: %q", ErrNoPaper, name)
	}
	file := FileName(lang, name)
	if override != nil {
		text, err := readBounded(override, file)
		if err == nil {
			return load(lang, name, file, text, papers[at].data, true)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, &TemplateError{File: file, Reason: err.Error(), Err: err}
		}
	}
	text, err := shipped.ReadFile("templates/" + file)
	if err != nil {
		return nil, fmt.Errorf("%w: %q: %w", ErrNoPaper, name, err)
	}
	return load(lang, name, file, text, papers[at].data, false)
}

func readBounded(fsys fs.FS, file string) ([]byte, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxTemplate {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLong, info.Size(), maxTemplate)
	}
	return fs.ReadFile(fsys, file)
}

// load parses a template and, where it is the user's, tries it on examples, so
// that what is wrong shows before a debtor waits for the paper.
func load(lang Lang, name, file string, text []byte, data Data, own bool) (*Template, error) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	for i, line := range bytes.Split(text, []byte("\n")) {
		if !utf8.Valid(line) {
			return nil, &TemplateError{File: file, Line: i + 1, Reason: "not UTF-8"}
		}
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= dataStart && r <= '\uFDEF' }) {
			return nil, &TemplateError{File: file, Line: i + 1, Reason: "holds a character that stands for nothing"}
		}
	}
	t, err := template.New(file).Option("missingkey=error").Funcs(functions(lang, new(int))).Parse(string(text))
	if err != nil {
		return nil, located(file, err)
	}
	for _, each := range t.Templates() {
		if each.Tree == nil {
			continue
		}
		if err := checkDirectives(each.Root, file, text, data, lang); err != nil {
			return nil, err
		}
		mark(each.Root)
	}
	out := &Template{Lang: lang, Name: name, Own: own, file: file, t: t}
	if own {
		for _, example := range Examples(name, lang) {
			doc, err := out.Render(example)
			if err != nil {
				return nil, err
			}
			if len(doc.Blocks) == 0 {
				return nil, &TemplateError{File: file, Reason: "the paper would be empty"}
			}
		}
	}
	return out, nil
}

// mark adds the function data to every action that writes a value.
func mark(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, each := range n.Nodes {
			mark(each)
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) == 0 {
			n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
				NodeType: parse.NodeCommand, Pos: n.Pos,
				Args: []parse.Node{parse.NewIdentifier("data").SetPos(n.Pos)},
			})
		}
	case *parse.IfNode:
		mark(n.List)
		mark(n.ElseList)
	case *parse.RangeNode:
		mark(n.List)
		mark(n.ElseList)
	case *parse.WithNode:
		mark(n.List)
		mark(n.ElseList)
	}
}

// checkDirectives looks for directives that the paper has not, with their line.
func checkDirectives(n parse.Node, file string, text []byte, data Data, lang Lang) error {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return nil
		}
		for _, each := range n.Nodes {
			if err := checkDirectives(each, file, text, data, lang); err != nil {
				return err
			}
		}
	case *parse.IfNode:
		return errors.Join(checkDirectives(n.List, file, text, data, lang), checkDirectives(n.ElseList, file, text, data, lang))
	case *parse.RangeNode:
		return errors.Join(checkDirectives(n.List, file, text, data, lang), checkDirectives(n.ElseList, file, text, data, lang))
	case *parse.WithNode:
		return errors.Join(checkDirectives(n.List, file, text, data, lang), checkDirectives(n.ElseList, file, text, data, lang))
	case *parse.TextNode:
		start := int(n.Pos)
		for i := 0; i < len(n.Text); i++ {
			if n.Text[i] != '@' || start+i > 0 && text[min(start+i, len(text))-1] != '\n' {
				continue
			}
			line, _, _ := strings.Cut(string(n.Text[i:]), "\n")
			name, _, _ := strings.Cut(line[1:], " ")
			if name = strings.TrimSpace(name); !knows(data, name, lang) {
				return &TemplateError{
					File: file, Line: 1 + bytes.Count(text[:min(start+i, len(text))], []byte("\n")),
					Reason: "no directive @" + name + " in this paper", Err: ErrDirective,
				}
			}
		}
	}
	return nil
}

// located makes an error of text/template, which reads "template:
// FILE:LINE:COLUMN: reason", a TemplateError.
func located(file string, err error) error {
	var known *TemplateError
	if errors.As(err, &known) {
		return known
	}
	out := &TemplateError{File: file, Reason: err.Error(), Err: err}
	rest, ok := strings.CutPrefix(err.Error(), "template: "+file+":")
	if !ok {
		return out
	}
	for _, to := range []*int{&out.Line, &out.Column} {
		figure, after, _ := strings.Cut(rest, ":")
		n, err := strconv.Atoi(figure)
		if err != nil {
			break
		}
		*to, rest = n, after
	}
	out.Reason = strings.TrimSpace(rest)
	return out
}

// WriteDefaults writes the shipped templates into a folder, which must exist,
// for editing. A file that is there already is left alone. It gives the names
// of the files that were written. Each appears whole or not at all.
func WriteDefaults(dir string) (written []string, err error) {
	for _, p := range papers {
		for lang := range langCount {
			file := FileName(lang, p.name)
			text, err := shipped.ReadFile("templates/" + file)
			if err != nil {
				return written, err
			}
			made, err := writeNew(filepath.Join(dir, file), text)
			if err != nil {
				return written, err
			}
			if made {
				written = append(written, file)
			}
		}
	}
	return written, nil
}

// writeNew writes a file that is not there yet.
func writeNew(path string, text []byte) (made bool, err error) {
	if _, err := os.Lstat(path); err == nil {
		return false, nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return false, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return false, err
	}
	err = os.Link(f.Name(), path)
	if err == nil || errors.Is(err, os.ErrExist) {
		return err == nil, nil
	}
	// No links on this file system: a look and a rename.
	if _, err := os.Lstat(path); err == nil {
		return false, nil
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return false, err
	}
	return true, syncDir(filepath.Dir(path))
}

// syncDir makes the names in a folder durable. Windows has no such call.
func syncDir(dir string) (err error) {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return d.Sync()
}
