// Stands in for what the store's server prints after the SDK's script: a classic script, for pages of any kind.
window.initSDK = ({ salla }, { url, user = 1 }) => {
  salla.notify.setNotifier(() => {});
  salla.init({
    store: { id: 1, name: "s", username: "s", url: location.origin, api: url, features: [], settings: {} },
    user: { id: user, type: "guest", language_code: "en", currency_code: "SAR", country_code: "SA" },
  });
};
