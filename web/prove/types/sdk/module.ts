// The ES module for storefronts, beside the SDK's own types.
import { load } from "../../../salla-profile.twilight.mjs";

export async function name(): Promise<string> {
  const profile = await load({ debug: true });
  const { data } = await profile.info();
  // @ts-expect-error a page without the SDK is the other module's
  await load({ api: "/store/v1" });
  await profile.configure({ language: "ar" });
  // @ts-expect-error so is this
  await profile.configure({ api: "/store/v1" });
  return profile.mode + data.first_name;
}
