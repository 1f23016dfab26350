import "./wrapping.js";
import "./emitter.js";
import "./connections.js";
import "./libraries.js";

mocha.run();
