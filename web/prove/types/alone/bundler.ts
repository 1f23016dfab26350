// The ES module of the package.
import { load, type LoadedProfile, type LoadOptions, type SallaProfileError } from "../../../salla-profile.mjs";

export async function start(): Promise<LoadedProfile> {
  const options: LoadOptions = { api: "/store/v1", storeId: 1, token: () => null, debug: true };
  const profile = await load(options);
  const mode: "sdk" | "standalone" = profile.mode;
  await profile.updateContact({ phone: "0501234567" });
  const { update, version, pendingVerification } = await load({ language: "ar" });
  await update({ first_name: mode + version + pendingVerification?.type });
  const { mode: again } = await (await load({ lazy: true })).ready;
  if (again !== mode) throw new Error("the module is one");
  // @ts-expect-error an attribute's name
  await load({ "data-api": "/store/v1" });
  // @ts-expect-error the module is inside
  await load({ wasm: "https://cdn.example/salla-profile.wasm" });
  return load();
}

export const reason = (error: SallaProfileError) => error.code === "ERR_RUNTIME" && error.cause;
