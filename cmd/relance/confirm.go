package main

import (
	"bufio"
	"fmt"
	"strings"

	"relance/domain/wording"
	"relance/store/sheet"
)

// confirm asks a question on the terminal; Enter is the usual answer.
func (p *program) confirm(usual bool, question wording.Text, args ...any) bool {
	fmt.Fprint(p.err, sheet.Clean(p.say(question, args...)))
	if p.answers == nil {
		p.answers = bufio.NewReader(p.in)
	}
	text, _ := p.answers.ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "":
		return usual
	case "o", "oui", "y", "yes":
		return true
	}
	return false
}
