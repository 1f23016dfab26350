package profile

// withSDK is a page that has the SDK. What the SDK does around a request is left to it.
type withSDK[P Page] struct{ *Service[P] }

// headers are those of the call: the SDK's axios adds them to its own, and of one name, in whatever case, it takes the last.
func (m withSDK[P]) headers(c *Call) { c.request.Headers = c.context.Headers }

// begin: the SDK knows the customer.
func (m withSDK[P]) begin(c *Call) {
	m.headers(c)
	m.send(c)
}

func (m withSDK[P]) ask(c *Call, done func(ok bool, a *Answer)) {
	m.page.Ask(c.request, func(a *Answer) {
		m.onAnswer(c)
		if a.OK {
			m.track(c, a)
		}
	}, func(a *Answer) { done(a.OK, a) })
}

func (m withSDK[P]) endSession(c *Call, v Value) {
	m.page.EndSession(func(a *Answer) {
		if a.OK {
			m.page.Settle(nil, true, c.Method.Success, v)
		}
	})
}
