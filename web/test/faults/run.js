import { run } from "../standalone/harness.js";
import "./loading.js";
import "./file.js";
import "./page.js";
import "./answers.js";
import "./hostile.js";
import "./dying.js";
import "./orders.js";
import "./secrets.js";

run();
