import "./wrapping.js";
import "./starting.js";
import "./payloads.js";
import "./apps.js";
import "./axios.js";
import "./cases.js";
import "./people.js";
import "./emitter.js";
import "./connections.js";
import "./libraries.js";

mocha.run();
