package rig

import "encoding/json"

const framesPage = "/frames"

// AddFrames adds what OpenFrames opens.
func (s *Server) AddFrames() { s.AddPage(framesPage, "<body>", Script("/lab/frames.js")) }

// OpenFrames opens a page with pages of calls in frames of its own origin, in this order: they share one main thread, and
// what slows it down slows them all. Their network is stubbed.
func (c *Chromium) OpenFrames(s *Server, paths ...string) (*Tab, error) {
	t, err := c.Tab()
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(paths)
	if err == nil {
		err = t.Open(s.URL + framesPage)
	}
	if err == nil {
		_, err = Eval[any](t, "lab.open(%s)", list)
	}
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// Row makes calls of a row of page/rows.js in a frame of OpenFrames, one after the other. It fails where the outcome isn't
// the row's.
func (t *Tab) Row(frame int, name string, calls int) error {
	_, err := Eval[any](t, "lab.frames[%d].row(%q, %d)", frame, name, calls)
	return err
}
