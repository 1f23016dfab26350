package test

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// witness calls every method on the development store, good and bad, and notes what came and what type it should have.
const witness = `
	const seen = [];
	// An error's members, enumerable (a plain Error's aren't), with names for its functions.
	const members = (error) => {
		const { name, message, response } = error;
		const noted = { name, message, ...error, toJSON: typeof error.toJSON == "function" ? "TOJSON" : undefined };
		if (response) {
			const { headers } = response;
			if (!Object.values(headers).every((text) => typeof text == "string")) throw new Error("headers");
			noted.response = { ...response, headers: headers.get && headers.has ? "HEADERS" : headers };
		}
		return noted;
	};
	const note = (type, value) => seen.push({ type, value: JSON.stringify(value instanceof Error ? members(value) : value) });
	for (const name of ["info.fetched", "info.not.fetched", "updated", "update.failed", "verification", "verification.code.sent",
		"update.contacts.failed", "verified", "unverified", "settings.updated", "update.settings.failed", "deleted", "not.deleted"]) {
		document.addEventListener("profile::" + name, ({ type, detail }) => note('SallaProfileEventMap["' + type + '"]', detail));
	}
	document.addEventListener("salla-profile::pending", ({ detail }) => note('SallaProfileModuleEventMap["salla-profile::pending"]', detail));
	const { profile } = salla;
	note("SallaProfileReady", await profile.ready);
	const good = async (type, promise) => note(type, await promise);
	const bad = async (promise) => {
		const error = await promise.then(() => Promise.reject(new Error("it should fail")), (error) => error);
		note("SallaProfileError", error);
	};
	const code = async () => (await (await fetch("/dev/phone?token=someone")).json()).at(-1).code;
	const body = (data) => "SallaProfileResponse<" + data + ">";

	await good(body("SallaProfileData"), profile.info());
	await good("SallaProfileField[]", profile.getFields());
	await good(body("SallaProfileData"), profile.update({ first_name: "Haifa", birthday: "", gender: "female" }));
	await good(body("SallaProfileData"), profile.update({ avatar: new File([await (await fetch("/me.png")).blob()], "me.png", { type: "image/png" }) }));
	await bad(profile.update({ first_name: "" }));
	await good(body("SallaProfileData"), profile.updateCustomFields({ fields: { 1: "Riyadh" } }));
	await bad(profile.updateCustomFields({ fields: { 1: {} } }));
	await good(body("SallaProfileData"), profile.updateContacts({ phone: "٥٠١٢٣٤٥٦٧" }));
	note("SallaProfilePending", profile.pendingVerification);
	note("SallaProfilePending[]", profile.pendingVerifications);
	await good(body("SallaProfileData"), profile.resendVerification("phone"));
	const first = await code();
	await bad(profile.verify(first === "1234" ? "4321" : "1234"));
	await bad(profile.verify(""));
	await good(body("SallaProfileVerified"), profile.verify(first));
	await bad(profile.resendVerification());
	await good(body("SallaProfileData"), profile.updateContacts({ email: "haifa@example.net" }));
	if (await profile.cancelVerification(profile.pendingVerification) !== undefined) throw new Error("cancelVerification");
	await bad(profile.updateContacts({}));
	await bad(profile.updateContacts({ email: "nobody" }));
	await good(body("SallaProfileData"), profile.updateContact({ email: "haifa@example.org" }));
	note("SallaProfilePending", profile.pendingVerification);
	await good(body("SallaProfileVerified"), profile.verify({ code: await code() }));
	await good(body("SallaProfileMessage"), profile.updateSettings({ name: "is_notifiable", value: false }));
	await bad(profile.updateSettings({ name: "nothing", value: 1 }));
	await good(body("SallaProfileDataRequest"), profile.getDeleteRequest());
	await bad(profile.cancelDeleteRequest());
	await good(body("SallaProfileDataRequest"), profile.initiateDeleteRequest("email"));
	await good(body("SallaProfileDataRequest"), profile.verifyDeleteRequest({ type: "email", code: await code() }));
	await good(body("SallaProfileDataRequest"), profile.getDeleteRequest());
	await good(body("SallaProfileDataRequest"), profile.cancelDeleteRequest());
	await bad(profile.info({ signal: AbortSignal.abort() }));
	await fetch("/never");
	await bad(profile.info({ timeout: 1 }));
	await fetch("/again");
	await bad(profile.info({ headers: { "X-Store-Fault": "drop" } }));
	await bad(profile.delete({ headers: { "X-Store-Fault": "status=500" } }));
	await good(body("SallaProfileMessage"), profile.delete());
	await profile.configure({ features: ["sso-login"] });
	await bad(profile.update({}));
	window.witnessed = seen;
`

// TestTypesOfAnswers checks salla-profile.d.ts against what the development store really answers, and the module makes
// of it: values, event details, errors.
func TestTypesOfAnswers(t *testing.T) {
	onBuilds(t, func(t *testing.T, b build) {
		s := newShop(t, b)
		s.html("/page.html", document(aloneTag))
		s.serve("/me.png", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(picture(t)) })
		// From now on the profile is never answered; and again.
		s.serve("/never", func(_ http.ResponseWriter, _ *http.Request) { s.hold("/store/v1/auth/user") })
		s.serve("/again", func(_ http.ResponseWriter, _ *http.Request) { s.serve("/store/v1/auth/user", s.pages.ServeHTTP) })
		p := open(t, s, "/page.html")
		p.run(witness)
		noted := eval[[]struct{ Type, Value string }](p, "witnessed")
		require.Greater(t, len(noted), 40)

		types, err := filepath.Abs("../../salla-profile.d.ts")
		require.NoError(t, err)
		var source strings.Builder
		fmt.Fprintf(&source, "/// <reference path=%q />\nexport {};\n", types)
		functions := strings.NewReplacer(`"TOJSON"`, "() => ({})", `"HEADERS"`, `{} as SallaProfileErrorResponse["headers"]`)
		for i, one := range noted {
			fmt.Fprintf(&source, "const value%d: %s = %s;\n", i, one.Type, functions.Replace(one.Value))
		}
		file := filepath.Join(t.TempDir(), "answers.ts")
		require.NoError(t, os.WriteFile(file, []byte(source.String()), 0o600))
		out, err := exec.CommandContext(t.Context(), filepath.Join(npm, ".bin", "tsc"), "--strict", "--noEmit",
			"--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", "", file).CombinedOutput()
		require.NoError(t, err, "%s\n%s", out, source.String())
	})
}
