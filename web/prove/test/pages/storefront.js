// What the store's server would print: who the customer is, and salla.init for each SDK that is created on the page.
{
  const id = 1001;
  const base64url = (value) => btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const token = [base64url({ alg: "none" }), base64url({ sub: String(id), exp: 4102444800 }), ""].join(".");
  localStorage.setItem("token", JSON.stringify(token));
  localStorage.setItem("user", JSON.stringify({ id, type: "user" }));

  window.notices = [];
  window.created = 0;
  const init = () => {
    created++;
    salla.notify.setNotifier((message, type) => notices.push(`${type}: ${message}`));
    salla.init({
      store: {
        id: 1, name: "Hayl", username: "hayl", url: location.origin, api: `${location.origin}/store/v1`,
        features: window.features ?? [], settings: { rating: { can_customer_hide_name: true } },
      },
      user: { id, type: "user", language_code: "en", currency_code: "SAR", country_code: "SA" },
      login: { url: `${location.origin}/dev/accounts` },
    });
  };
  addEventListener("salla::created", init);
  init();
}
