// Keys that somebody presses in the letter are the letter's. Outside the shadow root they seem to be pressed on
// <open-letter>, which is no field: shortcuts of the host page that are one key would fire while somebody types.

const TYPES = ["keydown", "keypress", "keyup", "compositionstart", "compositionupdate", "compositionend"];

/** Keeps such keys in the shadow root. Listeners of the host page that capture have heard them before. */
export function keepKeys(root) {
  for (const type of TYPES) root.addEventListener(type, (event) => isOurs(event) && event.stopPropagation());
}

function isOurs({ target, key, ctrlKey, altKey, metaKey, isComposing }) {
  const isField = target.matches("input,select,textarea");
  // While an input method is at work, every key is its own. The events of its own have no key.
  if (isField && (isComposing || !key)) return true;
  // AltGr, which some systems tell as Ctrl and Alt, and Option type what is neither a letter nor a digit of ASCII.
  const types = altKey && key.length === 1 && /[^a-z0-9]/i.test(key);
  if (metaKey || ((ctrlKey || altKey) && !types)) return false;
  // Escape closes dialogs of the host page, and Tab stays in them. Other controls are pressed by two keys alone.
  return isField ? !/^(Escape|Tab)$/.test(key) : /^( |Enter)$/.test(key);
}
