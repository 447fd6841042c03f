package main

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"relance/domain/wording"
	"relance/store/sheet"
)

// run runs one command line and gives the exit code. A panic ends in a message
// too: whatever was acknowledged is on the disk.
func run(args []string, p *program) (code int) {
	p.lang = language(args, p.env, nil)
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(p.err, p.say(wording.FaultPrefix)+p.say(wording.FaultPanic, r))
			if p.env("RELANCE_DEBUG") != "" {
				fmt.Fprintf(p.err, "%s", debug.Stack())
			}
			code = exitFailed
		}
	}()
	p.configure(args)
	p.lang = language(args, p.env, p.config.file.Lang)
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.in)
	root.SetOut(p.out)
	root.SetErr(p.err)
	return p.report(root.Execute())
}

// root builds the commands in the language of the run.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use: "relance", Short: p.say(wording.CmdRoot), Long: p.say(wording.CmdRoot) + "\n\n" + p.say(wording.CmdRootLong),
		SilenceErrors: true, SilenceUsage: true,
		Args: p.noSuchCommand, DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.checkValues(c); err != nil {
				return err
			}
			return p.openDesk()
		},
	}
	p.globalFlags(root.PersistentFlags())
	root.SetUsageTemplate(p.usageTemplate())
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return p.flagFault(c.CommandPath(), err) })
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		p.demoCommand(), p.importCommand(), p.agedCommand(), p.worklistCommand(), p.clientCommand(),
		p.logCommand(), p.setCommand(), p.planCommand(), p.paperCommand(), p.exportCommand(), p.dayCommand(),
		p.backupCommand(), p.restoreCommand(), p.checkCommand(), p.compactCommand(), p.rulesCommand(),
		p.creditorCommand(), p.feesCommand(), p.ratesCommand(), p.limitationCommand(), p.mandateCommand(), p.collectCommand(),
		p.configCommand(), p.versionCommand(),
	)
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			c.Short, c.Long = p.say(wording.CmdHelp), p.say(wording.CmdHelp)
			c.Run, c.RunE = nil, func(_ *cobra.Command, args []string) error { return p.help(root, args) }
		}
	}
	root.PersistentFlags().BoolP("help", "h", false, p.say(wording.FlagHelp))
	return root
}

func (p *program) globalFlags(f *pflag.FlagSet) {
	f.StringVar(&p.flags.db, "db", "", p.say(wording.FlagDB))
	f.StringVar(&p.flags.config, "config", "", p.say(wording.FlagConfig))
	f.StringVar(&p.flags.today, "today", "", p.say(wording.FlagToday))
	f.StringVar(&p.flags.asOf, "as-of", "", p.say(wording.FlagAsOf))
	f.StringVar(&p.flags.lang, "lang", "", p.say(wording.FlagLang))
	f.BoolVar(&p.flags.readOnly, "read-only", false, p.say(wording.FlagReadOnly))
	f.StringVar(&p.flags.format, "format", "", p.say(wording.FlagFormat))
	f.StringVar(&p.flags.output, "output", "", p.say(wording.FlagOutput))
	f.BoolVar(&p.flags.json, "json", false, p.say(wording.FlagJSON))
	f.StringVar(&p.flags.dialect, "csv-dialect", "", p.say(wording.FlagDialect))
}

// usageTemplate is cobra's, in the language and without what relance has not.
func (p *program) usageTemplate() string {
	return strings.NewReplacer(
		"USAGE", p.say(wording.HelpUsage), "COMMANDS", p.say(wording.HelpCommands), "FLAGS", p.say(wording.HelpFlags),
		"GLOBAL", p.say(wording.HelpGlobal), "CODES", p.say(wording.HelpCodes),
		"COMMAND", p.say(wording.HelpCommand), "OPTIONS", p.say(wording.HelpOptions),
		"MORE", fmt.Sprintf(p.say(wording.HelpMore), "{{.CommandPath}}"),
	).Replace(`USAGE
  {{if .Runnable}}{{.UseLine}}{{else}}{{.CommandPath}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND OPTIONS{{end}}{{if .HasAvailableSubCommands}}

COMMANDS{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

FLAGS
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

GLOBAL
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

MORE{{end}}

CODES
`)
}

// help shows the help of a command; words that name none are refused.
func (p *program) help(root *cobra.Command, args []string) error {
	c, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		if c == nil {
			c, rest = root, args
		}
		return p.noSuchCommand(c, rest)
	}
	c.InitDefaultHelpFlag()
	return c.Help()
}

// noSuchCommand refuses words after relance that name no command.
func (p *program) noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return p.usage(wording.FaultUnknownMaybe, p.quoted(args[0]), near[0])
	}
	return p.usage(wording.FaultUnknownCmd, p.quoted(args[0]))
}

// exactly and atLeast check the number of arguments in the language.
func (p *program) exactly(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return p.usage(wording.FaultTooFew, c.UseLine())
		case len(args) > n:
			return p.usage(wording.FaultTooMany, p.quoted(args[n]), c.UseLine())
		}
		return nil
	}
}

func (p *program) atLeast(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return p.usage(wording.FaultTooFew, c.UseLine())
		}
		return nil
	}
}

// command is a subcommand of one line of help.
func (p *program) command(use string, short wording.Text, args cobra.PositionalArgs, do func(c *cobra.Command, args []string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: p.say(short), Args: args, DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, args []string) error {
			if err := p.checkGlobal(); err != nil {
				return err
			}
			if err := p.checkValues(c); err != nil {
				return err
			}
			return do(c, args)
		},
	}
}

// checkGlobal refuses a faulty configuration, and values of global flags that
// are not possible.
func (p *program) checkGlobal() error {
	if p.configFault != nil {
		return p.configFault.say(p)
	}
	return p.checkFlags()
}

// checkValues refuses flags that were given without a value: one that stands for
// "not given" would be ignored without a word.
func (p *program) checkValues(c *cobra.Command) (err error) {
	if c.LocalNonPersistentFlags().Lookup("format") == nil { // import has one of its own
		_, err = p.format(sheet.Aligned)
	}
	c.Flags().Visit(func(f *pflag.Flag) {
		empty := f.Value.Type() == "string" && strings.TrimSpace(f.Value.String()) == ""
		if list, ok := f.Value.(pflag.SliceValue); ok {
			empty = !slices.ContainsFunc(list.GetSlice(), func(s string) bool { return strings.TrimSpace(s) != "" })
		}
		if empty && err == nil {
			err = p.usage(wording.FaultFlagNeeds, f.Name)
		}
	})
	return err
}

func (p *program) checkFlags() error {
	if _, ok := languageByKey(p.flags.lang); p.flags.lang != "" && !ok {
		return p.choice("lang", p.flags.lang, "fr", "en")
	}
	if p.flags.dialect != "" && p.flags.dialect != "fr" && p.flags.dialect != "standard" {
		return p.choice("csv-dialect", p.flags.dialect, "standard", "fr")
	}
	day, err := p.day()
	if err != nil {
		return err
	}
	asOf, err := p.asOf()
	if err != nil {
		return err
	}
	if asOf > day {
		return p.usage(wording.FaultAsOfFuture, asOf, day)
	}
	return nil
}

// writes refuses the flags under which nothing may be written.
func (p *program) writes(command string) error {
	switch {
	case p.flags.asOf != "":
		return p.usage(wording.FaultAsOfWrites, command)
	case p.flags.readOnly:
		return p.usage(wording.FaultReadOnlyFlag, command)
	}
	return nil
}
