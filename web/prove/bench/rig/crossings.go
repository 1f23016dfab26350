package rig

// counting begins the path of a page of AddCallPages that counts what crosses.
const counting = "/counting"

// Crossings are how often a call crosses between the page and the module: Out calls an import, In an export.
type Crossings struct{ Out, In int }

// All are both ways.
func (c Crossings) All() int { return c.Out + c.In }

// Crossings makes a call of a row (page/rows.js) on AlonePage or SDKPage, with the network stubbed, and counts until
// nothing follows it any more.
func (c *Chromium) Crossings(s *Server, path, row string) (counted Crossings, err error) {
	tab, err := c.OpenCalls(s, counting+path)
	if err != nil {
		return counted, err
	}
	defer tab.Close()
	// The first calls cross more often: nothing is kept yet.
	return Eval[Crossings](tab, `(async () => {
		lab.stub("full");
		await lab.row(%[1]q, 3);
		await lab.pause(20);
		lab.crossings = { out: 0, in: 0 };
		await lab.row(%[1]q, 1);
		await lab.pause(20);
		return { Out: lab.crossings.out, In: lab.crossings.in };
	})()`, row)
}
