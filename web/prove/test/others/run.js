import "./wrapping.js";
import "./starting.js";
import "./payloads.js";
import "./apps.js";
import "./cases.js";
import "./people.js";
import "./emitter.js";
import "./connections.js";
import "./libraries.js";

// The whole list takes minutes, and not all of it holds yet: with MISSING=1.
if (new URLSearchParams(location.search).has("missing")) await import("./missing.js");
mocha.run();
