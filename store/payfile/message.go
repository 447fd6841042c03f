package payfile

import (
	"encoding/xml"
	"io"

	"relance/domain/directdebit"
)

// headLimit bounds what is read of a file to find its identification, which
// stands near the beginning.
const headLimit = 64 << 10

// MessageID reads the identification of a direct-debit file; false for anything
// else.
func MessageID(r io.Reader) (string, bool) {
	d := xml.NewDecoder(io.LimitReader(r, headLimit))
	d.Strict = true
	for {
		t, err := d.Token()
		if err != nil {
			return "", false
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "MsgId" {
			var id string
			err := d.DecodeElement(&id, &e)
			return id, err == nil && directdebit.IsIdentifier(id)
		}
	}
}
