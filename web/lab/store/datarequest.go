package store

import (
	"net/http"
	"time"
)

const deletionDelay = 30 * 24 * time.Hour // what <salla-user-settings> tells the customer

// deletion is a request to delete the account.
type deletion struct {
	kind    string // of contact the code went to
	code    oneTimeCode
	execute time.Time // zero until the code was verified
}

func (d *deletion) queued() bool { return d != nil && !d.execute.IsZero() }

// startDeletion is POST account/data-request with {request_type: "delete_account", type}: a code to the customer's own
// phone or e-mail. <salla-user-settings> says "mobile" or "email" and asks again to resend; sms and phone are taken
// for mobile.
func startDeletion(c *call) answer {
	kind, refusal, ok := c.deletionKind()
	switch {
	case !ok:
		return refusal
	case c.customer.deletion.queued():
		return failure(http.StatusConflict, textDeletionPending.in(c.lang))
	case c.locked():
		return c.lockedAnswer()
	}
	address := c.customer.email
	if kind == kindMobile {
		address = c.customer.phone.full()
	}
	c.customer.deletion = &deletion{kind: kind, code: c.sendCode(kind, address)}
	data := c.deletionData()
	data["message"] = textCodeSent.in(c.lang, address)
	return success(data)
}

// verifyDeletion is POST account/data-request/verify with {request_type, type, code}. From then on the request is
// pending; the store doesn't carry it out.
func verifyDeletion(c *call) answer {
	kind, refusal, ok := c.deletionKind()
	if !ok {
		return refusal
	}
	request := c.customer.deletion
	if request == nil || request.queued() {
		a := failure(http.StatusUnprocessableEntity, textNothingPending.in(c.lang))
		a.Error.Case = "no_pending_verification"
		return a
	}
	if kind != request.kind {
		found := problems{}
		found.add("type", textOtherContact.in(c.lang))
		return invalid(c.lang, found)
	}
	code, _ := c.form.text("code")
	if refusal, ok := c.tryCode(&request.code, code); !ok {
		return refusal
	}
	request.execute = c.now.Add(deletionDelay)
	data := c.deletionData()
	data["message"] = textDeletionQueued.in(c.lang)
	return success(data)
}

// getDeletion is GET account/data-request: {request_type, status, execution_at}. <salla-user-settings> looks for the
// status "pending" and takes execution_at as seconds or milliseconds since 1970; "none" and "unverified" are ours.
func getDeletion(c *call) answer { return success(c.deletionData()) }

// cancelDeletion is POST account/data-request/cancel. The message is at the top too, where <salla-user-settings> reads it.
func cancelDeletion(c *call) answer {
	if c.customer.deletion == nil {
		return failure(http.StatusNotFound, textNoDeletion.in(c.lang))
	}
	c.customer.deletion = nil
	data := c.deletionData()
	data["message"] = textDeletionCancelled.in(c.lang)
	a := success(data)
	a.Message = textDeletionCancelled.in(c.lang)
	return a
}

func (c *call) deletionData() map[string]any {
	data := map[string]any{"request_type": "delete_account", "status": "none", "execution_at": nil}
	if request := c.customer.deletion; request.queued() {
		data["status"], data["execution_at"] = "pending", request.execute.Unix()
	} else if request != nil {
		data["status"] = "unverified"
	}
	return data
}

// deletionKind reads request_type and type.
func (c *call) deletionKind() (kind string, refusal answer, ok bool) {
	found := problems{}
	if requestType, _ := c.form.text("request_type"); requestType != "delete_account" {
		found.add("request_type", textRequestType.in(c.lang))
	}
	written, _ := c.form.text("type")
	switch written {
	case "mobile", "sms", "phone":
		kind = kindMobile
	case "email":
		kind = kindEmail
	default:
		found.add("type", textChannel.in(c.lang))
	}
	if len(found) > 0 {
		return "", invalid(c.lang, found), false
	}
	return kind, answer{}, true
}
