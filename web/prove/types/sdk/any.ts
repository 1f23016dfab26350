// Next to `let salla: any` nothing of the theme's breaks, and annotations bring the types back.

salla.cart.addItem({ id: 1 });
window.salla.wishlist.add(1);
Salla.anything.at.all();

const profile: SallaProfile = salla.profile;
profile.update({ first_name: "نورة" });
// @ts-expect-error the member's name
profile.update({ firstname: "نورة" });

document.addEventListener("profile::updated", (event) => {
  const name: string = event.detail.data.first_name;
  // @ts-expect-error no such member
  event.detail.data.name;
  return name;
});
window.addEventListener("profile::unverified", (event) => event.detail.response?.data.error?.case);

const verify: HTMLSallaVerifyElement | null = document.querySelector("salla-verify");
