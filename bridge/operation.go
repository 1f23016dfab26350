//go:build js && wasm

package bridge

import "salla-profile/bridge/js"

// What is asked of the page besides what package js has. The operations are in operations.js, where each is documented under
// its name; TestOperations compares the lists.
const (
	// values
	opAppend js.Operation = js.Others + iota
	opMultipart
	opFormText
	opFailure
	opPick
	opSend
	opAnnounce
	opRequest
	opSettle
)
