// Package neo4jtest gives tests a real Neo4j. It builds the launcher of
// deploy/neo4j once, starts one server for each test process on a free port
// with its data in a temporary folder, and leaves it to the end of the process
// to stop it.
package neo4jtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// startTimeout bounds the start of a server on a busy machine; fetching it is
// not counted.
const startTimeout = 2 * time.Minute

var errMissing = errors.New("it is not on this machine")

// process is the server of this test process.
var process struct {
	once  sync.Once
	stdin io.Closer // held open: the server stops when it closes
	url   string
	err   error
}

// Start gives the Bolt URL of a server without authentication: that of
// MUEANG_TEST_NEO4J where it is set, else one that it starts. All tests of a
// process share it, so they must not run in parallel; [Wipe] empties it.
//
// Where Java or Maven is missing the test is skipped, but fails with CI=true.
func Start(t testing.TB) string {
	t.Helper()
	if url := os.Getenv("MUEANG_TEST_NEO4J"); url != "" {
		return url
	}
	process.once.Do(func() { process.url, process.err = start() })
	started(t, process.err)
	return process.url
}

// started ends a test whose server did not start.
func started(t testing.TB, err error) {
	t.Helper()
	switch {
	case errors.Is(err, errMissing) && os.Getenv("CI") != "true":
		t.Skipf("NEO4J TESTS DID NOT RUN: %v", err)
	case err != nil:
		t.Fatalf("starting Neo4j: %v", err)
	}
}

// Server is a server of one test, which may stop it and start it again on the
// same data and port.
type Server struct {
	URL    string
	script string
	dir    string
	cmd    *exec.Cmd
}

// Own starts a server that ends with the test. Missing tools are as for [Start].
func Own(t testing.TB) *Server {
	t.Helper()
	script, err := prepare()
	started(t, err)
	s := &Server{script: script, dir: t.TempDir()}
	t.Cleanup(func() {
		if s.cmd != nil {
			s.Stop(t, syscall.SIGKILL)
		}
	})
	s.Start(t)
	return s
}

// Start starts the server, where it was if it has been up before.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	port := "0"
	if i := strings.LastIndexByte(s.URL, ':'); i >= 0 {
		port = s.URL[i+1:]
	}
	// The script becomes the server, so that signals reach it.
	cmd := exec.Command(s.script, s.dir, port, "attached")
	cmd.Env = append(os.Environ(), "NEO4J_JAVA_OPTS=-Xmx512m -XX:+UseSerialGC -Dpagecache.mb=64")
	if _, err := cmd.StdinPipe(); err != nil { // held open, as with [Start]
		t.Fatal(err)
	}
	url, err := launch(cmd, filepath.Join(s.dir, "stderr"))
	if err != nil {
		t.Fatalf("starting Neo4j: %v", err)
	}
	s.URL, s.cmd = url, cmd
}

// Stop sends a signal to the server and waits for its end.
func (s *Server) Stop(t testing.TB, signal syscall.Signal) {
	t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	_ = s.cmd.Wait() // the signal is its error
	s.cmd = nil
}

// Wipe removes every node of the server's database; constraints and indexes
// stay.
func Wipe(t testing.TB, url string) {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(url, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, `MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err != nil {
		t.Fatalf("wiping Neo4j: %v", err)
	}
}

// prepare builds the server and gives the script that runs it.
func prepare() (script string, err error) {
	for _, tool := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "", fmt.Errorf("%s: %w; Neo4j needs a JDK 17 or 21 and Maven", tool, errMissing)
		}
	}
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	script = filepath.Join(root, "deploy", "neo4j", "run.sh")
	return script, build(root, script)
}

func start() (url string, err error) {
	script, err := prepare()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "mueang-neo4j-")
	if err != nil {
		return "", err
	}
	// The server stops when the pipe to its standard input closes, which
	// happens at the latest when this process ends, however it ends; the
	// shell then removes the data.
	cmd := exec.Command("sh", "-c", `"$0" "$1" 0 attached; rm -rf "$1"`, script, dir)
	cmd.Env = append(os.Environ(), "NEO4J_JAVA_OPTS=-Xmx768m -XX:+UseSerialGC -Dpagecache.mb=128")
	if process.stdin, err = cmd.StdinPipe(); err != nil {
		return "", err
	}
	return launch(cmd, filepath.Join(dir, "stderr"))
}

// launch starts a server and waits until it is ready.
func launch(cmd *exec.Cmd, stderr string) (url string, err error) {
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	log, err := os.Create(stderr)
	if err != nil {
		return "", err
	}
	defer log.Close()
	cmd.Stderr = log
	if err := cmd.Start(); err != nil {
		return "", err
	}
	ready := make(chan string, 1)
	go func() {
		lines := bufio.NewReader(stdout)
		line, _ := lines.ReadString('\n')
		ready <- line
		io.Copy(io.Discard, lines)
	}()
	select {
	case line := <-ready:
		url, ok := strings.CutPrefix(strings.TrimSpace(line), "READY ")
		if !ok {
			said, _ := os.ReadFile(log.Name())
			return "", fmt.Errorf("the server ended before it was ready: %s%s", line, said)
		}
		return url, nil
	case <-time.After(startTimeout):
		cmd.Process.Kill()
		return "", fmt.Errorf("the server was not ready within %v", startTimeout)
	}
}

// build fetches the server, once for all test processes of the machine.
func build(root, script string) error {
	dir := filepath.Join(root, "data", "neo4j")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	lock, err := os.Create(filepath.Join(dir, "build.lock"))
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return err
	}
	if out, err := exec.Command(script, "build").CombinedOutput(); err != nil {
		return fmt.Errorf("%s build: %w\n%s", script, err, out)
	}
	return nil
}

// moduleRoot gives the folder of go.mod at or above the working directory.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", errors.New("there is no go.mod at or above the working directory")
		}
		dir = filepath.Dir(dir)
	}
}
