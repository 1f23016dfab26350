// The SDK's interface alone, with what the module adds to it.
import type Salla from "@salla.sa/twilight";

export async function storefront(salla: Salla) {
  await salla.profile.info();
  const change = await salla.profile.updateContact({ phone: "0501234567" }, { timeout: 10_000 });
  const pending: boolean = change.data.verification?.status === "pending";
  const { mode } = (await salla.profile.ready)!;
  const labels: string[] = (await salla.profile.getFields()).map((field) => field.label);
  await salla.profile.updateCustomFields({ fields: { 1: "الرياض" } });
  await salla.profile.initiateDeleteRequest("email");
  await salla.api.profile.cancelDeleteRequest();
  salla.profile.event.onInfoFetched((body) => body.data.first_name.trim());
  salla.profile.event.offUpdated(() => {});
  salla.event.profile.offVerified(() => {});
  const type: "mobile" | "email" | undefined = salla.profile.pendingVerification?.type;
  const waiting: SallaProfilePending[] = salla.profile.pendingVerifications;
  await salla.profile.resendVerification(waiting[0]?.type);
  await salla.profile.cancelVerification("phone");
  await salla.profile.configure({ headers: { "X-Theme": "raed" } });
  // @ts-expect-error a page without the SDK is the other file's
  await salla.profile.configure({ api: "/store/v1" });
  // @ts-expect-error no such method, of either
  salla.profile.nothing();
  // @ts-expect-error not a kind of contact
  await salla.profile.initiateDeleteRequest("pigeon");
  // What both have is as the SDK says, until it is annotated.
  // @ts-expect-error
  await salla.profile.verify("1234");
  const profile: SallaProfile = (globalThis as any).salla.profile;
  await profile.verify("1234");
  return [pending, mode, labels, type];
}

// Every method and listener's helper is there by the SDK's types, or is named in salla-profile.twilight.d.ts.
type Helper = `${"on" | "off"}${string}`;
type Lacking<Ours, All> = Exclude<keyof Ours, keyof All>;
export const methods: never[] = [] as Lacking<SallaProfileApi, Salla["api"]["profile"]>[];
export const events: never[] = [] as Extract<Lacking<SallaProfileEvents, Salla["event"]["profile"]>, Helper>[];
