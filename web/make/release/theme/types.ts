// The package's types, by import and as globals.
import { load, type LoadOptions, type SallaProfileError, type SallaProfileResponse } from "salla-profile";

const options: LoadOptions = { api: "/store/v1", storeId: 1, token: () => null };

export async function name(): Promise<string> {
  const profile = await load(options);
  const mode: "sdk" | "standalone" = profile.mode;
  const { data } = await profile.info();
  // @ts-expect-error the member's name
  await profile.update({ firstname: "نورة" });
  // @ts-expect-error no such option
  await load({ store: 1 });
  // @ts-expect-error a promise
  load().update;
  return mode + data.first_name + salla.profile.pendingVerification?.type;
}

export const text = (error: SallaProfileError) => error.response?.data.error?.message ?? error.message;
export const message = (body: SallaProfileResponse) => body.data.message;
document.addEventListener("salla-profile::ready", (event) => event.detail.compiler);
// @ts-expect-error ready has no reason
document.addEventListener("salla-profile::ready", (event) => event.detail.reason);
