// Keys that somebody presses in the letter are the letter's. Outside the shadow root they seem to be pressed on
// <open-letter>, which is no field: shortcuts of the host page that are one key would fire while somebody types.

const TYPES = ["keydown", "keypress", "keyup", "compositionstart", "compositionupdate", "compositionend"];

/** Keeps such keys in the shadow root. Listeners of the host page that capture have heard them before. */
export function keepKeys(root) {
  for (const type of TYPES) root.addEventListener(type, (event) => isOurs(event) && event.stopPropagation());
}

function isOurs(event) {
  const { target, key } = event;
  const isField = target.matches("input,select,textarea");
  // While an input method is at work, every key is its own. The events of its own have no key.
  if (isField && (event.isComposing || !key)) return true;
  // AltGr types characters; some systems tell it as Ctrl and Alt.
  const isChord = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));
  if (isChord) return false;
  // Escape closes dialogs of the host page, and Tab stays in them. Other controls are pressed by two keys alone.
  return isField ? !/^(Escape|Tab)$/.test(key) : /^( |Enter)$/.test(key);
}
