// What a test asks of the element on its page.
window.element = document.querySelector("salla-profile-verification");
window.part = (name) => window.element.shadowRoot.getElementById(name);
window.focusedPart = () => document.activeElement.shadowRoot?.activeElement?.id;
window.heard = [];
for (const name of ["open", "cancel-change", "close"]) {
  document.addEventListener("salla-profile-verification::" + name, (event) => window.heard.push([name, event.detail.reason].join(" ").trim()));
}
