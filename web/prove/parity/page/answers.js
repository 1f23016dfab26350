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

export const pending = (type) => ok({ verification: { status: "pending", type } });

/** One scenario of several cases, which share a document, one after the other. */
export const cases = (parts, more = {}) => ({ ...more, cases: parts });
