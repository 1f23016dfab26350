// Stands in for the storefront: on a real store Salla's server prints this call and the customer has signed in.
// Nothing here belongs in a theme.
{
  const params = new URLSearchParams(location.search);
  const userId = 1001;
  const language = params.get("lang") === "en" ? "en" : "ar";

  // The SDK reads the customer's token from localStorage and looks only at `sub` and `exp`. This one is made here and
  // signed by nobody, so only the demo's store takes it. It is the same at each load, so that a reload is the same
  // customer; `?token=` makes another one.
  const base64url = (value) =>
    btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const token = [
    base64url({ alg: "none", typ: "JWT" }),
    base64url({ sub: String(userId), exp: 4102444800, jti: encodeURIComponent(params.get("token") ?? "demo-customer") }),
    "",
  ].join(".");

  localStorage.setItem("token", JSON.stringify(token));
  localStorage.setItem("user", JSON.stringify({ id: userId, type: "user" }));

  // Until account.js takes over: the SDK shows notices with alert() unless it is told otherwise.
  salla.notify.setNotifier((message, type) => console.info(`${type}: ${message}`));

  salla.init({
    store: {
      id: 1,
      name: "Hayl",
      username: "hayl",
      url: location.origin,
      api: `${location.origin}/store/v1`,
      features: [],
      settings: {},
    },
    user: {
      id: userId,
      type: "user",
      language_code: language,
      currency_code: "SAR",
      country_code: "SA",
    },
  });
}
