// What is the page's own around an example: its notices, which it shows at its end.
{
  const show = (message, kind) => {
    let list = document.querySelector("#notices");
    if (!list) {
      list = document.createElement("div");
      list.id = "notices";
      list.setAttribute("role", "status");
      document.body.append(list);
    }
    const item = document.createElement("p");
    item.dataset.kind = kind;
    item.textContent = message;
    list.replaceChildren(item);
  };
  if (salla.notify?.setNotifier) salla.notify.setNotifier(show);
  else salla.notify = { fire: show };
}
