// Every call into the module goes through here. Whatever is thrown out of it has left it half way: it is told once, and
// from then on nobody calls it any more.

/** The module's own exports, once it runs. */
export let own;

let stopped = false;
let tell;

/** Has `listener` told if the module stops. */
export const onStop = (listener) => (tell = listener);

/** The exports for the glue to call. Those that the later part is linked with stay as they are. */
export function guarded(exports) {
  own = exports;
  const guards = Object.entries(exports).map(([name, value]) => {
    const called = typeof value === "function" && !name.startsWith("__wasm_split");
    return [name, called ? guard(value) : value];
  });
  return Object.fromEntries(guards);
}

/** The function, as long as the module is whole; after that, what the glue reads as nothing, be it one value or several. */
export const guard = (call) => (...values) => {
  try {
    if (!stopped) return call(...values);
    values.forEach(close);
  } catch (error) {
    stopped = true;
    tell(error);
  }
  return [];
};

// A stream would be opened again and again by the browser, for a module that no longer hears it.
function close(value) {
  if (value instanceof Event && value.target instanceof EventSource) value.target.close();
}
