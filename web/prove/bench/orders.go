package main

import "salla-profile/web/prove/bench/rig"

// plainOverStub is the plain JavaScript beside the stub.
const plainOverStub = "plain, stub"

// stubOfSDK stands on a page where the SDK has started long ago: it has what a start of the script looks at.
const stubOfSDK = `<script>
	{
		class Profile { info() {} update() {} updateContacts() {} verify() {} }
		window.salla = window.Salla = {
			status: "ready", api: { profile: new Profile(), getHeaders: () => ({}) },
			event: { profile: {} }, config: { get() {} },
		};
	}
</script>`

// The pages with the SDK itself, over the phone's network.
const (
	after  = "after"
	before = "before"
	defers = "defer"
	lazily = "lazy"
)

// orderTargets are their rows. They have no bar: most of what is measured is the SDK.
func orderTargets() []*row {
	const alone, load = "SDK alone: → salla::created", "SDK alone: → load event"
	return []*row{
		{ID: "storefront-after", Title: "  SDK, then ours: first asked for → ready", Against: alone},
		{ID: "storefront-before", Title: "  ours, then SDK: the same", Against: alone},
		{ID: "storefront-defer", Title: "  SDK, ours with defer: the same", Against: alone},
		{ID: "storefront-load", Title: "  SDK, then ours: first asked for → load event", Against: load},
		{ID: "storefront-lazy", Title: "  SDK, ours with data-lazy: the same", Against: load},
	}
}

// orders are those pages, the SDK alone first.
func (l *lab) orders() []phoneStart {
	const theirs = `<script src="/phone/sdk.js"></script>`
	ours := func(attributes string) string {
		return `<script src="/phone/storefront/salla-profile.js" ` + attributes + `></script>`
	}
	rounds := l.samples.phonesOther
	return []phoneStart{
		{sdk, created, []string{rig.Script("/phone/sdk.js")}, rounds},
		{after, ready, []string{theirs, ours("")}, rounds},
		{before, ready, []string{ours(""), theirs}, rounds},
		{defers, ready, []string{theirs, ours("defer")}, rounds},
		{lazily, ready, []string{theirs, ours("data-lazy")}, rounds},
	}
}

// phoneOrders measures cold starts with the SDK on the page.
func (l *lab) phoneOrders() error {
	spent, err := l.travel(l.orders())
	if err != nil {
		return err
	}
	for _, column := range []string{after, before, defers} {
		l.put("storefront-"+column, storefront, paired(spent.toReady(column), spent.toReady(sdk), "ms"))
	}
	l.put("storefront-load", storefront, paired(spent.toLoad(after), spent.toLoad(sdk), "ms"))
	l.put("storefront-lazy", storefront, paired(spent.toLoad(lazily), spent.toLoad(sdk), "ms"))
	return nil
}
