package store

import (
	"encoding/json"
	"os"
	"time"
)

// Owner names the process that holds a database. The note is information for
// people: what counts is the lock, so that a note left by a killed process does
// no harm.
type Owner struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Start time.Time `json:"start"`
}

const ownerSuffix = ".owner"

func thisProcess(now time.Time) Owner {
	host, _ := os.Hostname()
	return Owner{PID: os.Getpid(), Host: host, Start: now}
}

func (o Owner) leave(path string) error {
	b, err := json.Marshal(o)
	if err != nil {
		return err
	}
	return os.WriteFile(path+ownerSuffix, append(b, '\n'), fileMode)
}

func removeOwner(path string) { _ = os.Remove(path + ownerSuffix) }

// readOwner gives the zero Owner where there is no readable note.
func readOwner(path string) Owner {
	var o Owner
	b, err := os.ReadFile(path + ownerSuffix)
	if err != nil || json.Unmarshal(b, &o) != nil {
		return Owner{}
	}
	return o
}
