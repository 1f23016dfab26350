package rig

import (
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Network is how fast a tab gets what it asks for.
type Network struct {
	Latency  float64 // milliseconds from the request to the first byte of the answer
	Kilobits float64 // a second, in each direction
}

// Least is how many milliseconds a file of so many bytes, as they cross the wire, takes at least from the request to
// its end. The browser counts in ticks: a hundredth is left to it.
func (n Network) Least(bytes float64) float64 { return 0.99 * (n.Latency + bytes*8/n.Kilobits) }

// Throttle lets the tab have this network and no cache. (The browser reports each request then, and notes where it was
// made: a few tenths of a millisecond, on every side.)
func (t *Tab) Throttle(n Network) error {
	const bitsPerByte, perKilo = 8, 1000
	most := n.Kilobits * perKilo / bitsPerByte
	_, err := chromedp.Call(t.ctx, network.Enable, network.EnableParams{})
	if err == nil {
		_, err = chromedp.Call(t.ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	}
	if err == nil {
		var p conditions
		p.MatchedNetworkConditions = []*network.Conditions{{Latency: n.Latency, DownloadThroughput: most, UploadThroughput: most}}
		_, err = chromedp.Call(t.ctx, emulate, p)
	}
	return err
}

// conditions say whether the browser is offline twice: each rule in newer ones, and all together in older ones, which
// refuse the command without that.
type conditions struct {
	Offline bool `json:"offline"`
	network.EmulateNetworkConditionsByRuleParams
}

var emulate = cdp.Command[conditions, network.EmulateNetworkConditionsByRuleResult]{
	Method: network.CommandEmulateNetworkConditionsByRule,
}
