// What an app has done to the SDK's axios, or to salla.api.request, counts as with the SDK alone.
import { test } from "./from.js";
import { FILES, ground, played, same } from "./ground.js";

const ours = "/profile|auth.user/.test(config.url)";
const intercept = (code) => `salla.api.axios.interceptors.request.use((config) => { if (${ours}) { ${code} } return config; });`;
const bar = (name) => `${name} = ({ loaded }) => { if (loaded) noted.push("${name}"); };`;
const wrap = (code) => `{ const own = salla.api.request; salla.api.request = function (url, payload, method, options) { ${code} }; }`;

const CHANGES = {
  "an interceptor's auth": intercept(`config.auth = { username: "a", password: "b" };`),
  "a bar of a picture's way up": `salla.api.axios.defaults.${bar("onUploadProgress")}`,
  "a bar of an answer's way down": intercept(`config.${bar("onDownloadProgress")}`),
  "an interceptor's headers, spread": intercept(`config.headers = { ...config.headers, "X-A": "1" };`),
  "an interceptor's Headers": intercept(`config.headers = new Headers({ "x-a": "1" });`),
  "an interceptor's DELETE with a body": intercept(`if (config.method == "post") config.method = "delete";`),
  "an interceptor's PATCH": intercept(`if (config.method == "post") config.method = "PATCH";`),
  "an interceptor's Blob": intercept(`if (config.data) config.data = new Blob(["{}"], { type: "application/json" });`),
  "an interceptor's relative address": intercept(`config.baseURL = config.url.replace(/(profile|auth).*/, ""); config.url = config.url.replace(config.baseURL, "");`),
  "an interceptor that forgets the configuration": "salla.api.axios.interceptors.request.use(() => {});",
  "a failure that is asked again": `salla.api.axios.interceptors.response.use(undefined, (error) => {
    if (noted.push("failed") > 1) throw error;
    return salla.api.axios.request(error.config);
  });`,
  "transforms pushed": `{
    const { defaults } = salla.api.axios;
    defaults.transformRequest.unshift((data) => data && { ...data, more: 1 });
    defaults.transformResponse.push((data) => ({ ...data, more: 1 }));
  }`,
  "another object in the instance's place": `{
    const { get, post, interceptors, defaults } = salla.api.axios;
    salla.api.axios = { interceptors, defaults, get: (url, config) => get(url + "?r=1", config), post: (url, data, config) => post(url + "?r=1", data, config) };
  }`,
  "another instance": `salla.api.axios = salla.api.axios.create({ headers: { "X-I": "1" } });`,
  "a wrapper of axios.post": `{
    const { axios } = salla.api;
    const own = axios.post;
    axios.post = (...args) => { noted.push(JSON.stringify(args.slice(1))); return own(...args); };
  }`,
  "a wrapper of salla.api.request that adds to payload and headers": wrap(`
    return own.call(this, url, payload && { ...payload, more: 1 }, method, { ...options, headers: { ...Object(options).headers, "X-W": "1" } });`),
  "a wrapper of salla.api.request that makes a form of the payload": wrap(`
    if (method != "post") return own.call(this, url, payload, method, options);
    const form = new FormData();
    for (const name of Object.keys(payload)) form.append(name, payload[name]);
    return own.call(this, url, form, method, options);`),
  "a wrapper of salla.api.request that changes address and method": wrap(`
    return own.call(this, url + "?app=1", payload, method == "post" ? "put" : method, options);`),
  "a salla.api.request of an app's own": `salla.api.request = async (url, payload, method) => ({ data: { payload, method } });`,
};

for (const [name, between] of Object.entries(CHANGES)) {
  test(`${name}: as with the SDK alone`, async () => {
    const run = async (file) => {
      const made = await ground({ first: "window.noted = [];", between, file });
      const result = await played(made);
      return { ...result, noted: made.win.noted };
    };
    const alone = await run();
    for (const file of FILES) same(await run(file), alone, file);
  });
}
