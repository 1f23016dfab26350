// What a theme or an app has done to the SDK's axios counts.
import { cases, both, failed, ok, profile } from "../page/answers.js";
import { altered } from "../page/instance.js";

const refuses = { "POST profile/update": failed(422, { message: "No.", fields: { first_name: ["Too long."] } }) };

export default {
  "interceptors of requests": cases({
    "one that adds a header": altered(
      ({ interceptors }) =>
        interceptors.request.use((config) => {
          config.headers["X-Trace"] = "9";
          return config;
        }),
      { use: both },
    ),
    "one that takes its time": altered(({ interceptors }) =>
      interceptors.request.use(async (config) => {
        await Promise.resolve();
        config.headers["X-Late"] = "1";
        return config;
      }),
    ),
    "one that changes the body": altered(({ interceptors }) =>
      interceptors.request.use((config) => ({ ...config, data: { ...config.data, source: "theme" } })),
    ),
    "one that adds to the address": altered(
      ({ interceptors }) => interceptors.request.use((config) => ({ ...config, params: { ...config.params, lang: "ar" } })),
      { use: both },
    ),
    "one that looks at the request": altered(({ interceptors }, t) =>
      interceptors.request.use((config) => {
        t.note("sends", config.method, config.url, config.data);
        return config;
      }),
    ),
    "one that throws": altered(({ interceptors }) =>
      interceptors.request.use(() => {
        throw new Error("not now");
      }),
    ),
    "one that rejects with no error": altered(({ interceptors }) => interceptors.request.use(() => Promise.reject({ why: "offline" }))),
    "one that was taken away": altered(({ interceptors }) =>
      interceptors.request.eject(
        interceptors.request.use((config) => {
          config.headers["X-Gone"] = "1";
          return config;
        }),
      ),
    ),
    "two, the last one first": altered(({ interceptors }) => {
      for (const n of ["1", "2"]) {
        interceptors.request.use((config) => {
          config.headers["X-Order"] = (config.headers["X-Order"] || "") + n;
          return config;
        });
      }
    }),
    "one for some requests": altered(
      ({ interceptors }) =>
        interceptors.request.use(
          (config) => {
            config.headers["X-Get"] = "1";
            return config;
          },
          null,
          { runWhen: ({ method }) => method == "get" },
        ),
      { use: both },
    ),
  }),
  "interceptors of answers": cases({
    "one that adds to the body": altered(({ interceptors }) =>
      interceptors.response.use((response) => {
        response.data.seen = true;
        return response;
      }),
    ),
    "one that looks at the answer": altered(({ interceptors }, t) =>
      interceptors.response.use((response) => {
        t.note("got", response.status, response.config.method, Object.keys(response.data));
        return response;
      }),
    ),
    "one that makes a failure of an answer": altered(({ interceptors }) =>
      interceptors.response.use(() => Promise.reject(new Error("the store is closed"))),
    ),
    "one that looks at failures": altered(
      ({ interceptors }, t) =>
        interceptors.response.use(null, (error) => {
          t.note("failed", error.code, error.response?.status, error.config?.method);
          return Promise.reject(error);
        }),
      { answers: refuses },
    ),
    "one that replaces the error": altered(
      ({ interceptors }) => interceptors.response.use(null, ({ response }) => Promise.reject(new Error("replaced " + response.status))),
      { answers: refuses },
    ),
    "one that makes an answer of a failure": altered(
      ({ interceptors }) => interceptors.response.use(null, ({ response }) => ({ ...response, status: 200, data: { success: true, data: { kept: true } } })),
      { answers: refuses },
    ),
    "one that asks again": altered(
      (axios) => {
        let again = 0;
        axios.interceptors.response.use(null, (error) => (again++ ? Promise.reject(error) : axios.request(error.config)));
      },
      { answers: { "POST profile/update": [failed(503, { message: "Later." }), ok(profile)] } },
    ),
    "one that asks again with a new token": altered(
      (axios) => {
        let again = 0;
        axios.interceptors.response.use(null, (error) => {
          if (again++ || error.response?.status != 401) return Promise.reject(error);
          error.config.headers.Authorization = "Bearer new";
          return axios(error.config);
        });
      },
      { answers: { "POST profile/update": [failed(401, { message: "Who?" }), ok(profile)] } },
    ),
    "one that asks again in vain": altered(
      (axios) => {
        let again = 0;
        axios.interceptors.response.use(null, (error) => (again++ ? Promise.reject(error) : axios.request(error.config)));
      },
      { answers: { "POST profile/update": [failed(503, { message: "Later." }), failed(503, { message: "Never." })] } },
    ),
  }),
  defaults: cases({
    "headers for all": altered(({ defaults }) => (defaults.headers.common["X-Common"] = "1"), { use: both }),
    "headers for posts": altered(({ defaults }) => (defaults.headers.post["X-Post"] = "1"), { use: both }),
    "a header beside the methods'": altered(({ defaults }) => (defaults.headers["X-Own"] = "1"), { use: both }),
    "a content type": altered(({ defaults }) => (defaults.headers.post["Content-Type"] = "application/x-www-form-urlencoded"), { use: both }),
    "a timeout": altered(({ defaults }) => (defaults.timeout = 60_000)),
    parameters: altered(({ defaults }) => (defaults.params = { lang: "ar" }), { use: both }),
    "a transform of requests": altered(
      ({ defaults }) =>
        (defaults.transformRequest = [(data) => ({ ...data, transformed: true }), ...[defaults.transformRequest].flat()]),
    ),
    "a transform of requests that writes a form": altered(
      ({ defaults }) =>
        (defaults.transformRequest = [
          (data, headers) => {
            headers["Content-Type"] = "application/x-www-form-urlencoded";
            return new URLSearchParams(data).toString();
          },
        ]),
    ),
    "a transform of answers": altered(
      ({ defaults }) =>
        (defaults.transformResponse = [...[defaults.transformResponse].flat(), (data) => ({ ...data, transformed: true })]),
      { use: both },
    ),
    "a transform of answers in place of the standard one": altered(
      ({ defaults }) => (defaults.transformResponse = [(text) => ({ ...JSON.parse(text), transformed: true })]),
      { use: both },
    ),
    "which answers are good": altered(({ defaults }) => (defaults.validateStatus = () => true), { answers: refuses }),
    "which answers are bad": altered(({ defaults }) => (defaults.validateStatus = (status) => status == 201)),
    "answers as text": altered(({ defaults }) => {
      defaults.responseType = "text";
      defaults.transformResponse = [(data) => ({ success: true, data: { text: typeof data } })];
    }),
    "with credentials": altered(({ defaults }) => (defaults.withCredentials = true)),
  }),
  wrappers: cases({
    "one of a verb": altered(
      (axios) => {
        const { post } = axios;
        axios.post = (url, data, config) => post(url, { ...data, wrapped: true }, config);
      },
      { use: both },
    ),
    "one that looks at the answer": altered((axios, t) => {
      const { post } = axios;
      axios.post = (...args) =>
        post(...args).then((response) => {
          t.note("got", response.status, Object.keys(response.data));
          return response;
        });
    }),
  }),
  adapters: cases({
    "a mock's": altered(
      ({ defaults }, t) =>
        (defaults.adapter = async (config) => {
          t.note("mocked", config.method, config.url, config.data);
          return { status: 200, statusText: "OK", headers: {}, config, data: JSON.stringify({ success: true, data: { mocked: true } }) };
        }),
      { use: both },
    ),
    "a mock's that fails": altered(
      ({ defaults }) =>
        (defaults.adapter = () => Promise.reject(Object.assign(new Error("mocked"), { code: "ERR_MOCK", response: { status: 500, data: {} } }))),
    ),
  }),
};
