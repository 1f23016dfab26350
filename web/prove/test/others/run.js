import "./wrapping.js";
import "./emitter.js";
import "./connections.js";
import "./libraries.js";

// The whole list takes minutes: with WHOLE, which make test-browsers has.
if (new URLSearchParams(location.search).has("whole")) await import("./missing.js");
mocha.run();
