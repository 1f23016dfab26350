package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"salla-profile/web/prove/browser"
)

// patience is how long a document may take: only one that hangs takes so long, on any machine. Its own limits are
// shorter.
const patience = 90 * time.Second

// work runs every scenario in every set-up in browsers of one engine, and compares: a report for each build.
func (s *server) work(engine browser.Engine, browsers int) ([]*report, error) {
	first, err := s.open(engine, "/list")
	if err != nil {
		return nil, err
	}
	_, err = browser.Hear(first, s.listed, patience)
	first.Stop()
	if err != nil {
		return nil, fmt.Errorf("list of the scenarios: %w", err)
	}
	if len(s.jobs) == 0 {
		return nil, fmt.Errorf("no such scenario")
	}
	failures := make(chan error, browsers)
	for worker := range browsers {
		go func() { failures <- s.worker(engine, worker) }()
	}
	for range browsers {
		if e := <-failures; e != nil {
			err = e
		}
	}
	if err != nil {
		return nil, err
	}
	var reports []*report
	for build := range s.builds {
		one, err := s.compare(engine, build)
		if err != nil {
			return nil, err
		}
		reports = append(reports, one)
	}
	return reports, nil
}

// compare has a page compare what was recorded of a build.
func (s *server) compare(engine browser.Engine, build int) (*report, error) {
	last, err := s.open(engine, fmt.Sprintf("/compare?%d", build))
	if err != nil {
		return nil, err
	}
	defer last.Stop()
	rep, err := browser.Hear(last, s.reported, 2*patience)
	if err == nil && rep.Error != "" {
		err = errors.New(rep.Error)
	}
	if err != nil {
		return nil, fmt.Errorf("comparison: %w", err)
	}
	return rep, nil
}

func (s *server) open(engine browser.Engine, url string) (*browser.Browser, error) {
	return browser.Start(engine, s.origin(s.page)+url)
}

// worker keeps one browser at work until there are no more jobs. A document that takes too long fails, and the
// browser is replaced.
func (s *server) worker(engine browser.Engine, worker int) error {
	for range 10 {
		url := s.nextURL(worker)
		if url == "/idle" {
			return nil
		}
		b, err := s.open(engine, url)
		if err != nil {
			return err
		}
		why := s.watch(b, worker)
		b.Stop()
		if why == "" {
			return nil
		}
	}
	return fmt.Errorf("too many documents without a result")
}

// watch waits until the worker's browser has nothing more to do; otherwise it says why it can't go on.
func (s *server) watch(b *browser.Browser, worker int) (why string) {
	for {
		select {
		case <-b.Done():
			why = "the browser ended: " + b.Output()
		case <-time.After(50 * time.Millisecond):
		}
		late, busy := s.overdue(worker)
		if !busy {
			return ""
		}
		if why == "" && late == nil {
			continue
		}
		if why == "" {
			why = fmt.Sprintf("no result within %v", patience)
		}
		s.lose(worker, why)
		return why
	}
}

// lose gives the worker's job at hand another try, once: a page may crash, as WebKit's does now and then. The second
// time it has failed.
func (s *server) lose(worker int, why string) {
	s.mu.Lock()
	var lost []*job
	for _, j := range s.jobs[:s.next] {
		if j.worker == worker && j.Result == nil && !slices.Contains(s.again, j) {
			lost = append(lost, j)
		}
	}
	s.mu.Unlock()
	for _, j := range lost {
		s.mu.Lock()
		reason := why + "; " + strings.Join(j.steps, ", ")
		first := j.lost == ""
		if first {
			j.lost = reason
		}
		s.mu.Unlock()
		if !first {
			failure, _ := json.Marshal(map[string]string{"failure": reason})
			s.done(j, failure)
			continue
		}
		s.api.Forget(j.Run) // forgets what the API has seen
		s.mu.Lock()
		s.again = append(s.again, j)
		s.mu.Unlock()
	}
}
