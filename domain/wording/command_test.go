package wording

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

var verb = regexp.MustCompile(`%[^a-z%]*[a-z]`)

// Both languages of a text take the same values: with the same verbs, in the
// same order.
func TestBothLanguagesTakeTheSame(t *testing.T) {
	files, err := filepath.Glob("command*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	texts := 0
	for _, name := range files {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || len(lit.Elts) != 2 {
				return true
			}
			var words [2]string
			for i, e := range lit.Elts {
				s, ok := e.(*ast.BasicLit)
				if !ok || s.Kind != token.STRING {
					return true
				}
				words[i], _ = strconv.Unquote(s.Value)
			}
			texts++
			if fr, en := verb.FindAllString(words[0], -1), verb.FindAllString(words[1], -1); !slices.Equal(fr, en) {
				t.Errorf("%s: %q takes %q, %q takes %q", set.Position(lit.Pos()), words[0], fr, words[1], en)
			}
			if (words[0] == "") != (words[1] == "") {
				t.Errorf("%s: %q has no other language", set.Position(lit.Pos()), words[0]+words[1])
			}
			return true
		})
	}
	if texts < 100 {
		t.Errorf("only %d texts found", texts)
	}
}
