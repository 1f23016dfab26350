//go:build js && wasm

package bridge

// The tests run in a browser, on a page that lends them what every page lends the module
// (web/prove/wasmtest): make test-bridge. They make values and look at what came of them in JavaScript.

// prelude is what the tests' JavaScript has; var, because it is evaluated.
const prelude = `
	var realFetch = fetch;

	// A page as it is before the module comes.
	function reset() {
		window.fetch = realFetch;
		delete window.salla;
		delete window.dataLayer;
		delete wasmtest.kept;
		localStorage.clear();
		document.documentElement.lang = "en";
		Object.assign(wasmtest.lent, {
			config: {api: "https://api.test", token: "secret"},
			hush: undefined, methods: {}, take: () => false, ready: undefined, leaving: false, xsrf: () => "",
			async token() {
				const {token} = this.config;
				try { return {token: await (typeof token == "function" ? token() : token)} } catch (reason) { return {why: 0, reason} }
			},
			visitor: () => salla.api.getHeaders(),
			sdk: () => typeof window.salla?.api?.getHeaders == "function",
			typed: wasmtest.typed, kept: (place) => wasmtest.kept[place], customer: () => "",
			keep(...waiting) {
				wasmtest.kept = waiting;
				salla.api.profile.pendingVerification = waiting[1];
			},
		});
	}

	// An element's event, which comes in the order of the page's tasks: the second in a row is behind one that was queued
	// meanwhile (fetch.js).
	var hop = () => new Promise((resolve) => {
		const details = document.createElement("details");
		details.ontoggle = resolve;
		details.open = true;
	});

	// Calls a method of the module.
	var call = (name, ...args) => wasmtest.program.call(name, args);

	// What came of a promise.
	var outcome = (promise) => promise.then((value) => ({value}), (error) => ({error}));

	// Answers every request alike; requests has them all.
	var requests = [];
	function answer(status, body, init) {
		requests = [];
		window.fetch = async (url, options) => {
			requests.push({url, ...options});
			return new Response(body, {status, ...init});
		};
	}

	// An error as axios makes it.
	class AxiosError extends Error {
		constructor(message, code, config, request, response) {
			super();
			Object.assign(this, {name: "AxiosError", isAxiosError: true, message, code, config, request, response, status: response?.status});
		}
		toJSON() { return {message: this.message, code: this.code} }
	}
	window.AxiosError = AxiosError;

	// The SDK's axios, as far as the module meets it; asked has what it was given, with the verb. By XMLHttpRequest it
	// isn't there: what goes that way is answered with its name.
	var asked = [];
	function createAxios() {
		const getUri = ({url, params}) => (params ? url + "?" + new URLSearchParams(params) : url);
		const axios = {
			defaults: {adapter: ["xhr", "http", "fetch"]},
			create: () => ({defaults: {}, getUri, request: async () => { throw new AxiosError("Unknown adapter") }}),
			getUri,
		};
		const dispatch = async (config) => {
			const {data, signal} = config;
			const given = () => {
				if (signal?.aborted) throw Object.assign(new AxiosError("canceled", "ERR_CANCELED", config), {name: "CanceledError"});
			};
			const told = (response) => {
				try { response.data = JSON.parse(response.data) } catch {}
				response.headers = new Map(response.headers);
				return response;
			};
			given();
			if (data && typeof data == "object" && !/FormData|Params/.test(data)) config.data = JSON.stringify(data);
			try {
				const response = await config.adapter(config);
				given();
				return told(response);
			} catch (error) {
				given();
				if (error?.response) told(error.response);
				throw error;
			}
		};
		const send = (method, url, data, config) => {
			asked.push({method, url, data, ...config});
			config = {...axios.defaults, ...config, url, method, data};
			config.headers = {authorization: "Bearer secret", ...config.headers};
			if (typeof config.adapter == "function") return dispatch({transitional: {}, validateStatus: (status) => status >= 200 && status <= 299, ...config});
			return Promise.resolve({status: 200, data: {by: String(config.adapter)}, config, request: {}});
		};
		for (const verb of ["get", "delete"]) axios[verb] = async (url, config) => send(verb, url, undefined, config);
		axios.post = async (url, data, config) => send("post", url, data, config);
		return axios;
	}

	// A page with the SDK, as far as the module asks for it: log has what it was asked, settings its config.
	var log = [];
	var settings = {};
	function sdk() {
		log = [];
		asked = [];
		settings = {"store.features": ["mada"]};
		const logged = (name) => (...args) => { log.push([name, ...args]) };
		const event = {profile: {}, document: {requestFailed: logged("event.document.requestFailed")}};
		for (const name of ["updated", "updateFailed", "settingsUpdated", "infoFetched", "infoNotFetched", "deleted", "verified"]) {
			event.profile[name] = logged("event.profile." + name);
		}
		window.salla = {
			event,
			api: {
				profile: {syncUserData: logged("api.profile.syncUserData")},
				getHeaders: () => ({currency: "SAR", Authorization: "Bearer secret"}),
				isFastRequestsAllowed: () => true,
				axios: createAxios(),
				__proto__: {
					request(endPoint, payload, method, options) {
						const info = {endPoint, payload, method, options};
						const answered = (response) => {
							const body = response.data && response.request ? response.data : response;
							this.handleAfterResponseActions(body);
							return body;
						};
						return this.axios[method](endPoint, payload, options).then(answered).catch((error) => {
							salla.event.document.requestFailed(info, error);
							this.handleErrorResponse(error);
							throw error;
						});
					},
				},
				handleAfterResponseActions: logged("api.handleAfterResponseActions"),
				handleErrorResponse: logged("api.handleErrorResponse"),
			},
			url: {
				api: (path) => "https://store.test/api/" + path,
				get: () => { log.push(["url.get"]); return "#bye" },
			},
			config: {get: (key) => settings[key]},
			lang: {getLocale: () => "ar"},
			notify: {fire: logged("notify.fire")},
			logger: {warn: logged("logger.warn")},
			storage: {clearAll: logged("storage.clearAll")},
			cookie: {clearAll: logged("cookie.clearAll")},
			auth: {api: {}},
		};
		wasmtest.lent.hush = () => ({release() {}});
	}

	// Everything of a frame has classes of its own.
	function frame() {
		const frame = document.createElement("iframe");
		document.body.append(frame);
		return frame.contentWindow;
	}

	// A body as text, for comparing.
	function describe(value) {
		if (value instanceof FormData) {
			return "form " + JSON.stringify([...value].map(([name, value]) => [name, typeof value == "string" ? value : describe(value)]));
		}
		const tag = Object.prototype.toString.call(value).slice(8, -1);
		if (tag == "File") return "file " + value.name + " " + value.size;
		if (tag == "Blob") return "blob " + value.size;
		if (tag == "FormData" || tag == "URLSearchParams") return tag + " " + JSON.stringify([...value]);
		if (typeof value == "bigint" || typeof value == "symbol") return String(value);
		return JSON.stringify(value) + "";
	}

	// Objects of which everything throws.
	var hostile = {
		getter: () => ({get phone() { throw new Error("get") }, get code() { throw new Error("get") }, get a() { throw new Error("get") }}),
		setter: () => ({set a(_) { throw new Error("set") }}),
		frozen: () => Object.freeze({a: 1}),
		proxy: () => new Proxy({a: 1}, new Proxy({}, {get() { throw new Error("trap") }})),
		revoked() { const {proxy, revoke} = Proxy.revocable({}, {}); revoke(); return proxy },
		revokedFunction() { const {proxy, revoke} = Proxy.revocable(() => 1, {}); revoke(); return proxy },
		tag: () => ({get [Symbol.toStringTag]() { throw new Error("tag") }}),
		toJSON: () => ({toJSON() { throw new Error("toJSON") }}),
		primitive: () => ({[Symbol.toPrimitive]() { throw new Error("toPrimitive") }}),
		circular() { const value = {a: 1}; value.self = value; return value },
		bigint: () => ({a: 10n}),
	};
`
