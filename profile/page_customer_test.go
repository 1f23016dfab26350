package profile_test

import (
	"fmt"
	"slices"

	"salla-profile/profile"
)

// customer is whom the page is for: another number for another one.
type customer struct {
	number    int
	id, token string // by which the page knows them
}

func newCustomer() customer { return customer{number: 1, token: "t1"} }

// identify: the page is told this id.
func (c *customer) identify(id string) {
	if id == "" {
		return
	}
	if c.id != "" && c.id != id {
		c.another()
	}
	c.id = id
}

// another: this one has logged out.
func (c *customer) another() { *c = customer{number: c.number + 1, token: fmt.Sprint("t", c.number+1)} }

// is reports whether what is known on both pages is the same; where nothing is, the token.
func (c *customer) is(other customer) bool {
	if c.id != "" && other.id != "" {
		return c.id == other.id
	}
	return c.token != "" && c.token == other.token
}

// kept is what a page has kept for the next one.
type kept struct {
	list     []profile.Verification
	customer customer
}

func (p *page) SavePending(list []*profile.Verification) {
	var crossed []profile.Verification
	for _, v := range list {
		crossed = append(crossed, *v)
	}
	p.pending = append(p.pending, crossed)
	p.note("pending %s", p.shown())
	p.session = &kept{crossed, p.customer}
	p.heard("salla-profile::pending")
}

func (p *page) LoadPending() *profile.Pending {
	p.loads++
	now := &profile.Pending{Customer: p.customer.number}
	if p.session != nil && p.customer.is(p.session.customer) {
		for _, v := range p.session.list {
			now.List = append(now.List, &v)
		}
	}
	return now
}

// shown is what salla.profile.pendingVerification is.
func (p *page) shown() string {
	if list := p.listed(); len(list) > 0 {
		return list[0]
	}
	return "none"
}

// listed is what salla.profile.pendingVerifications is.
func (p *page) listed() []string {
	if len(p.pending) == 0 {
		return nil
	}
	var texts []string
	for _, v := range p.pending[len(p.pending)-1] {
		if !v.Unlisted {
			texts = append(texts, pendingText(v))
		}
	}
	return texts
}

// pendingText is a verification by the members that somebody has named.
func pendingText(v profile.Verification) string {
	named := slices.DeleteFunc(fields("type", v.Type, "phone", v.Phone, "country_code", v.CountryCode, "email", v.Email),
		func(f profile.Field) bool { return f.Value == "" })
	return fmt.Sprint(named)
}
