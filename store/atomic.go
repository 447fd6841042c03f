package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// WriteFileAtomic writes a file that appears whole or not at all: into a
// temporary file in the same folder, flushed to the disk, then renamed. Without
// force, a file that is there is left alone and the error's code is Exists.
func WriteFileAtomic(path string, perm os.FileMode, force bool, write func(io.Writer) error) error {
	if !force {
		if _, err := os.Lstat(path); err == nil {
			return &Error{Code: Exists, Path: path}
		}
	}
	temp, err := tempBeside(path)
	if err != nil {
		return classify(path, err)
	}
	f := Beside{path: path, temp: temp, force: force}
	defer f.Drop()
	if err := writeSynced(temp, perm, write); err != nil {
		return classify(path, err)
	}
	return f.Place()
}

// Beside is a file that was written whole next to the place where it shall
// stand. It is put there, or thrown away.
type Beside struct {
	path, temp string
	force      bool
}

// WriteBeside writes a file next to path, flushed to the disk, under a name of
// its own that ends with ".part". What stands at path is not touched.
func WriteBeside(path string, perm os.FileMode, force bool, write func(io.Writer) error) (*Beside, error) {
	temp, err := emptyBeside(path, "", ".part")
	if err != nil {
		return nil, classify(path, err)
	}
	f := &Beside{path: path, temp: temp, force: force}
	if err := writeSynced(temp, perm, write); err != nil {
		f.Drop()
		return nil, classify(path, err)
	}
	return f, nil
}

// Name is where the file stands until it is placed.
func (f *Beside) Name() string { return f.temp }

// Place puts the file where it shall stand. Unless it was forced, a file that is
// there is left alone and the error's code is Exists.
func (f *Beside) Place() error {
	var err error
	if f.force {
		err = os.Rename(f.temp, f.path)
	} else if err = linkOrRename(f.temp, f.path); err == nil {
		f.Drop() // the other name, where there were links
	}
	if err != nil {
		return classify(f.path, err)
	}
	return classify(f.path, syncDir(filepath.Dir(f.path)))
}

// Drop throws away a file that was not placed.
func (f *Beside) Drop() { _ = os.Remove(f.temp) }

func writeSynced(path string, perm os.FileMode, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, perm)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Chmod(perm); err != nil && runtime.GOOS != "windows" {
		return err
	}
	if err := write(f); err != nil {
		return err
	}
	return f.Sync()
}

// tempBeside makes an empty file in the folder of path, readable by its owner
// only.
func tempBeside(path string) (string, error) { return emptyBeside(path, ".", ".tmp") }

func emptyBeside(path, head, tail string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), head+filepath.Base(path)+".*"+tail)
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// linkOrRename gives the file at temp the name path, which must be free. Where
// the file system has no links it falls back to a look and a rename.
func linkOrRename(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, os.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return os.ErrExist
	}
	return os.Rename(temp, path)
}

// syncDir makes the names in a folder durable. Windows has no such call.
func syncDir(dir string) (err error) {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return d.Sync()
}
