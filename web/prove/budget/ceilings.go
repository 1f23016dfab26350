// Package budget is the gate: no shipped file may weigh more than its row in Ceilings. Its tests hold the TinyGo release
// to that, to the memory that calls may keep, to the crossings of a call, and source files to what one reads at a time.
//
//	go -C web test ./prove/budget             fails where something has outgrown its ceiling, and says by how much
//	go -C web test -run Bytes -v ./prove/budget   prints each file beside its ceilings
//	make gate-proof                           shows that renaming passes and a kilobyte doesn't
//
// There is no way to raise a ceiling but to write another number here, where a reviewer sees it.
package budget

// Ceilings has a row for each script and each module of dist/: the one place that says what they may weigh.
var Ceilings = []Ceiling{
	{File: "salla-profile.js", Size: Size{JavaScript: 35_240, Brotli: 22_180}, OnPath: Size{Brotli: 29_500}},
	{File: "salla-profile.wasm", Size: Size{Module: 17_470}, OnPath: Size{Module: 37_000}},
	{File: "salla-profile.twilight.js", Size: Size{JavaScript: 28_190, Brotli: 17_790}, OnPath: Size{Brotli: 25_300}},
	{File: "salla-profile.twilight.wasm", Size: Size{Module: 12_700}, OnPath: Size{Module: 32_500}},
	{File: "salla-profile.verification.js", Size: Size{Brotli: 4_000}},
}

// Tolerance is how many bytes a script may exceed its Brotli ceiling by: names alone make some 50 bytes of difference, for
// the same program. What is added shows in the other two figures, byte for byte.
const Tolerance = 100

// Ceiling is the most that a file may weigh.
type Ceiling struct {
	File string
	Size
	// OnPath has the figures that differ where a tinygo on PATH compiled the module (web/make/build/tinygo). They were
	// measured with -gc precise and LLVM 22; other releases of LLVM make other code, so there is some room.
	OnPath Size
	// Planned says that no build has the file yet. Without it, a file that is missing fails the gate.
	Planned bool
}

// Size is what a file weighs, in bytes. 0 stands for what a file of its kind doesn't have; as a ceiling, for none.
type Size struct {
	Module     int // a module, as the compiler made it: no page loads it, but it doesn't scatter
	JavaScript int // a script, minified, without the text of the module inside
	Brotli     int // a script with all that is inside, at level 11
}
