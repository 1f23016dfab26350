// Failures that are asked again, and what is changed while a request is under way.
import { cases, failed, info, ok, profile, update } from "../page/answers.js";
import { altered, api } from "../page/instance.js";

const later = failed(503, { message: "Later." });

// info() fails; while it is under way, change is made, which answers what undoes it.
const meanwhile = (change) => ({
  api: { "GET auth/user": { ...failed(500, { message: "No." }), hold: 1 } },
  async run(t) {
    const call = info(t);
    await t.arrived(1);
    const undo = change(t.salla.api.axios, t);
    await t.release("GET auth/user");
    await call;
    undo();
  },
});

// update() in a click, while another script has used up what the browser allows of keepalive.
const quota = (change) =>
  altered(change, {
    answers: { ...api, "POST hog": { ...ok(), hold: 1 } },
    async use(t) {
      // Refused for as long as the case before holds some of it.
      const ask = () => fetch(t.parity.run.api + "/hog", { method: "POST", keepalive: true, body: "x".repeat(64 * 1024 - 20) }).catch(ask);
      const hog = ask();
      await t.arrived(1);
      let call;
      const button = document.createElement("button");
      button.onclick = () => (call = update(t));
      button.click();
      await call;
      await t.release("POST hog");
      await hog;
    },
  });

export default {
  "asking again by an error's configuration": cases({
    "a question": {
      api: { "GET auth/user": [later, ok(profile)] },
      async run(t) {
        const { config } = await info(t);
        await t.call("again", async () => (await t.salla.api.axios.request(config)).data);
      },
    },
    "a change": {
      api: { "POST profile/update": [later, ok(profile)] },
      async run(t) {
        const { config } = await update(t);
        await t.call("again", async () => (await t.salla.api.axios(config)).data);
      },
    },
    "after the connection was lost": {
      api: { "GET auth/user": [{ drop: "before" }, ok(profile)] },
      async run(t) {
        const { config } = await info(t);
        t.note("again", await t.salla.api.axios.request(config).then(({ status }) => status, ({ code }) => code));
      },
    },
  }),
  "what is changed while a request is under way": cases({
    "which answers are good": meanwhile(({ defaults }) => {
      const { validateStatus } = defaults;
      defaults.validateStatus = () => true;
      return () => (defaults.validateStatus = validateStatus);
    }),
    "a header": meanwhile(({ defaults }) => {
      defaults.headers.common["X-After"] = "1";
      return () => delete defaults.headers.common["X-After"];
    }),
    "a verb": meanwhile((axios, t) => {
      const { get } = axios;
      axios.get = (...args) => {
        t.note("asked", args[0]);
        return get(...args);
      };
      return () => (axios.get = get);
    }),
    interceptors: meanwhile(({ interceptors: { request, response } }, t) => {
      const counts = [request.handlers.length, response.handlers.length];
      request.use((config) => {
        t.note("intercepted", config.url);
        return config;
      });
      return () => ([request.handlers.length] = counts);
    }),
    "the payload": {
      api: { "POST profile/update": { ...failed(500, { message: "No." }), hold: 1 } },
      async run(t) {
        const payload = { first_name: "Sara" };
        const call = t.profile("update", payload);
        await t.arrived(1);
        payload.first_name = "Noura";
        await t.release("POST profile/update");
        t.note("sent", (await call).config.data);
      },
    },
    "the interceptors, right after the call": altered(() => {}, {
      async use(t) {
        const { request } = t.salla.api.axios.interceptors;
        const { handlers } = request;
        const call = info(t);
        request.clear();
        await call;
        request.handlers = handlers;
      },
    }),
  }),
  "an interceptor between two of the same": {
    api: { "POST profile/update": [{ ...ok({ n: 1 }), hold: 1 }, ok({ n: 2 })] },
    async run(t) {
      const { request } = t.salla.api.axios.interceptors;
      const first = update(t);
      await t.arrived(1);
      request.use((config) => {
        config.headers["X-Second"] = "1";
        return config;
      });
      await update(t);
      await t.release("POST profile/update");
      await first;
      request.handlers.length = 1;
    },
  },
  "keepalive's quota is used up": cases({
    "and an interceptor takes its time": quota(({ interceptors }) =>
      interceptors.request.use(async (config) => {
        for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
        config.headers["X-Late"] = "1";
        return config;
      }),
    ),
    "and an interceptor looks at failures": quota(({ interceptors }, t) =>
      interceptors.response.use(null, (error) => {
        t.note("failed", error.code);
        return Promise.reject(error);
      }),
    ),
  }),
};
