// Runs before the scripts of the page: keeps the module's memory, which no command of the protocol tells.
for (const name of ["instantiate", "instantiateStreaming"]) {
  const start = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const started = await start.apply(WebAssembly, given);
    globalThis.moduleMemory ??= (started.instance ?? started).exports?.memory;
    return started;
  };
}
