//go:build twilight

package profile

// The file for storefronts: the SDK is always there. The twin of this file, mode.go, says what each is.

type mode struct{}

func (m *mode) reconfigured() {}

func (s *Service[P]) headers(c *Call, _ string) { withSDK[P]{s}.headers(c) }

func (s *Service[P]) begin(c *Call) { withSDK[P]{s}.begin(c) }

func (s *Service[P]) resendVerification(c *Call) {
	s.contextOfResend(c)
	s.resend(c)
}

func (s *Service[P]) ask(c *Call) { withSDK[P]{s}.ask(c) }

func (s *Service[P]) failed(c *Call, f *Failure) Value { return s.page.Refuse(c.request, f) }

func (s *Service[P]) storeUser(_ *Call, data Value) { s.page.SyncUser(data) }

func (s *Service[P]) endSession(c *Call, v Value) { withSDK[P]{s}.endSession(c, v) }
