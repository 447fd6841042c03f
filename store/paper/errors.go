package paper

import (
	"errors"
	"fmt"
)

// What is wrong with a template or with the data of a paper. Callers compare
// with errors.Is.
var (
	ErrNoPaper   = errors.New("paper: no paper of that name")
	ErrTemplate  = errors.New("paper: the template is not right")
	ErrTooLong   = errors.New("paper: too long")
	ErrField     = errors.New("paper: a field holds what it may not")
	ErrDirective = errors.New("paper: unknown directive")
)

// TemplateError says where a template is wrong and why. It is an ErrTemplate.
type TemplateError struct {
	File   string // "agreement.fr.txt"
	Line   int    // from 1; 0 = not known
	Column int    // from 1; 0 = not known
	Reason string
	Err    error // the cause, may be nil
}

// Error gives "agreement.fr.txt:12: reason".
func (e *TemplateError) Error() string {
	switch {
	case e.Line == 0:
		return fmt.Sprintf("%s: %s", e.File, e.Reason)
	case e.Column == 0:
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Reason)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Reason)
}

// Unwrap gives the cause.
func (e *TemplateError) Unwrap() []error {
	if e.Err == nil {
		return []error{ErrTemplate}
	}
	return []error{ErrTemplate, e.Err}
}
