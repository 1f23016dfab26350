// Package js is the little of syscall/js that salla.profile needs. [Value] is a handle of a JavaScript value, with Get and Set;
// [Slots] are Go functions that the page calls once; [Start] lets the page in.
//
// Nothing throws into Go, since TinyGo couldn't catch it: where JavaScript throws, the result is [Undefined] or not ok. What
// else the program asks of the page crosses by methods that web/make/bridgegen generates from an interface.
//
// How a call crosses is in cross_tinygo.go for TinyGo and in cross_safejs.go for the standard compiler, each with its other end
// in a .js file beside it. members.js is the page's end of value.go, and values.js the table of handles.
package js
