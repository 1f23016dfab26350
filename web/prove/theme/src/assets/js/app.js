// The theme's own code: it greets the customer by the name that was saved.
document.addEventListener("profile::updated", ({ detail }) => {
  document.querySelector("#greeting").textContent = detail.data.first_name;
});
document.documentElement.dataset.app = "ready";
