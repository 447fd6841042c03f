package store

import (
	"go.etcd.io/bbolt"
)

// Setting gives a small value that the program keeps in the database; ok tells
// whether it was ever set.
func (db *DB) Setting(key string) (value string, ok bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		v := tx.Bucket(bucketSettings).Get([]byte(key))
		value, ok = string(v), v != nil
		return nil
	})
	return value, ok, err
}

// SetSetting keeps a small value under a key that is not empty, durably. Setting
// what is set already writes nothing.
func (db *DB) SetSetting(key, value string) error {
	if old, ok, err := db.Setting(key); err != nil || ok && old == value {
		return err
	}
	return db.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketSettings).Put([]byte(key), []byte(value))
	})
}

// DeleteSetting forgets a key.
func (db *DB) DeleteSetting(key string) error {
	return db.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketSettings).Delete([]byte(key))
	})
}
