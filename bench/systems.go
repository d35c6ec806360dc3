package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// system is something that answers questions over HTTP.
type system struct {
	name   string
	speaks language
	client *client
	loaded time.Duration // how long its store took to fill; 0 when nobody noted it
	size   int64         // of its store, in bytes
	pid    int           // of its process, 0 for this one
	memory int64         // the most that its process had, in bytes; 0 where that is not told
	stops  []func()
}

func (s *system) stop() {
	for _, stop := range s.stops {
		stop()
	}
}

func newSystem(name string, speaks language, address string, stops ...func()) (*system, error) {
	s := &system{name: name, speaks: speaks, stops: stops}
	asked, err := newClient(address)
	if err != nil {
		s.stop()
		return nil, err
	}
	s.client, s.stops = asked, append(stops, asked.close)
	return s, nil
}

// start builds what is measured, fills the stores and starts the servers.
// Mueang embedded comes first.
func start(ctx context.Context, o options, dir string) (systems []*system, err error) {
	program := filepath.Join(dir, "mueang")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/mueang").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w: %s", err, out)
	}
	file := filepath.Join(dir, fmt.Sprintf("synth-%d.db", o.documents))
	loaded, err := fill(ctx, program, "sqlite:"+file, file+".filled", o)
	if err != nil {
		return nil, err
	}
	embedded, err := serve(ctx, program, "Mueang embedded", "sqlite:"+file, false)
	if err != nil {
		return nil, err
	}
	embedded.loaded = loaded
	systems = append(systems, embedded)
	again, err := serve(ctx, program, "Mueang embedded, asked again", "sqlite:"+file, true)
	if err != nil {
		return systems, err
	}
	systems = append(systems, again)
	if info, err := os.Stat(file); err == nil {
		embedded.size = info.Size()
	}
	if o.embedded {
		return systems, nil
	}
	data := filepath.Join(dir, fmt.Sprintf("neo4j-%d", o.documents))
	bolt, stop, err := startNeo4j(ctx, data)
	if err != nil {
		return systems, err
	}
	embedded.stops = append(embedded.stops, stop)
	if loaded, err = fill(ctx, program, bolt, data+".filled", o); err != nil {
		return systems, err
	}
	onNeo4j, err := serve(ctx, program, "Mueang on Neo4j", bolt, false)
	if err != nil {
		return systems, err
	}
	onNeo4j.size, onNeo4j.loaded = sizeOf(data), loaded
	systems = append(systems, onNeo4j)
	if again, err = serve(ctx, program, "Mueang on Neo4j, asked again", bolt, true); err != nil {
		return systems, err
	}
	systems = append(systems, again)
	floor, err := startFloor(ctx, bolt)
	if err != nil {
		return systems, err
	}
	systems = append(systems, floor)
	other, err := startPeer(ctx, bolt)
	if err != nil {
		return systems, err
	}
	return append(systems, other), nil
}

// fill fills a store, where it is empty, and says how long that took. It notes
// this in a file, for runs that use the store again.
func fill(ctx context.Context, program, store, note string, o options) (time.Duration, error) {
	begin := time.Now()
	synth := exec.CommandContext(ctx, program, "--store", store, "synth", "--documents", fmt.Sprint(o.documents), "--seed", fmt.Sprint(seed))
	out, err := synth.CombinedOutput()
	switch {
	case strings.Contains(string(out), "holds documents already"):
		noted, _ := os.ReadFile(note) // an older store has none
		took, _ := time.ParseDuration(string(noted))
		return took, nil
	case err != nil:
		return 0, fmt.Errorf("%s: %w: %s", synth, err, out)
	}
	took := time.Since(begin)
	return took, os.WriteFile(note, []byte(took.String()), 0o644)
}

// serve serves a store: with the cache of answers that it has unless told
// otherwise, or so that every answer is computed.
func serve(ctx context.Context, program, name, store string, kept bool) (*system, error) {
	command := exec.CommandContext(ctx, program, "--store", store, "serve", "--listen", "127.0.0.1:0")
	if !kept {
		command.Args = append(command.Args, "--answer-cache", "0")
	}
	line, stop, err := follow(command, command.StdoutPipe)
	if err != nil {
		return nil, err
	}
	_, url, _ := strings.Cut(line, " on ")
	url, _, ok := strings.Cut(url, " ")
	if !ok {
		stop()
		return nil, fmt.Errorf("%s said %q", command, line)
	}
	s, err := newSystem(name, mueang, url, stop)
	if err != nil {
		return nil, err
	}
	s.pid = command.Process.Pid
	return s, nil
}

// startNeo4j runs the Neo4j of make neo4j on a free port.
func startNeo4j(ctx context.Context, data string) (bolt string, stop func(), err error) {
	command := exec.CommandContext(ctx, "deploy/neo4j/run.sh", data, "0", "attached")
	if _, err := command.StdinPipe(); err != nil { // it ends when this is closed
		return "", nil, err
	}
	line, stop, err := follow(command, command.StdoutPipe)
	if err != nil {
		return "", nil, err
	}
	bolt, ok := strings.CutPrefix(line, "READY ")
	if !ok {
		stop()
		return "", nil, fmt.Errorf("Neo4j said %q", line)
	}
	return bolt, stop, nil
}

// startPeer installs and starts @neo4j/graphql.
func startPeer(ctx context.Context, bolt string) (*system, error) {
	if out, err := exec.CommandContext(ctx, "npm", "ci", "--prefix", "bench/peer", "--no-audit", "--no-fund").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm ci: %w: %s", err, out)
	}
	command := exec.CommandContext(ctx, "node", "bench/peer/server.mjs", bolt)
	if _, err := command.StdinPipe(); err != nil {
		return nil, err
	}
	line, stop, err := follow(command, command.StdoutPipe)
	if err != nil {
		return nil, err
	}
	port, ok := strings.CutPrefix(line, "READY ")
	if !ok {
		stop()
		return nil, fmt.Errorf("the peer said %q", line)
	}
	s, err := newSystem("@neo4j/graphql", peer, "http://127.0.0.1:"+port+"/graphql", stop)
	if err != nil {
		return nil, err
	}
	s.pid = command.Process.Pid
	return s, nil
}

// follow starts a command and gives the first line that it writes to a pipe.
func follow(command *exec.Cmd, pipe func() (io.ReadCloser, error)) (line string, stop func(), err error) {
	out, err := pipe()
	if err != nil {
		return "", nil, err
	}
	command.Stderr = os.Stderr
	if err := command.Start(); err != nil {
		return "", nil, err
	}
	stop = func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
	}
	lines := bufio.NewReader(out)
	line, err = lines.ReadString('\n')
	if err != nil {
		stop()
		return "", nil, fmt.Errorf("%s ended before it was ready: %w", command, err)
	}
	go io.Copy(io.Discard, lines)
	return strings.TrimSpace(line), stop, nil
}

// memoryOf gives the most memory that a process had at once, in bytes, where
// the system tells (Linux); 0 otherwise.
func memoryOf(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kilobytes, _ := strconv.ParseInt(fields[0], 10, 64)
	return kilobytes << 10
}

func sizeOf(dir string) (size int64) {
	_ = filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			size += info.Size()
		}
		return nil
	})
	return size
}
