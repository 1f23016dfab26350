// Calls one method again and again with the network stubbed: the rows of bench -against, and what the count of crossings
// counts. Loaded after lab.js, on a page of OpenCalls or in a frame of one (frames.go).
{
  const success = { status: 200, success: true };
  const pending = { ...success, data: { message: "A code was sent.", verification: { status: "pending", type: "mobile" } } };
  const fields = { first_name: ["The name is too long."], last_name: ["The name is too long."] };
  const refusal = { status: 422, success: false, error: { code: "error", message: "Check what you typed.", fields } };
  const phone = (n) => "50" + String(n).padStart(7, "0");
  const arabicIndic = (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + +digit));
  const name = (n) => [{ first_name: "Nora", last_name: "Number " + n }];
  const isPending = (n) => salla.profile.pendingVerification?.phone == phone(n);

  // What is called with what, what is answered (a profile where nothing else is said), and how one knows that it was understood.
  const ROWS = {
    update: { method: "update", payload: name, understood: (n, { data }) => data.first_name == "Nora" },
    info: { method: "info", payload: () => [], understood: (n, { data }) => data.id == 1001 },
    pending: {
      method: "updateContacts", answer: pending, understood: isPending,
      payload: (n) => [{ phone: phone(n), country_code: "SA" }],
    },
    "pending, Arabic-Indic digits": {
      method: "updateContacts", answer: pending, understood: isPending,
      payload: (n) => [{ phone: arabicIndic(phone(n)), country_code: "SA" }],
    },
    422: { method: "update", payload: name, answer: refusal, understood: (n, error) => error.response?.status == 422 },
  };

  let count = 0; // no two payloads are alike: identical ones would share a request
  let profile;
  Object.assign(lab, {
    rows: Object.keys(ROWS),

    /** Makes calls of a row, one after the other, and lets what follows at once happen. */
    async row(name, calls) {
      const { method, payload, answer, understood } = ROWS[name];
      profile ??= lab.answer;
      lab.answer = answer ? JSON.stringify(answer) : profile;
      lab.status = answer?.status || 200;
      let outcome;
      for (let i = 0; i < calls; i++) {
        outcome = await salla.profile[method](...payload(++count)).catch((error) => error);
      }
      await lab.pause(4);
      lab.forget();
      if (!understood(count, outcome)) throw new Error(name + ": " + JSON.stringify(outcome));
    },
  });
}
