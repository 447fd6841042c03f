package ledgerfile

import (
	"bytes"

	"relance/domain/ledger"
)

// binaryLine marks in a refusal by Detect that no format reads such a file.
const binaryLine = 0

// signatures of files that people take for a ledger.
var signatures = []struct{ start, name string }{
	{"PK\x03\x04", "XLSX"},
	{"\xD0\xCF\x11\xE0", "XLS"},
	{"%PDF", "PDF"},
	{"\x1F\x8B", "GZIP"},
	{"{\\rtf", "RTF"},
}

// Detect says which format a file is of from its first bytes (a mebibyte at
// most is enough). An empty format comes with the reason to refuse the file;
// its Line is 0 when the file is none that a person could mean.
func Detect(head []byte, name string) (format string, refusal ledger.Finding) {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.start)) {
			return "", ledger.Finding{Code: ledger.RefuseFormat, Detail: s.name}
		}
	}
	if startsUTF32(head) {
		return "", ledger.Finding{Code: ledger.RefuseEncoding, Detail: "UTF-32"}
	}
	head, _ = cutBOM(head)
	text := bytes.Trim(head, " \t\r\n\x00")
	if len(text) == 0 {
		return "", ledger.Finding{Code: ledger.RefuseEmpty}
	}
	if text[0] == '<' {
		if isXMLofFEC(head) {
			return FormatFEC, ledger.Finding{}
		}
		return "", ledger.Finding{Code: ledger.RefuseFormat, Detail: xmlName(text)}
	}
	first, _, _ := headerLine(head)
	if _, ok := looksLikeFEC(first); ok {
		return FormatFEC, ledger.Finding{}
	}
	if format, refusal := detectTable(head); format != "" || refusal.Code != 0 {
		return format, refusal
	}
	return "", ledger.Finding{Code: ledger.RefuseFormat, Line: 1, Detail: excerpt(string(first[:min(len(first), 200)]))}
}

// isXMLofFEC knows the XML form of the FEC by the elements that it begins with.
func isXMLofFEC(head []byte) bool {
	head, _ = cutBOM(head[:min(len(head), sniffSize)])
	text := bytes.TrimLeft(head, " \t\r\n\x00")
	if len(text) == 0 || text[0] != '<' {
		return false
	}
	lower := bytes.ToLower(text)
	return bytes.Contains(lower, []byte("<comptabilite")) || bytes.Contains(lower, []byte("<journalcode")) || bytes.Contains(lower, []byte("<exercice"))
}

// xmlName tells web pages from other XML.
func xmlName(text []byte) string {
	if bytes.Contains(bytes.ToLower(text[:min(len(text), 4096)]), []byte("<html")) {
		return "HTML"
	}
	return "XML"
}
