package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

// client asks over HTTP on connections that it keeps. The goroutine that asks
// writes the request and reads the answer itself: http.Client hands both to
// other goroutines, which on this machine takes longer than the shortest
// answers do, and would be measured as theirs.
type client struct {
	url  *url.URL
	idle chan *connection
}

type connection struct {
	net.Conn
	reader *bufio.Reader
}

// answerTimeout is how long an answer may take.
const answerTimeout = time.Minute

func newClient(address string) (*client, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	return &client{u, make(chan *connection, clients)}, nil
}

// post sends JSON and gives the body of the answer.
func (c *client) post(body any) ([]byte, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	conn, err := c.take()
	if err != nil {
		return nil, err
	}
	answer, reusable, err := conn.ask(c.url, data)
	if err != nil || !reusable {
		conn.Close()
	} else {
		c.idle <- conn
	}
	return answer, err
}

func (c *client) take() (*connection, error) {
	select {
	case conn := <-c.idle:
		return conn, nil
	default:
	}
	conn, err := net.Dial("tcp", c.url.Host)
	if err != nil {
		return nil, err
	}
	return &connection{conn, bufio.NewReader(conn)}, nil
}

// close closes the connections that nobody uses.
func (c *client) close() {
	for {
		select {
		case conn := <-c.idle:
			conn.Close()
		default:
			return
		}
	}
}

// ask sends one request and reads the answer. Whether the connection can be
// used again is for the server to say.
func (c *connection) ask(u *url.URL, data []byte) (answer []byte, reusable bool, err error) {
	var request bytes.Buffer
	fmt.Fprintf(&request, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", u.RequestURI(), u.Host, len(data))
	request.Write(data)
	if err := c.SetDeadline(time.Now().Add(answerTimeout)); err != nil {
		return nil, false, err
	}
	if _, err := c.Write(request.Bytes()); err != nil {
		return nil, false, err
	}
	response, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return nil, false, err
	}
	defer response.Body.Close()
	answer, err = io.ReadAll(response.Body)
	return answer, !response.Close, err
}
