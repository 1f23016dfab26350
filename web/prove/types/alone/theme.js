// Plain JavaScript, checked.

const form = /** @type {HTMLFormElement} */ (document.querySelector("#profile"));

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const body = await salla.profile.update(new FormData(form), { timeout: 20000 });
    console.log(body.data.first_name);
    // @ts-expect-error no such member
    console.log(body.data.firstName);
  } catch (reason) {
    const error = /** @type {SallaProfileError} */ (reason);
    console.log(error.response?.data.error?.message ?? error.message);
  }
});
