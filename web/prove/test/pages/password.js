// A page that was opened by an address with a user and a password, which fetch refuses in every relative address then.
(async () => {
  if (!location.search) {
    location.replace(`http://user:password@${location.host}${location.pathname}?opened`);
    return;
  }
  await salla.profile.ready;
  const told = {
    page: await fetch("/told").then(() => "answered", () => "refused"),
    module: await salla.profile.update({ n: 1 }).then(() => "resolved", ({ message }) => message),
  };
  const request = new XMLHttpRequest();
  request.open("POST", location.origin + "/told");
  request.send(JSON.stringify(told));
})();
