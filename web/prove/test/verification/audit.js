// axe, all rules and best practices, on the dialog while it is open.
import { add, assert, test, until } from "../standalone/pages.js";
import { ELEMENT, mobile, openDialog, SCRIPT, STAND_IN } from "./page.js";

for (const lang of ["ar", "en"]) {
  for (const scheme of ["light", "dark"]) {
    test(`axe has nothing to say: ${lang} ${scheme}`, async () => {
      const tags = `<title>Account</title><meta name="color-scheme" content="${scheme}">` + STAND_IN + SCRIPT;
      const { win, ...page } = await openDialog(mobile, { lang, tags, element: `<main><h1>Account</h1>${ELEMENT}</main>` });
      page.type("4321");
      await until(() => page.text("error"));
      await add(win, "/axe.js");
      const { violations, incomplete } = await win.axe.run(page.host);
      // What it wants a person to look at, too.
      assert.deepEqual(violations.concat(incomplete).map(({ id, nodes }) => [id, ...nodes.map((node) => [node.target, ...node.any.map(({ message }) => message)])]), []);
    });
  }
}
