package store

// Compact is written next.
func (db *DB) Compact() error { return nil }
