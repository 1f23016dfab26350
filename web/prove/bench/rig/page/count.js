// Runs before the module, and counts what crosses between it and the page: each call of one of its imports, and each of
// its exports. It knows no names, so it counts the same on any build.
lab.crossings = { out: 0, in: 0 };
{
  const counted = (functions, way) => {
    const wrap = ([name, value]) => [
      name,
      typeof value != "function" ? value : (...args) => {
        lab.crossings[way]++;
        return value(...args);
      },
    ];
    return Object.fromEntries(Object.entries(functions).map(wrap));
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const native = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const modules = Object.entries(imports).map(([module, functions]) => [module, counted(functions, "out")]);
      const result = await Reflect.apply(native, WebAssembly, [source, Object.fromEntries(modules)]);
      const instance = result.instance || result; // of bytes, or of a compiled module
      const outside = Object.create(instance, { exports: { value: counted(instance.exports, "in") } });
      return result.instance ? { ...result, instance: outside } : outside;
    };
  }
}
