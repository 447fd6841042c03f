package ledgerfile

import "relance/domain/ledger"

func detectTable(head []byte) string                                           { return "" }
func readItems(src *source, head []byte, opt Options) (*ledger.Batch, error)   { return nil, nil }
func readClients(src *source, head []byte, opt Options) (*ledger.Batch, error) { return nil, nil }
