// Runs before the module, on pages of the benchmark only: keeps hold of its memory.
window.lab = {};
{
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const result = await Reflect.apply(instantiate, WebAssembly, args);
    const { memory, mem } = (result.instance || result).exports; // TinyGo's, the standard compiler's
    lab.memory = memory || mem;
    return result;
  };
}
