// @ts-check
// What a page of the theme does with the module. What came of it goes to the test.

/** @param {(options?: any) => Promise<import("salla-profile").LoadedProfile>} load */
export const visit = async (load) => {
  const shop = new URLSearchParams(location.search).get("shop") ?? ""; // where the store is, if not here
  const result = { error: "", mode: "", version: "", name: "", same: false, heard: [""], wasm: "" };
  result.heard.pop();

  for (const name of /** @type {const} */ (["salla-profile::ready", "profile::updated"])) {
    document.addEventListener(name, (event) => result.heard.push(event.type));
  }

  try {
    const withSDK = Boolean(/** @type {any} */ (window).salla?.init);
    const profile = await load(withSDK ? {} : { api: `${shop}/store/v1`, storeId: 1, token: "someone", language: "en" });
    result.mode = profile.mode;
    result.version = profile.version;

    await profile.info();
    const { data } = await profile.update({ first_name: "Haifa" }, { timeout: 20_000 });
    result.name = data.first_name;
    result.same = profile.update === window.salla.profile.update && (await load()).update === profile.update;
    if (profile.pendingVerification) throw new Error("something is pending");
  } catch (reason) {
    const error = /** @type {import("salla-profile").SallaProfileError} */ (reason);
    result.error = `${error.code ?? ""} ${error.stack ?? error}`;
  }
  result.wasm = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /wasm/.test(name)).join();
  await fetch(`${shop}/result`, { method: "POST", body: JSON.stringify(result) });
};
