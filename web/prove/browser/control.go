package browser

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
	"unicode"
)

// Control is a browser that is driven over WebDriver, by the keys of a keyboard: Firefox by Marionette, WebKit by
// WebKitWebDriver. Chromium has Drive.
type Control struct {
	*Browser
	driver driver
}

// driver does a command of WebDriver. Result is where its value goes; nil for none.
type driver interface {
	do(command, path string, parameters, result any) error
	close()
}

// The commands that are needed, by their names in Marionette, with their paths below the session's.
const (
	newSession    = "WebDriver:NewSession"
	setTimeouts   = "WebDriver:SetTimeouts"
	navigate      = "WebDriver:Navigate"
	executeAsync  = "WebDriver:ExecuteAsyncScript"
	act           = "WebDriver:PerformActions"
	deleteCookies = "WebDriver:DeleteAllCookies"
)

var controlled = map[Engine]launcher{Firefox: marionette, WebKit: webkitDriver}

// NewControl starts a browser with a fresh profile, to be driven.
func NewControl(engine Engine) (*Control, error) {
	l, ok := controlled[engine]
	if !ok {
		return nil, fmt.Errorf("%s isn't driven by WebDriver", engine)
	}
	if err := l.available(engine); err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	b, err := launch(engine, l, port)
	if err != nil {
		return nil, err
	}
	c := &Control{Browser: b}
	connect := connectMarionette
	if engine == WebKit {
		connect = connectWebKit
	}
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if c.driver, err = connect(port); err == nil {
			break
		}
		select {
		case <-b.Done():
			err = fmt.Errorf("%s ended at its start: %s", engine, b.Output())
		default:
			if time.Now().Before(end) {
				continue
			}
		}
		b.Stop()
		return nil, err
	}
	if err := c.driver.do(setTimeouts, "timeouts", map[string]any{"script": patience.Milliseconds()}, nil); err != nil {
		c.Stop()
		return nil, err
	}
	return c, nil
}

// freePort is a port that nobody listens on.
func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}

// Stop ends the browser.
func (c *Control) Stop() {
	c.driver.close()
	c.Browser.Stop()
}

// Open opens a page.
func (c *Control) Open(url string) error {
	return c.driver.do(navigate, "url", map[string]any{"url": url}, nil)
}

// Forget removes the page's cookies.
func (c *Control) Forget() error {
	return c.driver.do(deleteCookies, "cookie", map[string]any{}, nil)
}

// Eval answers the JSON of what the expression is, once it is settled where it is a promise.
func (c *Control) Eval(expression string) (json.RawMessage, error) {
	script := `const done = arguments[arguments.length - 1];
		(async () => (` + expression + `
		))().then(
			(value) => done(JSON.stringify({ value })),
			(reason) => done(JSON.stringify({ problem: String(reason) })));`
	var text string
	if err := c.driver.do(executeAsync, "execute/async", map[string]any{"script": script, "args": []any{}}, &text); err != nil {
		return nil, err
	}
	var outcome struct {
		Value   json.RawMessage
		Problem string
	}
	err := json.Unmarshal([]byte(text), &outcome)
	if err == nil && outcome.Problem != "" {
		err = errors.New(outcome.Problem)
	}
	return outcome.Value, err
}

// named are the keys that have no character, in WebDriver's words.
var named = strings.NewReplacer("\b", "\ue003", "\t", "\ue004", "\r", "\ue006", "\x1b", "\ue00c", "shift", "\ue008", "ctrl", "\ue009")

// Press presses keys, one after the other, while modifiers ("shift", "ctrl") are held.
func (c *Control) Press(keys string, modifiers ...string) error {
	var actions []map[string]string
	add := func(kind, key string) {
		actions = append(actions, map[string]string{"type": kind, "value": named.Replace(key)})
	}
	for _, modifier := range modifiers {
		add("keyDown", modifier)
	}
	for _, key := range keys {
		if unicode.IsControl(key) && named.Replace(string(key)) == string(key) {
			return fmt.Errorf("no key for %q", key)
		}
		add("keyDown", string(key))
		add("keyUp", string(key))
	}
	for _, modifier := range modifiers {
		add("keyUp", modifier)
	}
	keyboard := map[string]any{"type": "key", "id": "keyboard", "actions": actions}
	return c.driver.do(act, "actions", map[string]any{"actions": []any{keyboard}}, nil)
}
