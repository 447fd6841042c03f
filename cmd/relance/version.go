package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"relance/domain/wording"
)

// version is set by the linker for a release.
var version = ""

func (p *program) versionCommand() *cobra.Command {
	return p.command("version", wording.CmdVersion, p.exactly(0), func(*cobra.Command, []string) error {
		_, err := fmt.Fprintf(p.out, "relance %s %s %s/%s\n", versionName(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	})
}

// versionName is the release, else what the build knows of its source.
func versionName() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}
