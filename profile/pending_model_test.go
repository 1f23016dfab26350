package profile_test

import (
	"fmt"
	"slices"
)

// state is the state of the verifications, as one would tell it: what waits, oldest first.
type state []waiting

type waiting struct {
	kind, contact string
	turn          int
	sentToo       bool // with the contact that the answer named
}

// of is the latest that waits of a kind, of any for "".
func (m state) of(kind string, sentToo bool) (w waiting, ok bool) {
	for _, w := range slices.Backward(m) {
		if (kind == "" || w.kind == kind) && (sentToo || !w.sentToo) {
			return w, true
		}
	}
	return w, false
}

// meant is what a code of a kind is for: without a kind what is shown.
func (m state) meant(kind string) (w waiting, ok bool) { return m.of(kind, kind != "") }

// later reports whether a change of the kind was made after the turn.
func (m state) later(kind string, turn int) bool {
	return slices.ContainsFunc(m, func(w waiting) bool { return w.kind == kind && w.turn > turn })
}

// over: what waits of the kind is over, but for what was changed later.
func (m state) over(kind string, turn int) state {
	return slices.DeleteFunc(slices.Clone(m), func(w waiting) bool { return w.kind == kind && w.turn <= turn })
}

// opens: w waits.
func (m state) opens(w waiting) state {
	if m.later(w.kind, w.turn) {
		return m
	}
	m = slices.DeleteFunc(slices.Clone(m), func(other waiting) bool { return other.kind == w.kind && (other.sentToo || !w.sentToo) })
	return append(m, w)
}

// sent: a change of these contacts, by their kinds, was answered: a code of the kind named is awaited, "" for none.
func (m state) sent(contacts map[string]string, named string, turn int) state {
	before, _ := m.of(named, true)
	if named == "" {
		for kind := range contacts {
			m = m.over(kind, turn)
		}
		return m
	}
	for kind, contact := range contacts {
		if kind != named {
			m = m.opens(waiting{kind, contact, turn, true})
		}
	}
	contact, ok := contacts[named]
	if !ok {
		contact = before.contact
	}
	return m.opens(waiting{named, contact, turn, false})
}

// verified: a code was right, and the answer names another that is awaited, "" for none.
func (m state) verified(meant waiting, was bool, named string, turn int) state {
	before, _ := m.of(named, true)
	if was && slices.ContainsFunc(m, func(w waiting) bool {
		return w.kind == meant.kind && w.contact == meant.contact && w.sentToo == meant.sentToo
	}) {
		m = m.over(meant.kind, turn)
	}
	if named != "" {
		m = m.opens(waiting{named, before.contact, turn, false})
	}
	return m
}

// shown is what the page shows of it.
func (m state) shown() string {
	newest, ok := m.of("", false)
	switch {
	case !ok:
		return "none"
	case newest.contact == "":
		return fmt.Sprintf("[{type %s}]", newest.kind)
	case newest.kind == "mobile":
		return fmt.Sprintf("[{type mobile} {phone %s} {country_code SA}]", newest.contact)
	}
	return fmt.Sprintf("[{type email} {email %s}]", newest.contact)
}
