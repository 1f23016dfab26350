package profile

// What the SDK does around an answer, for pages without it (twilight-facts.md, "After an answer").

// after pushes the answer's tags, dispatches its server-sent events and shows its notice, in this order.
func (s *Service[P]) after(c *Call, body Value) {
	if !s.page.Any(body, reactions) {
		return // most answers
	}
	for _, path := range []string{"data.googleTags", "googleTags"} {
		if tags, ok := s.page.At(body, path); ok {
			s.page.PushTags(tags)
			break
		}
	}
	for _, event := range s.events(body) {
		s.page.Emit(event.Name, event.Value, nil)
	}
	if message, kind := s.notice(body); message != "" && !c.Method.is(dataRequest) {
		s.page.Notify(message, kind, body)
	}
}

// events are those that a body brings.
func (s *Service[P]) events(body Value) []Entry {
	for _, path := range []string{"events", "data.events", "error.events"} {
		if events, ok := s.page.At(body, path); ok {
			return s.page.Entries(events)
		}
	}
	return nil
}

// reactions are the paths of what anyone reacts to.
const reactions = "data.googleTags\ngoogleTags\nevents\ndata.events\nerror.events\nmsg\ndata.message\nerror.message\ndata.verification"

// notice answers what a body says to the customer, and of which kind it is; "" for nothing.
func (s *Service[P]) notice(body Value) (message, kind string) {
	if kind, message = s.page.Text(body, "case"), s.page.Text(body, "msg"); kind != "" && message != "" {
		return message, kind
	}
	if message = s.page.Text(body, "data.message"); message != "" {
		switch s.page.Text(body, "success") {
		case "true":
			return message, "success"
		case "false":
			return message, "error"
		}
	}
	if message = s.page.Text(body, "error.message"); message != "FORBIDDEN" {
		return message, "error"
	}
	return "", ""
}

// afterFailure shows the messages of invalid fields, or does what follows on any body.
func (s *Service[P]) afterFailure(c *Call, f *Failure, err Value) {
	if f.Local {
		if f.Silent || c.Method.is(dataRequest) {
			return
		}
		for _, field := range f.Fields {
			s.page.Notify(field.Value, "error", err)
		}
		return
	}
	if f.Answer == nil || f.Answer.Empty {
		return
	}
	body := f.Answer.Body
	fields, ok := s.page.At(body, "error.fields")
	if !ok || c.Method.is(dataRequest) {
		s.after(c, body)
		return
	}
	message, count := "", 0
	for _, field := range s.page.Entries(fields) {
		for _, text := range s.page.Texts(field.Value) {
			if count > 0 {
				message += "\n* "
			}
			message += text
			count++
		}
	}
	if message == "" { // fields that are there but empty
		s.after(c, body)
		return
	}
	if count > 1 {
		message = "* " + message
	}
	s.page.Notify(message, "error", err)
}
