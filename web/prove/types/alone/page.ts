// The page: configure, ready, pendingVerification, the global names.

async function page() {
  // @ts-expect-error undefined before the script has run
  salla.profile.ready.then(() => {});
  const running: SallaProfileReady | undefined = await salla.profile.ready;
  if (!running) return;
  const { mode, version, compiler } = running;
  const alone: boolean = mode === "standalone";
  // @ts-expect-error not a mode
  mode === "none";

  await salla.profile.configure({
    api: "https://store.example/store/v1",
    storeId: 1,
    token: () => sessionStorage.getItem("token"),
    language: "ar",
    currency: "SAR",
    userId: 1001,
    country: "SA",
    headers: { "X-Theme": "hayl", "X-Not": undefined },
    features: ["sso-login"],
  });
  salla.profile.configure({ token: "a-token" });
  // @ts-expect-error the attribute's name
  salla.profile.configure({ "store-id": 1 });
  salla.profile.configure({ token: async () => "a-token" });
  salla.profile.configure({ token: null, userId: null, language: null, headers: { "X-Theme": null } });
  // @ts-expect-error what stays
  salla.profile.configure({ api: null });
  salla.profile.configure({ token: Promise.resolve("a-token") });
  // @ts-expect-error not a number
  salla.profile.configure({ token: async () => 1 });
  // @ts-expect-error an object is needed
  salla.profile.configure();

  const pending = salla.profile.pendingVerification;
  // @ts-expect-error null or undefined where nothing is pending
  pending.type;
  const to: string | undefined = pending?.phone ?? pending?.email;

  salla.notify = { fire: (message, kind) => console.log(message, kind) };

  window.salla.profile.update({});
  globalThis.salla.profile.update({});
  Salla.profile.update({});
  salla.api.profile.update({});
  salla.profile.api.updateContact({ phone: "0501234567" });
  // @ts-expect-error not of the module
  salla.cart;
  // @ts-expect-error not of the module
  window.salla.cart;
  return [alone, version, compiler, to];
}

// What else a page has can be added.
interface SallaProfileGlobal {
  wishlist: { add(id: number): Promise<void> };
}
const added: Promise<void> = salla.wishlist.add(1);
