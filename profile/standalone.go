package profile

// standalone is a page without the SDK: what the SDK does around an answer is done here (npm @salla.sa/twilight
// 2.14.570 read, and compared by make parity).
type standalone[P Page] struct{ *Service[P] }

func (m standalone[P]) headers(c *Call, token string) {
	r := c.request
	r.Headers = headers(c.context.Headers, c.Options.Headers, r.Body.Type, token)
}

// begin asks for the customer's token first.
func (m standalone[P]) begin(c *Call) {
	m.page.Token(c.request, func(token string, failed *Answer) {
		m.headers(c, token)
		if failed != nil {
			m.refuse(c, failureOf(c.request, failed))
			return
		}
		m.send(c)
	})
}

func (m standalone[P]) ask(c *Call, done func(ok bool, v Value)) {
	m.page.Send(c.request, func(a *Answer) {
		m.land(c)
		if a.Problem != "" || a.Status < 200 || a.Status > 299 {
			done(false, m.failed(c, failureOf(c.request, a)))
			return
		}
		m.track(c, a.Body) // first: a listener of the server's event may look at it
		m.react(c, a.Body)
		done(true, a.Body)
	})
}

func (m standalone[P]) failed(c *Call, f *Failure) Value {
	err := m.page.Failure(f)
	m.page.Emit("document::request.failed", m.page.Info(c.request, c.shown), err)
	m.reactToFailure(c, f, err)
	return err
}

func (m standalone[P]) endSession(c *Call, v Value) {
	m.page.ForgetUser()
	m.page.Announce(c.Method.Success, v)
}

// react pushes the answer's tags, dispatches its server-sent events and shows its notice, in this order.
func (m standalone[P]) react(c *Call, body Value) {
	if !m.page.Any(body, reactions) {
		return // most answers
	}
	for _, path := range []string{"data.googleTags", "googleTags"} {
		if tags, ok := m.page.At(body, path); ok {
			m.page.PushTags(tags)
			break
		}
	}
	for _, event := range m.events(body) {
		m.page.Emit(event.Name, event.Value, Undefined)
	}
	if message, kind := m.notice(body); message != "" && !c.Method.is(dataRequest) {
		m.page.Notify(message, kind, body)
	}
}

// notice answers what a body says to the customer, and of which kind it is; "" for nothing.
func (m standalone[P]) notice(body Value) (message, kind string) {
	if kind, message = m.page.Text(body, "case"), m.page.Text(body, "msg"); kind != "" && message != "" {
		return message, kind
	}
	if message = m.page.Text(body, "data.message"); message != "" {
		switch m.page.Text(body, "success") {
		case "true":
			return message, "success"
		case "false":
			return message, "error"
		}
	}
	if message = m.page.Text(body, "error.message"); message != "FORBIDDEN" {
		return message, "error"
	}
	return "", ""
}

// reactToFailure shows the messages of invalid fields, or does what follows on any body.
func (m standalone[P]) reactToFailure(c *Call, f *Failure, err Value) {
	if f.Local {
		if f.Silent || c.Method.is(dataRequest) {
			return
		}
		for _, field := range f.Fields {
			m.page.Notify(field.Value, "error", err)
		}
		return
	}
	if f.Answer == nil || f.Answer.Empty {
		return
	}
	body := f.Answer.Body
	fields, ok := m.page.At(body, "error.fields")
	if !ok || c.Method.is(dataRequest) {
		m.react(c, body)
		return
	}
	message, count := "", 0
	for _, field := range m.page.Entries(fields) {
		for _, text := range m.page.Texts(field.Value) {
			if count > 0 {
				message += "\n* "
			}
			message += text
			count++
		}
	}
	if message == "" { // fields that are there but empty
		m.react(c, body)
		return
	}
	if count > 1 {
		message = "* " + message
	}
	m.page.Notify(message, "error", err)
}
