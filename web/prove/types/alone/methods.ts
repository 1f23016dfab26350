// Every method with every kind of argument, and what must not pass.

async function methods(form: HTMLFormElement, picture: File, signal: AbortSignal) {
  const options: SallaProfileOptions = { signal, timeout: 10_000, headers: { "X-Trace": "1", "X-Not": null } };
  const { profile } = salla;

  const id: number = (await profile.info(options)).data.id;
  const labels: string[] = (await profile.getFields()).map((field) => field.label);

  await profile.update({ first_name: "نورة", birthday: "1994-03-18", gender: "female", avatar: picture });
  await profile.update(new FormData(form), options);
  await profile.update(new URLSearchParams({ first_name: "نورة" }));
  await profile.update(form);
  const body: SallaProfileResponse<SallaProfileData> = await profile.update({});
  const code: string = body.data.phone.code;

  await profile.updateCustomFields({ id: 1, fields: { 7: "الرياض" } });
  await profile.updateContacts({ phone: "0501234567" });
  await profile.updateContacts({ phone: 501234567, country_code: "SA", email: "noura@example.com" });
  const change = await profile.updateContact({ email: "noura@example.com" });
  const pending: boolean = change.data.verification?.status === "pending";

  await profile.verify("1234");
  await profile.verify("١٢٣٤", { timeout: 5000 });
  await profile.verify({ code: 1234 });
  await profile.verify(1234);
  await profile.verify(new String("1234"));
  await profile.verify({ code: "1234", type: "phone" });
  await profile.verify({ code: "1234", type: "email", email: "noura@example.com" });
  const type: "mobile" | "email" = (await profile.verify(form)).data.verification.type;

  await profile.updateSettings({ name: "is_notifiable", value: true });
  await profile.updateSettings({ name: "one_of_tomorrow", value: 1 });
  await profile.initiateDeleteRequest("mobile", options);
  await profile.verifyDeleteRequest({ type: "mobile", code: "1234" }, options);
  const status: string | undefined = (await profile.getDeleteRequest()).data.status;
  await profile.cancelDeleteRequest(options);
  const message: string | undefined = (await profile.delete()).data.message;

  return { id, labels, code, pending, type, status, message };
}

async function again(profile: SallaProfile, options: SallaProfileOptions) {
  await profile.verify({ code: "1234", type: "phone" });
  const first: SallaProfilePending | undefined = profile.pendingVerifications[0];
  const { data } = await profile.resendVerification();
  await profile.resendVerification("phone", options);
  await profile.resendVerification(first);
  await profile.resendVerification(null, { timeout: 5000 });
  const nothing: undefined = await profile.cancelVerification("email");
  await profile.cancelVerification();
  // @ts-expect-error no kind of contact
  await profile.resendVerification("sms");
  // @ts-expect-error read only
  profile.pendingVerifications = [];
  return [data.first_name, nothing];
}

async function payloads(profile: SallaProfile, form: HTMLFormElement) {
  await profile.update("first_name=%D9%86%D9%88%D8%B1%D8%A9");
  await profile.update([]);
  await profile.update({ toJSON: () => ({ first_name: "نورة" }) });
  await profile.update(form.dataset);
  await profile.update(new Proxy({ first_name: "نورة" }, {}));
  await profile.update({ first_name: new String("نورة"), birthday: new Date() });
  const { phone } = (await profile.info()).data;
  await profile.update({ phone });
  await profile.updateContacts({ phone, country_code: { iso2: "sa" } });
  await profile.updateContacts({ phone: "0501234567", countryCode: "SA", email: null });
  await profile.verifyDeleteRequest(form);
}

async function options(profile: SallaProfile, signal?: AbortSignal) {
  await profile.info({ signal, timeout: undefined, headers: new Headers({ "X-Trace": "1" }) });
  await profile.info({ headers: [["X-Trace", 1], ["X-Not", null]] });
  // @ts-expect-error pairs
  await profile.info({ headers: ["X-Trace"] });
}

async function mistakes(profile: SallaProfile) {
  // @ts-expect-error the member's name
  await profile.update({ firstname: "نورة" });
  // @ts-expect-error a number
  await profile.update(1);
  // @ts-expect-error a picture is a file, not its address
  await profile.update({ avatar: "https://example.com/noura.png" });
  // @ts-expect-error no fields
  await profile.updateCustomFields({ id: 1 });
  // @ts-expect-error neither phone nor email
  await profile.updateContacts({ country_code: "SA" });
  // @ts-expect-error nothing
  await profile.updateContacts();
  // @ts-expect-error neither text nor a number
  await profile.verify(true);
  // @ts-expect-error no code
  await profile.verify({ type: "mobile", phone: "501234567" });
  // @ts-expect-error not a kind of contact
  await profile.verify({ code: "1234", type: "fax" });
  // @ts-expect-error no value
  await profile.updateSettings({ name: "is_notifiable" });
  // @ts-expect-error not a kind of contact
  await profile.initiateDeleteRequest("pigeon");
  // @ts-expect-error no type
  await profile.verifyDeleteRequest({ code: "1234" });
  // @ts-expect-error milliseconds, as a number
  await profile.info({ timeout: "10s" });
  // @ts-expect-error the controller instead of its signal
  await profile.info({ signal: new AbortController() });
  // @ts-expect-error the options of a method without a payload come first
  await profile.delete(undefined, { timeout: 1000 });
  // @ts-expect-error a payload
  await profile.cancelDeleteRequest("mobile");
  // @ts-expect-error no such method
  await profile.save({});
  // @ts-expect-error read only
  profile.pendingVerification = null;
  // @ts-expect-error data may be without a verification
  (await profile.updateContacts({ phone: "0501234567" })).data.verification.status;
}
