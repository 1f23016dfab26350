import "./methods.js";
import "./headers.js";
import "./axios.js";
import "./bodies.js";
import "./start.js";
import "./events.js";
import "./notices.js";
import "./errors.js";
import "./refused.js";
import "./verification.js";
import "./waiting.js";
import "./typed.js";
import "./sharing.js";
import "./user.js";
import "./seeing.js";
import "./tag.js";

// Of a build whose module is a file of its own.
if (new URLSearchParams(location.search).has("file")) await import("./file.js");
mocha.run();
