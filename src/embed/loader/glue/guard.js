// Every call into the module goes through here. An exception leaves the module half way through its work: it is
// reported once, and after that nothing calls the module.

/** The module's own exports, once it runs. */
export let own;

let stopped = false;
let notify;

/** Calls `listener` if the module stops. */
export const onStop = (listener) => (notify = listener);

/** The exports for the glue to call. The later parts link with the module's own. */
export function guarded(exports) {
  own = exports;
  const guards = Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guard(value) : value]);
  return Object.fromEntries(guards);
}

/** The function while the module works; afterwards, a result that the glue reads as nothing: one value or several. */
export const guard = (call) => (...values) => {
  try {
    if (!stopped) return call(...values);
  } catch (error) {
    stopped = true;
    notify(error);
  }
  return [];
};
