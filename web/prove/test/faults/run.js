import "./loading.js";
import "./page.js";
import "./answers.js";
import "./hostile.js";
import "./dying.js";
import "./orders.js";
import "./secrets.js";

// Of a build whose module is a file of its own.
if (new URLSearchParams(location.search).has("file")) await import("./file.js");
mocha.run();
