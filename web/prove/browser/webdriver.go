package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

// marionette is Firefox with its own WebDriver, which talks JSON behind its length over TCP.
var marionette = launcher{
	programs: launchers[Firefox].programs,
	install:  launchers[Firefox].install,
	args: func(program, profile, port string) []string {
		return []string{program, "--headless", "--no-remote", "--marionette", "--profile", profile}
	},
	env: launchers[Firefox].env,
	prepare: func(profile, port string) error {
		if err := firefoxPreferences(profile, ""); err != nil {
			return err
		}
		file, err := os.OpenFile(filepath.Join(profile, "user.js"), os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(file, "user_pref(\"marionette.port\", %s);\n", port)
		return errors.Join(err, file.Close())
	},
}

type marionetteDriver struct {
	connection net.Conn
	in         *bufio.Reader
	count      int
}

func connectMarionette(port string) (driver, error) {
	connection, err := net.Dial("tcp", "127.0.0.1:"+port)
	if err != nil {
		return nil, err
	}
	m := &marionetteDriver{connection: connection, in: bufio.NewReader(connection)}
	if _, err = m.read(); err == nil { // its greeting
		err = m.do(newSession, "", map[string]any{}, nil)
	}
	if err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

func (m *marionetteDriver) close() { _ = m.connection.Close() }

func (m *marionetteDriver) read() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(length[:len(length)-1])
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

func (m *marionetteDriver) do(command, _ string, parameters, result any) error {
	m.count++
	message, err := json.Marshal([]any{0, m.count, command, parameters})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(m.connection, "%d:%s", len(message), message); err != nil {
		return err
	}
	answer, err := m.read()
	if err != nil {
		return err
	}
	var parts [4]json.RawMessage // that it is an answer, to which command, what is wrong, and the result
	if err := json.Unmarshal(answer, &parts); err != nil {
		return err
	}
	if string(parts[2]) != "null" {
		problem := &wireError{}
		return errors.Join(json.Unmarshal(parts[2], problem), problem)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(parts[3], &struct{ Value any }{result})
}

// wireError is what is wrong, as WebDriver has it.
type wireError struct {
	Code    string `json:"error"`
	Message string
}

func (e *wireError) Error() string { return e.Code + ": " + e.Message }

// webkitDriver is the program that starts WebKit's MiniBrowser, and drives it for HTTP requests.
var webkitDriver = launcher{
	programs: []string{"WebKitWebDriver"},
	needs:    launchers[WebKit].needs,
	install:  launchers[WebKit].install,
	args: func(program, _, port string) []string {
		return []string{"xvfb-run", "-a", program, "--port=" + port}
	},
	env: launchers[WebKit].env,
}

type httpDriver struct{ session string }

func connectWebKit(port string) (driver, error) {
	l := launchers[WebKit]
	program, err := l.program()
	if err != nil {
		return nil, err
	}
	options := map[string]any{"binary": program, "args": []string{"--automation"}}
	base := "http://127.0.0.1:" + port + "/session"
	var session struct{ SessionID string }
	err = post(base, map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"webkitgtk:browserOptions": options}}}, &session)
	return &httpDriver{base + "/" + session.SessionID + "/"}, err
}

func (h *httpDriver) close() {}

func (h *httpDriver) do(command, path string, parameters, result any) error {
	if command == deleteCookies {
		return ask(http.MethodDelete, h.session+path, nil, nil)
	}
	return post(h.session+path, parameters, result)
}

func post(url string, parameters, result any) error {
	body, err := json.Marshal(parameters)
	if err != nil {
		return err
	}
	return ask(http.MethodPost, url, body, result)
}

func ask(method, url string, body []byte, result any) error {
	request, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		problem := &wireError{}
		return errors.Join(json.Unmarshal(answer.Value, problem), problem)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, result)
}
