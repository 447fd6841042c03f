package payfile

import (
	"bytes"
	"strings"
)

// xmlWriter writes indented elements. Texts are in the SEPA characters, which
// need no escape; names and attributes are constants of this package.
type xmlWriter struct {
	b     bytes.Buffer
	depth int
}

func (x *xmlWriter) indent() {
	for range x.depth {
		x.b.WriteString("  ")
	}
}

func (x *xmlWriter) start(name string, attributes []string) {
	x.indent()
	x.b.WriteString("<" + name)
	for _, a := range attributes {
		x.b.WriteString(" " + a)
	}
	x.b.WriteByte('>')
}

func (x *xmlWriter) open(name string, attributes ...string) {
	x.start(name, attributes)
	x.b.WriteByte('\n')
	x.depth++
}

func (x *xmlWriter) close(name string) {
	x.depth--
	x.indent()
	x.b.WriteString("</" + name + ">\n")
}

func (x *xmlWriter) within(name string, write func()) {
	x.open(name)
	write()
	x.close(name)
}

// escape is for safety alone: none of these signs passes the checks.
func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func (x *xmlWriter) text(name, value string, attributes ...string) {
	x.start(name, attributes)
	x.b.WriteString(escape(value) + "</" + name + ">\n")
}
