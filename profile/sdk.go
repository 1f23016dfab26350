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

func (m withSDK[P]) ask(c *Call) {
	then := &then[P]{m.Service, c}
	m.page.Ask(c.request, then.track, then.finish)
}

// track: the SDK has the answer, and nothing has followed on it yet.
func (t *then[P]) track(a *Answer) {
	t.s.onAnswer(t.c)
	if a.OK {
		t.s.track(t.c, a)
	}
}

func (m withSDK[P]) endSession(c *Call, v Value) {
	m.page.EndSession((&sessionEnd[P]{m.page, c.Method, v}).announce)
}

// sessionEnd is what is announced once the SDK has logged the customer out.
type sessionEnd[P Page] struct {
	page   P
	method *Method
	body   Value
}

func (e *sessionEnd[P]) announce(a *Answer) {
	if a.OK {
		e.page.Settle(nil, true, e.method.Success, e.body)
	}
}
