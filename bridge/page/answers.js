// What the body of an answer says besides its data.
import { customerKnown, identify } from "./customer.js";
import { attempt, textOf, walk } from "./values.js";

const parse = (json) => attempt(() => JSON.parse(json));

/**
 * The server-sent events of a body, by name.
 * @param {any} body
 * @returns {Record<string, any>}
 */
export const eventsOf = (body) => {
  const events = walk(body, "events") || walk(body, "data.events") || walk(body, "error.events");
  return Object(typeof events == "string" ? parse(events) : events);
};

/**
 * What Go is told of a good answer.
 * @param {any} body
 * @param {import("./wire.js").Request} request
 * @returns {Partial<import("./wire.js").Answer>}
 */
export const answerOf = (body, request) => {
  const data = walk(body, "data");
  if (request.identifies) identify("answer", textOf(walk(data, "id")));
  let event = eventsOf(body)["profile::verification"];
  if (Array.isArray(event) && event[0]) event = event[0];
  const announced = event !== undefined && !textOf(walk(event, "request_type"));
  const said = announced ? event : walk(data, "verification");
  const text = (name) => textOf(walk(said, name));
  return {
    ok: true,
    body,
    data,
    customer: customerKnown(),
    announced,
    verification: textOf(walk(data, "verification.status")),
    type: text("type"),
    phone: text("phone"),
    countryCode: text("country_code"),
    email: text("email"),
  };
};
