// Runs before the page's scripts: keeps a reference to the module's memory, which no protocol command exposes.
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    globalThis.moduleMemory ??= this.exports.memory;
  }
};
