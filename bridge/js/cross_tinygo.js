// The page's end of cross_tinygo.go: what TinyGo's program imports, and how it is started.
//
// host.do(operation, text, ...values) and host.tell(operation, text, value) are wasm_exec.js's; here texts cross.
export default (host) => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let memory;

  // A length below 0 says that the text is a constant: it is read once.
  const constants = new Map();
  const read = (pointer, length) => {
    if (!length) return "";
    const key = length < 0 && pointer * 1e5 - length;
    const known = constants.get(key);
    if (known) return known;
    const text = decoder.decode(new Uint8Array(memory.buffer, pointer, Math.abs(length)));
    if (key) constants.set(key, text);
    return text;
  };

  // The text that the program is being told; it takes it when it has made room.
  let told = new Uint8Array(999);
  let size;

  return {
    importObject: {
      salla: {
        do: (operation, pointer, length, ...values) => host.do(operation, read(pointer, length), ...values),
        tell(operation, pointer, length, value) {
          const text = host.tell(operation, read(pointer, length), value);
          if (!text) return 0;
          if (text.length > told.length / 3) told = new Uint8Array(3 * text.length);
          // Mostly a few ASCII letters, for which calling the browser takes longer.
          for (size = 0; (told[size] = text.charCodeAt(size)) < 128; ) size++;
          return size < text.length ? (size = encoder.encodeInto(text, told).written) : size;
        },
        take: (pointer) => new Uint8Array(memory.buffer).set(told.subarray(0, size), pointer),
      },
      // What TinyGo's runtime itself needs: a seed for its maps.
      wasi_snapshot_preview1: {
        random_get(pointer, length) {
          crypto.getRandomValues(new Uint8Array(memory.buffer, pointer, length));
          return 0;
        },
      },
    },
    // Its init is all that it runs: the page calls, it answers.
    async run({ exports }) {
      memory = exports.memory;
      exports._initialize();
      host.start(exports.enter);
    },
  };
};
