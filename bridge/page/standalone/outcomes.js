// What follows on an outcome without the SDK.
import { eventsOf } from "../answers.js";
import { error as createFailure, infoOf } from "../errors.js";
import { attempt, call, textOf, walk } from "../values.js";

/** @type {import("../wire.js").Standalone["fail"]} */
export const fail = (request, failure) => {
  const error = createFailure(request, failure);
  call("event.emit", "document::request.failed", infoOf(request), error);
  return error;
};

const textsOf = (fields) => {
  const texts = [];
  for (const name of Object.keys(Object(fields))) for (const text of [].concat(fields[name])) texts.push(textOf(text));
  return texts;
};

/** @type {import("../wire.js").Standalone["reactions"]} */
export const reactions = (body) => {
  const text = (path) => textOf(walk(body, path));
  const success = walk(body, "success");
  return {
    tags: walk(body, "data.googleTags") || walk(body, "googleTags") || undefined,
    events: Object.entries(eventsOf(body)).map(([name, value]) => ({ name, value })),
    case: text("case"),
    msg: text("msg"),
    message: text("data.message"),
    success: success === undefined ? "" : String(!!success), // PHP has it 1, too
    error: text("error.message"),
    fields: textsOf(walk(body, "error.fields")),
  };
};

/** @type {import("../wire.js").Standalone["emit"]} */
export const emit = (name, detail) => call("event.emit", name, detail);

/** @type {import("../wire.js").Standalone["pushTags"]} */
export const pushTags = (tags) => attempt(() => window.dataLayer && window.dataLayer.push(tags));
