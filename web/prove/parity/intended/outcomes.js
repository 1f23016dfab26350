// Scenarios that end otherwise than with the SDK: all that happens in them is spelled out.
import { fetched, instead, notUpdated, refused, same, updated } from "./rules.js";

export const outcomes = [
  instead(
    "nothing-breaks-the-call",
    "contract 4: what throws after the answer (a listener, a notifier, the SDK's own steps) changes nothing of the call's outcome",
    {
      "after: events as broken JSON text": [
        "request POST profile/contacts/update",
        "event profile::verification.code.sent",
        "resolved updateContacts",
      ],
      "after: a notifier that throws": ["event twilight::notifier.changed", ...updated, "resolved update"],
      "listeners: a listener that throws": [updated[0], "notice success: Saved.", ...updated.slice(1), "resolved update"],
      "listeners: a failure's listener that throws": [
        ...notUpdated.slice(0, 2),
        "notice error: No.",
        notUpdated[2],
        "rejected update: ERR_BAD_REQUEST",
      ],
      "listeners: a document listener that throws": [...notUpdated, "rejected update: ERR_BAD_REQUEST"], // no notice, as with the SDK
      "listeners: a server's event whose listener throws": [updated[0], "event x::y", ...updated.slice(1), "resolved update"],
      "user: no data": ["case without data", ...fetched, "resolved info", "case data null", ...fetched, "resolved info"],
      "user: storage that is full": [...updated, "resolved update"],
    },
  ),
  instead("without-this", "the methods need no `this`: what throws in the SDK works", {
    "calls: without this": [...updated, "resolved update", ...fetched, "resolved info", ...updated, "resolved call", ...fetched, "resolved apply"],
    "calls: from a timer and a promise": [...fetched, ...updated, "resolved then"],
    "calls: by its other names": [
      ...updated,
      "resolved salla.api.profile",
      ...updated,
      "resolved salla.profile.api",
      ...updated,
      "resolved Salla",
      ...updated,
      "resolved salla.call",
      ...fetched,
      "resolved window.Salla.api",
    ],
  }),
  instead(
    "one-request",
    "contract 6.2: a mutation identical to one in flight isn't sent twice, and the event fires once",
    {
      "differences: two identical updates at once": [updated[0], "notice success: Saved.", ...updated.slice(1), "resolved update", "resolved update"],
      "differences: two identical updates at once that fail": [
        ...notUpdated.slice(0, 2),
        "notice error: No.",
        notUpdated[2],
        "rejected update: ERR_BAD_RESPONSE",
        "rejected update: ERR_BAD_RESPONSE",
      ],
    },
    ({ journal }) => {
      const [first, second] = journal.filter(([kind]) => kind == "resolved" || kind == "rejected");
      return same(first, second);
    },
  ),
  instead("one-question", "contract 6.2: identical questions at once are one request, and the event comes once", {
    "calls: two reads at once": [...fetched, "resolved info", "resolved info"],
  }),
  instead(
    "refused",
    "contract 5: refused before sending, with an answer shaped as the server's 422",
    {
      "differences: refused": [
        "case verify without a code",
        ...refused("verify", "unverified", "Enter the verification code."),
        "case a contact change without a contact",
        ...refused("updateContacts", "update.contacts.failed", "Enter a phone number or an e-mail address."),
        "case a phone without a digit",
        ...refused("updateContacts", "update.contacts.failed", "The phone number has no digits."),
        "case an e-mail without @",
        ...refused("updateContacts", "update.contacts.failed", "The e-mail address is not valid."),
        "case verifyDeleteRequest without a payload", // the data requests have no notice and no event
        "event document::request.failed",
        "rejected verifyDeleteRequest: ERR_VALIDATION, local",
        "case a payload that is none", // for the theme's author: no notice
        ...Array(5).fill(["event document::request.failed", "event profile::update.failed", "rejected update: ERR_VALIDATION, local"]).flat(),
      ],
    },
    ({ journal, server }) =>
      server.length == 0 &&
      journal.every(([kind, , error]) => {
        if (kind != "rejected") return true;
        const { message, name, isAxiosError, response, config, request } = error;
        return (
          name == "AxiosError" &&
          isAxiosError &&
          response.status == 422 &&
          response.data.success === false &&
          response.data.error.message == message &&
          Object.values(response.data.error.fields).every((texts) => same(texts, [message])) &&
          config.url &&
          config.method == "post" &&
          !config.headers.Authorization &&
          !request
        );
      }),
  ),
  instead(
    "unsendable-header",
    "contract 5: a rejection always has the same shape, also where a header of the theme's can't be sent",
    {
      "requests: headers that can't be sent": [
        "case a header with line ends",
        ...notUpdated,
        "rejected update: ERR_NETWORK",
        "case a header that can't be sent",
        ...notUpdated,
        "rejected update: ERR_NETWORK",
        "case a header whose name can't be sent",
        ...notUpdated,
        "rejected update: ERR_NETWORK",
      ],
    },
    ({ server }) => server.length == 0, // fetch was asked, and refused
    // With keepalive (Firefox, WebKit) what the browser refuses at once is asked again without: it may be the quota.
    (lines) => lines.filter((line, i) => line != lines[i - 1] || !line.startsWith("request ")),
  ),
];
