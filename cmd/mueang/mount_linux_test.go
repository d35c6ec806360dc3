package main

import (
	"errors"
	"syscall"
	"testing"
)

// mount puts a file system in memory on a folder until the test ends. Where
// that is not allowed the test is skipped, and says so.
func mount(t *testing.T, folder, options string) {
	t.Helper()
	switch err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); {
	case errors.Is(err, syscall.EPERM), errors.Is(err, syscall.EACCES), errors.Is(err, syscall.ENOSYS):
		t.Skipf("NOT RUN: nothing can be mounted here: %v", err)
	case err != nil:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// remount changes the options of what was mounted; "ro" and "rw" are options too.
func remount(t *testing.T, folder, options string) {
	t.Helper()
	flags := uintptr(syscall.MS_REMOUNT)
	switch options {
	case "ro":
		flags, options = flags|syscall.MS_RDONLY, ""
	case "rw":
		options = ""
	}
	if err := syscall.Mount("", folder, "", flags, options); err != nil {
		t.Fatal(err)
	}
}
