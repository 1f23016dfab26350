// The record of the customer that the SDK keeps of an answer's data (npm @salla.sa/twilight 2.14.570, syncUserData).
import { forgetCustomer } from "../customer.js";
import { attempt, call, textOf, walk } from "../values.js";

const inStorage = (use) => attempt(() => window.localStorage && use(window.localStorage));

/** @type {import("../wire.js").Standalone["storeUser"]} */
export const storeUser = (data) => {
  if (!walk(data, "phone")) return;
  const { phone } = data;
  const before = inStorage((storage) => JSON.parse(storage.getItem("user")));
  const user = {
    id: data.id,
    type: "user",
    email: data.email,
    mobile: textOf(phone.code) + textOf(phone.number),
    country_code: phone.country,
    language_code: data.language,
    currency_code: data.currency,
    notifications: data.notifications,
    pending_orders: data.pending_orders,
    avatar: data.avatar,
    first_name: data.first_name,
    last_name: data.last_name,
    is_hidden_name: data.is_hidden_name,
    is_notifiable: data.is_notifiable,
    can_comment: walk(before, "can_comment"),
    fetched_at: Date.now(),
  };
  call("config.set", "user", user);
  if (typeof walk(window.salla, "storage.set") == "function") call("storage.set", "user", user);
  else inStorage((storage) => storage.setItem("user", JSON.stringify(user)));
};

/** @type {import("../wire.js").Standalone["forgetUser"]} */
export const forgetUser = () => {
  for (const key of ["user", "token"]) inStorage((storage) => storage.removeItem(key));
  forgetCustomer();
};
