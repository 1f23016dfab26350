//go:build unix

package tinygo

import (
	"fmt"
	"os"
	"syscall"
)

// lock waits until no other set-up has the file, and takes it. It ends with the process at the latest.
func lock(name string) (unlock func() error, err error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	for { // a signal may interrupt it
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return file.Close, nil
}
