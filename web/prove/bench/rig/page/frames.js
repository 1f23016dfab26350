// Has several pages of calls in frames of one page, all on one main thread. The only script of its page.
window.lab = { frames: [] };

/** Opens the pages one after the other, each with the network stubbed once everything on it answers. */
lab.open = async (paths) => {
  for (const path of paths) {
    const frame = document.createElement("iframe");
    await new Promise((resolve) => {
      frame.addEventListener("load", resolve, { once: true });
      frame.src = path;
      document.body.append(frame);
    });
    await frame.contentWindow.lab.start();
    frame.contentWindow.lab.stub("full");
    lab.frames.push(frame.contentWindow.lab);
  }
};
