// DOM events, helper listeners and the emitter.

function events() {
  document.addEventListener("profile::updated", (event) => {
    const name: string = event.detail.data.first_name;
    // @ts-expect-error an answer has no response
    event.detail.response;
    return name;
  });
  window.addEventListener("profile::update.failed", (event) => {
    const fields: Record<string, string | string[]> | undefined = event.detail.response?.data.error?.fields;
    // @ts-expect-error an error has no data
    event.detail.data;
    return fields;
  });
  document.addEventListener("profile::verification", ({ detail }) => {
    const contact: SallaProfilePending = Array.isArray(detail) ? detail[0] : detail;
    const to: string | undefined = contact.phone ?? contact.email;
    return to;
  });
  const listener = (event: CustomEvent<SallaProfileResponse<SallaProfileVerified>>) => event.detail.data.verification.type;
  document.addEventListener("profile::verified", listener, { once: true });
  document.removeEventListener("profile::verified", listener);
  // @ts-expect-error the listener of another event
  document.addEventListener("profile::unverified", listener);
  document.addEventListener("salla-profile::ready", ({ detail }) => detail.mode === "sdk" && detail.compiler);
  window.addEventListener("salla-profile::error", ({ detail }) => detail instanceof Error && detail.message);
  document.addEventListener("salla-profile::pending", ({ detail }) => detail.map(({ type, email }) => [type, email]));
  // @ts-expect-error a list
  document.addEventListener("salla-profile::pending", ({ detail }) => detail.type);
  // @ts-expect-error a reason may be anything
  document.addEventListener("salla-profile::error", ({ detail }) => detail.message);
  // @ts-expect-error of the document, not of salla.event: its listener hears anything
  salla.event.on<"salla-profile::ready">("salla-profile::ready", (detail) => detail.mode);
  document.addEventListener("click", (event) => event.clientX); // as before

  salla.event.on("profile::*", function (detail) {
    const name: string = this.event;
    return [name, detail];
  });
  salla.event.onAny((name) => name.length);
  salla.event.offAny();
  const told: Promise<unknown> = salla.event.emitAsync("profile::updated", {});
  const dispatched: Promise<unknown> = salla.event.profile.deleted({ status: 200, success: true, data: {} });

  const { event } = salla.profile;
  event.onInfoFetched((body) => body.data.id.toFixed());
  event.onInfoNotFetched((error) => error.message);
  event.onUpdated((body) => body.data.birthday);
  event.onUpdateFailed((error) => error.code === "ERR_NETWORK");
  event.onVerificationCodeSent((body) => body.data.verification?.status === "pending");
  event.onUpdateContactsFailed((error) => error.local);
  event.onVerified((body) => body.data.verification.type);
  event.onUnverified((error) => error.response?.data.error?.case === "invalid_code");
  event.onSettingsUpdated((body) => body.data.message);
  event.onUpdateSettingsFailed((error) => error.status);
  event.onDeleted((body) => body.success);
  event.onNotDeleted((error) => error.response?.headers["retry-after"]);

  const updated = (body: SallaProfileResponse<SallaProfileData>) => body.data.first_name;
  event.offUpdated(updated);
  salla.event.profile.offUpdated(updated);
  // @ts-expect-error the listener of another event
  event.onUnverified(updated);
  // @ts-expect-error no such helper
  event.onContactsUpdated(() => {});
  // @ts-expect-error no such helper: nothing but the server sends it
  event.onVerification(() => {});

  salla.event.on("profile::updated", (body) => body.data.first_name);
  salla.event.once("profile::unverified", (error) => error.response?.data.error?.message);
  salla.event.on("profile::*", (anything) => anything.whatever);
  salla.event.on("document::request.failed", (info, error: SallaProfileError) => [info.endPoint, error.code]);
  salla.event.off("profile::updated", updated);
  salla.event.emit("profile::update", { first_name: "نورة" });
  salla.event.dispatch("my-theme::saved");
  // @ts-expect-error that event has no response
  salla.event.on("profile::updated", (body) => body.response);
  // @ts-expect-error not a listener
  salla.event.on("profile::updated", "render");
}
