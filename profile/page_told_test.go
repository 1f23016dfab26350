package profile_test

import (
	"fmt"
	"slices"
	"strings"

	"salla-profile/profile"
	"salla-profile/profile/profiletest"
)

func (p *page) heard(name string) {
	if p.listen != nil {
		p.listen(name)
	}
}

func (p *page) Delegate(path string, first, second profile.Value) {
	p.note("delegate %s", path)
	p.delegated = append(p.delegated, event{path, of(first), of(second)})
	p.heard(path)
}

func (p *page) Logout(done func()) {
	p.note("log out")
	p.logout = done
}

func (p *page) Hush() (release func()) {
	p.note("hush")
	p.hushed++
	return func() {
		p.note("unhush")
		p.hushed--
	}
}

func (p *page) Emit(name string, first, second profile.Value) {
	p.note("emit %s", name)
	p.emitted = append(p.emitted, event{name, of(first), of(second)})
	p.heard(name)
}

func (p *page) Announce(dispatcher string, detail profile.Value) {
	p.note("announce %s", dispatcher)
	p.announced = append(p.announced, event{name: dispatcher, first: of(detail)})
	p.heard(dispatcher)
}

func (p *page) Notify(message, kind string, about profile.Value) {
	p.note("notify %s: %s", kind, message)
	p.notices = append(p.notices, notice{message, kind, of(about)})
	p.heard("notify")
}

func (p *page) PushTags(tags profile.Value) {
	p.note("tags")
	p.tags = append(p.tags, of(tags))
}

func (p *page) StoreUser(data profile.Value, members string) {
	p.note("store user")
	user := map[string]any{}
	for line := range strings.Lines(members) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(parts) == 1 { // the page's own
			continue
		}
		user[parts[0]] = walk(of(data), parts[1])
		if len(parts) > 2 {
			user[parts[0]] = textOf(walk(of(data), parts[1])) + textOf(walk(of(data), parts[2]))
		}
	}
	p.users = append(p.users, user)
}

func (p *page) ForgetUser() { p.note("forget user") }

func (p *page) Typed(text string, code bool) string { return profiletest.Typed(text, code) }

func (p *page) SetPending(w profile.Waiting) {
	p.note("pending %s", pendingText(w.Newer))
	p.pending = append(p.pending, w.Newer)
	p.session = &w
}

func (p *page) Kept() (profile.Waiting, string) {
	if p.session == nil {
		return profile.Waiting{}, p.customer
	}
	// As a page reads it back.
	again := func(before *profile.Pending) *profile.Pending {
		if before == nil {
			return nil
		}
		return profile.Restored(said(before))
	}
	return profile.Waiting{Newer: again(p.session.Newer), Older: again(p.session.Older), Customer: p.session.Customer}, p.customer
}

func pendingText(pending *profile.Pending) string {
	if pending == nil {
		return "none"
	}
	return fmt.Sprint(said(pending))
}

// said are the members that somebody has named.
func said(pending *profile.Pending) []profile.Field {
	return slices.DeleteFunc(slices.Clone(pending.Members), func(f profile.Field) bool { return f.Value == "" })
}
