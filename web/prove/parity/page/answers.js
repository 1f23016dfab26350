// What the store API answers in the scenarios: the shapes are the real one's.

export const profile = {
  id: 7,
  first_name: "Sara",
  last_name: "Saleh",
  email: "sara@example.com",
  avatar: "https://cdn.example.com/s.png",
  gender: "female",
  birthday: { date: "1990-01-31 00:00:00.000000", timezone_type: 3, timezone: "Asia/Riyadh" },
  phone: { code: "+966", number: 555555555, country: "SA" },
  currency: "SAR",
  language: "en",
  notifications: 3,
  pending_orders: 1,
  is_hidden_name: false,
  is_notifiable: true,
};

/** A success with data, and what else is in the body. */
export const ok = (data = {}, more = {}) => ({ body: { status: 200, success: true, data, ...more } });

/** A failure: its HTTP status and `error`. */
export const failed = (status, error, more = {}) => ({ status, body: { status, success: false, error: { code: status, ...error }, ...more } });

/** A failure with field messages. */
export const invalid = (fields, message = "alert.invalid_fields") => failed(422, { message, fields });

/** Of two requests at once each one is answered when it is released: see releaseBoth. */
export const oneByOne = (answer) => [1, 2].map((hold) => ({ ...answer, hold }));

export const pending = (type, more = {}) => ok({ verification: { status: "pending", type } }, more);

/** The usual calls. */
export const update = (t) => t.profile("update", { first_name: "Sara" });
export const info = (t) => t.profile("info");
export async function both(t) {
  await update(t);
  await info(t);
}

/** A scenario of steps, one after the other: a method's name with its arguments, or what else is done. */
export const scene = (api, ...steps) => ({
  api,
  async run(t) {
    for (const step of steps) await (typeof step == "function" ? step(t) : t.profile(...step));
  },
});

/** A scenario of two calls of update, the second while the first is under way. */
export const secondWhileFirst = (first, second) => ({
  api: { "POST profile/update": [{ ...ok({ n: 1 }), hold: 1 }, ok({ n: 2 })] },
  async run(t) {
    const done = first(t);
    await t.arrived(1);
    await second(t);
    await t.release("POST profile/update");
    await done;
  },
});

/** One scenario of several cases, which share a document, one after the other. */
export const cases = (parts, more = {}) => ({ ...more, cases: parts });
