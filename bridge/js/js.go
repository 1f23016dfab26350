//go:build js && wasm

// Package js is the boundary between Go and the page, in the idiom of syscall/js: a [Value] has Get, Set, Call, Text, Int and
// Truthy; [New], [Object], [String] and [Number] make one; [Then] goes on when a promise settles; [Func] is a function for the
// page to call.
//
// It differs in four things. Nothing throws into Go, since TinyGo couldn't catch it: what the page's code throws is an ok that
// is false, or Undefined, "" or 0. Get, Call, Text and Int take a dotted path, since a crossing costs a microsecond: v.Get("a.b")
// is one crossing, and Undefined where there is no a; Set takes the name of a member. Arguments are an [Args], five at most: a
// fixed shape costs few bytes. And nothing waits for anything: what comes later comes by a [Continuation].
//
// Each file has its other end beside it: operation.go and value.go in host.js and values.js, and how a call crosses, with the
// standard compiler (by safejs) in cross_safejs.go and .js, with TinyGo in cross_tinygo.go and .js. What another package asks
// of the page besides is an operation of its own ([Do], [Others]).
package js
