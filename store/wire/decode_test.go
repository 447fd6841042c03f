package wire

import "relance/domain/ledger"

// DecodeClient reads the particulars of one client, without strings to share.
func DecodeClient(key ledger.ClientKey, value []byte) (ledger.Client, error) {
	var s Strings
	return s.DecodeClient(key, value)
}
