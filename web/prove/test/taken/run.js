import "./missing.js";

mocha.run();
