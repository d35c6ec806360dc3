package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// readWith gives what a library of Python reads in an export, as testdata/read.py
// prints it. The libraries of testdata/requirements.txt are put into an environment of their
// own, which is kept in the user's cache: that takes a minute or two the first
// time. Where they are not to be had the test is skipped, but fails with CI=true.
func readWith(t *testing.T, what string, export []byte, out any) {
	t.Helper()
	python, err := environment()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("no environment of Python: %v", err)
		}
		t.Skipf("EXPORTS WERE NOT READ WITH PYTHON: %v", err)
	}
	file := filepath.Join(t.TempDir(), "export")
	if err := os.WriteFile(file, export, 0o600); err != nil {
		t.Fatal(err)
	}
	var printed, problems bytes.Buffer
	command := exec.CommandContext(t.Context(), python, "testdata/read.py", what, file)
	command.Stdout, command.Stderr = &printed, &problems
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", what, err, problems.String())
	}
	if err := json.Unmarshal(printed.Bytes(), out); err != nil {
		t.Fatal(err)
	}
}

// environment gives the interpreter of the environment, which it makes where it
// is not there.
func environment() (python string, err error) {
	requirements, err := os.ReadFile("testdata/requirements.txt")
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	interpreter, err := exec.LookPath("python3")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(runtime.GOARCH + interpreter + string(requirements)))
	home := filepath.Join(cache, "mueang-test", "python-"+hex.EncodeToString(sum[:8]))
	python, whole := filepath.Join(home, "bin", "python"), filepath.Join(home, "whole")
	if _, err := os.Stat(whole); err == nil {
		return python, nil
	}
	for _, command := range []*exec.Cmd{
		exec.Command(interpreter, "-m", "venv", "--clear", home),
		exec.Command(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", "testdata/requirements.txt"),
	} {
		if text, err := command.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%v: %w\n%s", command.Args, err, text)
		}
	}
	return python, os.WriteFile(whole, nil, 0o600)
}
