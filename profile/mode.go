//go:build !twilight

package profile

// What a page with the SDK and one without it do each in their own way: withSDK and standalone are two types with these
// methods, and nothing else asks which page it is. An interface would choose between them once a call, and make the release
// 1,570 bytes (brotli) larger: TinyGo inlines neither side then. The twin of this file for storefronts has the one side alone
// (mode_twilight.go).

// mode is what a Service keeps for a page without the SDK.
type mode struct {
	config *Config // what the page was configured with, once it was asked for
}

// reconfigured: the page may have been configured.
func (m *mode) reconfigured() { m.config = nil }

// headers gives the request its headers.
func (s *Service[P]) headers(c *Call, token string) {
	if c.context.SDK {
		withSDK[P]{s}.headers(c)
	} else {
		standalone[P]{s}.headers(c, token)
	}
}

// begin gives the request its headers, and sends the call.
func (s *Service[P]) begin(c *Call) {
	if c.context.SDK {
		withSDK[P]{s}.begin(c)
	} else {
		standalone[P]{s}.begin(c)
	}
}

// resendVerification asks for the code of what waits once more, of the customer that the page is for.
func (s *Service[P]) resendVerification(c *Call) {
	s.contextOfResend(c)
	if c.context.SDK {
		s.resend(c)
	} else {
		standalone[P]{s}.resendVerification(c)
	}
}

// ask makes the request and sees to what follows on the answer for the page as a whole, once: server-sent events and notice,
// or document::request.failed and notice. Then the call is finished by the answer, with the body or the error as its Body.
func (s *Service[P]) ask(c *Call) {
	if c.context.SDK {
		withSDK[P]{s}.ask(c)
	} else {
		standalone[P]{s}.ask(c)
	}
}

// failed makes the error and does what follows on it for the page as a whole.
func (s *Service[P]) failed(c *Call, f *Failure) Value {
	if c.context.SDK {
		return s.page.Refuse(c.request, f)
	}
	return standalone[P]{s}.failed(c, f, nil)
}

// storeUser keeps the profile that an answer's data has.
func (s *Service[P]) storeUser(c *Call, data Value) {
	if c.context.SDK {
		s.page.SyncUser(data)
	} else {
		s.page.StoreUser(data)
	}
}

// endSession logs the customer out, and announces the answer.
func (s *Service[P]) endSession(c *Call, v Value) {
	if c.context.SDK {
		withSDK[P]{s}.endSession(c, v)
	} else {
		standalone[P]{s}.endSession(c, v)
	}
}
