import "./audit.js";
import "./code.js";
import "./contact.js";
import "./official.js";
import "./pages.js";
import "./resend.js";
import "./theme.js";

mocha.run();
