package ui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is a way of showing text: the control sequence that begins it. The
// zero value is plain text. Every styled text ends with a full reset.
type Style string

const reset = "\x1b[m"

// Theme holds the styles by meaning. Only the sixteen colours of the terminal
// are used, so that light and dark backgrounds keep the user's own palette,
// and no meaning rests on colour alone.
type Theme struct {
	Plain    Style
	Dim      Style // what is there but does not count now
	Strong   Style // what counts
	Accent   Style // the one accent: keys, the cursor's mark, the focused title
	Alert    Style // what needs action
	Selected Style // the row under the cursor of the focused pane
	Frame    Style // frame lines
}

// NewTheme gives the product's theme.
func NewTheme() Theme {
	return Theme{
		Dim:      styleOf(lipgloss.NewStyle().Faint(true)),
		Strong:   styleOf(lipgloss.NewStyle().Bold(true)),
		Accent:   styleOf(lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Cyan)),
		Alert:    styleOf(lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Red)),
		Selected: styleOf(lipgloss.NewStyle().Reverse(true)),
		Frame:    styleOf(lipgloss.NewStyle().Faint(true)),
	}
}

// styleOf keeps what a lipgloss style writes before a text.
func styleOf(s lipgloss.Style) Style {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return Style(open)
}

// Paint gives s in the style.
func (st Style) Paint(s string) string {
	if st == "" || s == "" {
		return s
	}
	return string(st) + s + reset
}
