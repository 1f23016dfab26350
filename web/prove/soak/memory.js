// Runs before the module: keeps hold of its memory.
{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const result = await Reflect.apply(instantiate, WebAssembly, args);
    const { memory, mem } = result.exports ?? result.instance.exports; // TinyGo's, the standard compiler's
    window.wasmMemory = memory ?? mem;
    return result;
  };
}
