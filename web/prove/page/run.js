import "./units/values.js";
import "./units/kinds.js";
import "./units/encode.js";
import "./units/multipart.js";
import "./units/customer.js";
import "./units/answers.js";
import "./units/errors.js";
import "./units/headers.js";
import "./units/giveUp.js";
import "./units/normalize.js";
import "./units/keepalive.js";
import "./units/wasmExec.js";
import "./units/handles.js";

window.removeEventListener("error", failed, true);
mocha.run();
