package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond is the highest rate that the terminal library draws at.
const framesPerSecond = 120

// Run shows the desk until the person leaves. The terminal is given back
// whatever happens.
func Run(opt Options, more ...tea.ProgramOption) error {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	options := append([]tea.ProgramOption{tea.WithFPS(framesPerSecond)}, more...)
	if _, err := tea.NewProgram(New(opt), options...).Run(); err != nil {
		return fmt.Errorf("tui: %w", err)
	}
	return nil
}
