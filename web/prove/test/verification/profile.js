// A stand-in for the module, as the element knows it: salla.profile with what waits for a code, section by section of the
// contract. `fake` is a test's hand in it.
{
  const { CustomEvent } = window; // a test may replace it
  const calls = []; // [name, argument] of all
  const answers = {}; // by method: what the next calls resolve to, or reject with; a function makes the answer
  let waiting = [];

  const tell = () => {
    profile.pendingVerifications = waiting.slice();
    document.dispatchEvent(new CustomEvent("salla-profile::pending", { bubbles: true, detail: waiting.slice() }));
  };
  const emit = (name, detail) => {
    if (profile !== salla.profile) salla.event.emit("profile::" + name, detail);
    document.dispatchEvent(new CustomEvent("profile::" + name, { bubbles: true, detail }));
  };
  const isOf = (type) => (contact) => contact.type === (type || (waiting[0] || {}).type);
  const end = (type) => {
    const before = waiting.length;
    waiting = waiting.filter((contact) => !isOf(type)(contact));
    if (waiting.length !== before) tell();
  };
  const refusal = (status, error, headers = {}) =>
    Object.assign(new Error("Request failed"), { isAxiosError: true, response: { status, headers, data: { status, success: false, error } } });

  const usual = {
    verify({ code, type }) {
      if (code !== "1234") throw refusal(422, { code: "error", case: "invalid_code", message: "The verification code is wrong." });
      end(type);
      emit("verified", { data: { verification: { status: "success", type } } });
    },
    resendVerification: () => emit("verification.code.sent", { data: { verification: { status: "pending" } } }),
    cancelVerification: end,
  };
  const method = (name) => async (argument) => {
    calls.push([name, argument]);
    const answer = (answers[name] || []).shift();
    if (!answer) return usual[name](argument);
    const value = await (typeof answer === "function" ? answer(argument, usual[name]) : answer);
    if (value instanceof Error) throw value;
    return value;
  };

  // On the SDK's own object where there is one.
  window.salla = window.salla || { profile: {} };
  const profile = salla.api ? salla.api.profile : salla.profile;
  profile.pendingVerifications = [];
  for (const name of Object.keys(usual)) profile[name] = method(name);

  window.fake = {
    calls,
    named: (name) => calls.filter((call) => call[0] === name).map((call) => call[1]),
    refusal,
    emit,
    end,
    /** What a method answers next, instead of the usual. */
    answer: (name, ...list) => (answers[name] = (answers[name] || []).concat(list)),
    /** Holds the next answer of a method; the function it returns lets it go. */
    hold(name) {
      let go;
      const held = new Promise((resolve) => (go = resolve));
      window.fake.answer(name, async (argument, answer) => {
        await held;
        return answer(argument);
      });
      return go;
    },
    /** A change of a contact on this page that a code is awaited of. event: the server has profile::verification emitted. */
    change(contact, { event = false, order = "event first" } = {}) {
      const payload = event && [contact];
      if (payload && order === "event first") emit("verification", payload);
      waiting = [contact].concat(waiting.filter((other) => other.type !== contact.type));
      tell();
      if (payload && order !== "event first") emit("verification", payload);
      emit("verification.code.sent", { data: { verification: { status: "pending", type: contact.type } } });
    },
    /** What the page before has left: it is there before anything is told, as after a reload. */
    left(...contacts) {
      profile.pendingVerifications = waiting = contacts;
    },
    /** The same, when the module finds it later. */
    found(...contacts) {
      waiting = contacts;
      tell();
    },
  };
}
