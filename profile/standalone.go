//go:build !twilight

package profile

// standalone is a page without the SDK: what the SDK does around an answer is done here (npm @salla.sa/twilight
// 2.14.570 read, and compared by make parity).
type standalone[P Page] struct{ *Service[P] }

// configuration returns what the page was configured with: asked once each time that it is.
func (m standalone[P]) configuration() *Config {
	if m.mode.config == nil {
		m.mode.config = m.page.Config()
	}
	return m.mode.config
}

func (m standalone[P]) headers(c *Call, token string) {
	r := c.request
	r.Headers = headers(m.configuration().sdkHeaders(c.context.XSRF), c.context.Headers, c.contentType, token)
}

// begin asks for the customer's token first.
func (m standalone[P]) begin(c *Call) {
	config := m.configuration()
	if !config.TokenLater {
		m.headers(c, config.Token)
		m.send(c)
		return
	}
	m.page.Token(c.request.Signal, c.request.Timeout, (&then[P]{m.Service, c}).sendWithToken)
}

// sendWithToken sends the call with the customer's token, or refuses it where there was no getting one.
func (t *then[P]) sendWithToken(a *Answer) {
	m, c := standalone[P]{t.s}, t.c
	if a.Problem != "" {
		m.headers(c, "")
		m.refuse(c, failureOf(c.request, a))
		return
	}
	m.turnTo(c, a.Customer)
	m.headers(c, a.Token)
	m.send(c)
}

// turnTo: the call is this customer's, by the token. A code that was meant for what waits for another one isn't.
func (m standalone[P]) turnTo(c *Call, customer int) {
	m.pending.meet(customer)
	m.show()
	if c.context.Customer == customer {
		return
	}
	c.context.Customer = customer
	if c.Method.is(takesCode) {
		for i := range c.payload.Members {
			if added := &c.payload.Members[i]; c.added&(1<<i) != 0 {
				added.Value, added.Changed = "", added.There // one that was there, and of which nothing was left, is sent so
			}
		}
		m.check(c)
		m.encode(c)
	}
}

// resendVerification asks for the token first: it may tell of another customer, whose contact doesn't wait.
func (m standalone[P]) resendVerification(c *Call) {
	if !m.configuration().TokenLater {
		m.resend(c)
		return
	}
	m.page.Token(c.context.Signal, c.context.Timeout, (&then[P]{m.Service, c}).resend)
}

// resend: the page knows the customer. Where there was no getting a token the request says so, which asks again.
func (t *then[P]) resend(*Answer) { t.s.resend(t.c) }

func (m standalone[P]) ask(c *Call) { m.page.Send(c.request, (&then[P]{m.Service, c}).react) }

// react does what the SDK would on the answer.
func (t *then[P]) react(a *Answer) {
	m, c := standalone[P]{t.s}, t.c
	m.onAnswer(c)
	if a.OK {
		m.track(c, a) // first: a listener of the server's event may look at it
		if a.Reacts {
			m.react(c, m.page.Reactions(a.Body), a.Body)
		}
	} else {
		a.Body = m.failed(c, failureOf(c.request, a), a)
	}
	t.finish(a)
}

// failed makes the error; a is the server's answer, nil where there is none.
func (m standalone[P]) failed(c *Call, f *Failure, a *Answer) Value {
	err := m.page.Fail(c.request, f)
	switch {
	case f.Silent:
	case f.Local:
		m.notifyFields(c, f.texts(), err)
	case a != nil && a.Reacts:
		if said := m.page.Reactions(a.Body); c.request.Quiet || !m.notifyFields(c, said.Fields, err) {
			m.react(c, said, a.Body)
		}
	}
	return err
}

func (m standalone[P]) endSession(c *Call, v Value) {
	m.page.ForgetUser()
	m.page.Settle(nil, true, c.Method.Success, v)
}

// react pushes the answer's tags, dispatches its server-sent events and shows its notice, in this order.
func (m standalone[P]) react(c *Call, said *Reactions, body Value) {
	if said.Tags != Undefined {
		m.page.PushTags(said.Tags)
	}
	for _, event := range said.Events {
		m.page.Emit(event.Name, event.Value)
	}
	if message, kind := said.notice(); message != "" && !c.request.Quiet {
		m.page.Notify(message, kind, body)
	}
}

// notice returns what a body says to the customer, and of which kind it is; "" for nothing.
func (r *Reactions) notice() (message, kind string) {
	switch {
	case r.Case != "" && r.Msg != "":
		return r.Msg, r.Case
	case r.Message != "" && r.Success == "true":
		return r.Message, "success"
	case r.Message != "" && r.Success == "false":
		return r.Message, "error"
	case r.Error != "FORBIDDEN":
		return r.Error, "error"
	}
	return "", ""
}

// notifyFields shows the messages of invalid fields in one notice. It reports whether there are any.
func (m standalone[P]) notifyFields(c *Call, messages []string, err Value) bool {
	text := ""
	for i, message := range messages {
		if i > 0 {
			text += "\n* "
		}
		text += message
	}
	if text == "" { // fields that are there but empty
		return false
	}
	if len(messages) > 1 {
		text = "* " + text
	}
	if !c.request.Quiet {
		m.page.Notify(text, "error", err)
	}
	return true
}

func contains(list []string, text string) bool {
	for _, item := range list {
		if item == text {
			return true
		}
	}
	return false
}

// texts are the messages of the refused fields: one that is about two of them is one message.
func (f *Failure) texts() []string {
	list := make([]string, 0, len(f.Fields))
	for _, field := range f.Fields {
		if !contains(list, field.Value) {
			list = append(list, field.Value)
		}
	}
	return list
}

// failureOf says what went wrong with a request: axios's words for it.
func failureOf(r *Request, a *Answer) *Failure {
	f := &Failure{Name: axiosError, Code: string(a.Problem), Status: a.Status, Cause: a.Reason}
	switch a.Problem {
	case Network:
		f.Message = "Network Error"
	case TimedOut:
		f.Message = "timeout of " + Decimal(r.Timeout) + "ms exceeded"
	case Canceled:
		f.Name, f.Message = "CanceledError", "canceled"
	default:
		f.Response = a.Response
		f.Message = "Request failed with status code " + Decimal(a.Status)
		switch {
		case a.Status >= 500:
			f.Code = codeBadResponse
		case a.Status >= 400:
			f.Code = codeBadRequest
		}
	}
	return f
}
