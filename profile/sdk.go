package profile

// withSDK is a page that has the SDK. What the SDK does around a request is left to it.
type withSDK[P Page] struct{ *Service[P] }

// headers are those of the call: the SDK's axios adds them to its own.
func (m withSDK[P]) headers(c *Call) {
	for _, f := range c.Options.Headers {
		c.request.Headers = setHeader(c.request.Headers, f)
	}
}

// begin: the SDK knows the customer.
func (m withSDK[P]) begin(c *Call) {
	m.headers(c)
	m.send(c)
}

func (m withSDK[P]) ask(c *Call, done func(ok bool, v Value)) {
	release := m.quiet(c)
	m.page.Ask(c.request, c.shown, func(landed, ok bool, v Value) {
		if !landed {
			release()
			done(ok, v)
			return
		}
		m.land(c)
		if ok {
			m.track(c, v)
		}
	})
}

// quiet suppresses notices for a data request, until release is called.
func (m withSDK[P]) quiet(c *Call) (release func()) {
	if c.Method.is(dataRequest) {
		return m.page.Hush()
	}
	return func() {}
}

func (m withSDK[P]) failed(c *Call, f *Failure) Value {
	release := m.quiet(c)
	err := m.page.Failure(f)
	m.page.Delegate("event.document.requestFailed", m.page.Info(c.request, c.shown), err)
	if !f.Silent {
		m.page.Delegate("api.handleErrorResponse", err, Undefined)
	}
	release()
	return err
}

func (m withSDK[P]) storeUser(data Value) {
	m.page.Delegate("api.profile.syncUserData", data, Undefined)
}

func (m withSDK[P]) endSession(c *Call, v Value) {
	m.page.Delegate("storage.clearAll", Undefined, Undefined)
	m.page.Delegate("cookie.clearAll", Undefined, Undefined)
	m.page.Logout(func() { m.page.Announce(c.Method.Success, v) })
}
