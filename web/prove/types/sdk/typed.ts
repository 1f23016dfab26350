// With the SDK's interface: its members and the module's, the module's first.
import type Salla from "@salla.sa/twilight";

type Storefront = SallaProfileGlobal & Salla;

export async function storefront(salla: Storefront, form: HTMLFormElement, signal: AbortSignal) {
  await salla.profile.update(new FormData(form), { signal, timeout: 10_000 });
  await salla.profile.updateContact({ phone: "0501234567" });
  const body = await salla.profile.verify("1234");
  const type: "mobile" | "email" = body.data.verification.type;
  salla.profile.event.onUpdated((answer) => answer.data.first_name.trim());
  salla.event.on("profile::verified", (answer) => answer.data.verification.status);
  salla.event.on("cart::updated", (cart) => cart);
  await salla.cart.latest();
  salla.notify.setNotifier((message, kind) => console.log(message, kind));
  const { mode } = (await salla.profile.ready)!;
  // @ts-expect-error no such method, of either
  salla.profile.nothing();
  return [type, mode];
}
