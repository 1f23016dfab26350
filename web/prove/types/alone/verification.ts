// The element <salla-profile-verification>.

const element = document.querySelector("salla-profile-verification");
if (element) {
  element.show();
  element.hide();
  element.addEventListener("salla-profile-verification::close", function ({ detail }) {
    const reason: "verified" | "escape" | "cancelled" | "none" = detail.reason;
    this.setAttribute("text-title", reason);
  });
}
const made: SallaProfileVerificationElement = document.createElement("salla-profile-verification");
document.body.append(made);

document.addEventListener("salla-profile-verification::open", (event) => {
  if (event.detail.type === "email") event.preventDefault();
});
document.addEventListener("salla-profile-verification::cancel-change", ({ detail: { phone } }) => phone?.trim());
// @ts-expect-error another event's detail
document.addEventListener("salla-profile-verification::open", ({ detail }) => detail.reason);

export const attributes: SallaProfileVerificationAttributes = { length: 6, masked: "", display: "inline", "for-changes": true, "text-title": "Code" };
// @ts-expect-error no such text
export const wrong: SallaProfileVerificationAttributes = { "text-titel": "Code" };
export const part: SallaProfileVerificationPart = "input";
export const property: SallaProfileVerificationProperty = "--salla-profile-verification-on-accent";
