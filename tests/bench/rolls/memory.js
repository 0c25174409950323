// Runs before the page's scripts: keeps a reference to the module's memory, which no protocol command exposes.
for (const name of ["instantiate", "instantiateStreaming"]) {
  const start = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const started = await start.apply(WebAssembly, given);
    globalThis.moduleMemory ??= (started.instance ?? started).exports?.memory;
    return started;
  };
}
