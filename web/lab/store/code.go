package store

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"net/http"
	"time"
)

const (
	codeDigits = 4 // what <salla-verify> has inputs for
	maxWrong   = 3 // tries
	maxSent    = 4 // codes for one change: the SDK's types know a resend_counter of 2, 3 and 4
)

// oneTimeCode is a code that was sent and can be used once.
type oneTimeCode struct {
	code    string // "" once it was tried wrongly too often
	expires time.Time
	wrong   int
	sent    int
}

// sendCode sends a new code to a contact's address.
func (c *call) sendCode(kind, address string) oneTimeCode {
	limit := big.NewInt(1)
	for range codeDigits {
		limit.Mul(limit, big.NewInt(10))
	}
	number, _ := rand.Int(rand.Reader, limit) // its reader never fails (crypto/rand since Go 1.24)
	code := fmt.Sprintf("%0*d", codeDigits, number)
	c.deliver(Message{To: address, Type: kind, Code: code, Text: textSMS.in(c.lang, code)})
	return oneTimeCode{code: code, expires: c.now.Add(c.store.options.CodeTTL), sent: 1}
}

// tryCode compares what the customer typed, or answers the refusal: a 422 of the case "invalid_code" for a wrong or
// expired code, and after three wrong ones a 429 of the case "resend_counter" until the wait is over. Both cases are
// those of ErrorResponse in the SDK's types.
func (c *call) tryCode(code *oneTimeCode, typed string) (refusal answer, ok bool) {
	if c.locked() {
		return c.lockedAnswer(), false
	}
	if typed == "" {
		found := problems{}
		found.add("code", textRequired.in(c.lang))
		return invalid(c.lang, found), false
	}
	switch {
	case code.code == "" || !c.now.Before(code.expires):
		refusal = failure(http.StatusUnprocessableEntity, textExpiredCode.in(c.lang))
	case typed != code.code:
		refusal = failure(http.StatusUnprocessableEntity, textWrongCode.in(c.lang))
		if code.wrong++; code.wrong >= maxWrong {
			code.code = ""
			c.lock()
		}
	default:
		return answer{}, true
	}
	refusal.Error.Case = "invalid_code"
	return refusal, false
}

func (c *call) locked() bool { return c.now.Before(c.customer.lockedUntil) }
func (c *call) lock()        { c.customer.lockedUntil = c.now.Add(c.store.options.LockFor) }

func (c *call) lockedAnswer() answer {
	wait := c.customer.lockedUntil.Sub(c.now)
	a := failure(http.StatusTooManyRequests, textLocked.in(c.lang, seconds(wait)))
	a.Error.Case = "resend_counter"
	a.retryAfter = wait
	return a
}
