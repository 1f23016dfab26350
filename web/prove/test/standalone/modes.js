// Tests that hold in both modes: without the SDK, and with it.
import { good, parts, store, test } from "./pages.js";
import { profileRequests, withSDK } from "../faults/sdk.js";

const modes = {
  "without the SDK": {
    open: ({ customer = 1, ...options } = {}) => store({ "data-user-id": String(customer) }, options),
    requests: (api) => api.requests(),
  },
  "with the SDK": {
    async open({ customer = 1, ...options } = {}) {
      const opened = await withSDK({}, "", "", { user: customer, ...options });
      await opened.profile.ready;
      return opened;
    },
    requests: profileRequests,
  },
};

/**
 * A test in each mode. fn gets the page, and: `reload({customer})`, another page in the same tab; `sent()`, the bodies of
 * the requests so far.
 */
export function inBoth(name, fn) {
  for (const [mode, { open, requests }] of Object.entries(modes)) {
    test(`${name}, ${mode}`, async () => {
      const page = await open();
      const bodies = async (api) => (await requests(api)).map(({ body }) => bodyOf(body));
      await fn({
        ...page,
        sent: () => bodies(page.api),
        async reload(options) {
          const next = await open({ kept: true, ...options });
          return { ...next, sent: () => bodies(next.api) };
        },
        sdk: mode == "with the SDK",
      });
    });
  }
}

function bodyOf(body) {
  if (Array.isArray(body)) return parts({ body });
  return body.startsWith("{") ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
}

export const pending = (type, more = {}) => good({ verification: { status: "pending", type } }, more);

export const formOf = (win, members) => {
  const form = new win.FormData();
  for (const [name, value] of Object.entries(members)) form.append(name, value);
  return form;
};
