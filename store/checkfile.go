package store

import (
	"go.etcd.io/bbolt"
)

// CheckFile checks the database at path, in use or not. With thorough it adds
// bbolt's own check, which can bring the process down on a damaged file: call
// it in a child process and take a violent end for damage.
func CheckFile(path string, thorough bool) (Report, error) {
	db, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return Report{Path: path}, err
	}
	defer func() { _ = db.Close() }()
	report, err := db.Check(true)
	if err != nil || !thorough || !report.Sound() {
		return report, err
	}
	err = db.view(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			report.add(BadPage, "", "%v", err)
		}
		return nil
	})
	return report, err
}
