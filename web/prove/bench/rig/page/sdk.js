// Stands in for what the store's server prints after the SDK's script, and keeps the SDK's own methods, which
// the module's will replace. The token is signed by nobody.
{
  const user = { id: 1001, type: "user" };
  localStorage.user = JSON.stringify(user);
  localStorage.token = JSON.stringify("e30." + btoa(JSON.stringify({ sub: "1001", exp: 4102444800 })) + ".x");
  salla.notify.setNotifier(() => {});
  lab.sdk = {};
  for (let from = salla.api.profile; from != Object.prototype; from = Object.getPrototypeOf(from)) {
    for (const name of Object.getOwnPropertyNames(from)) lab.sdk[name] ??= from[name];
  }
  lab.initiated = new Promise((resolve) => addEventListener("twilight::initiated", resolve, { once: true }));
  salla.init({
    store: { id: 1, name: "s", username: "s", url: location.origin, api: location.origin + "/store/v1", features: [], settings: {} },
    user: { ...user, language_code: "ar", currency_code: "SAR", country_code: "SA" },
  });
}
