// Keys pressed in the letter stay in the letter. Outside the shadow root their target is <open-letter>, which is no
// field: the host page's shortcuts of one key would fire while the reader types.

const TYPES = ["keydown", "keypress", "keyup", "compositionstart", "compositionupdate", "compositionend"];

/** Keeps such keys in the shadow root. The host page's capturing listeners still hear them, before this. */
export function keepKeys(root) {
  for (const type of TYPES) root.addEventListener(type, (event) => isOurs(event) && event.stopPropagation());
}

function isOurs({ target, key, ctrlKey, altKey, metaKey, isComposing }) {
  const isField = target.matches("input,select,textarea");
  // An input method in use owns every key. Its own events have no key.
  if (isField && (isComposing || !key)) return true;
  // AltGr (Ctrl and Alt on some systems) and Option type characters other than ASCII letters and digits.
  const types = altKey && key.length === 1 && /[^a-z0-9]/i.test(key);
  if (metaKey || ((ctrlKey || altKey) && !types)) return false;
  // Escape closes the host page's dialogs, and Tab stays in them. Other controls react to two keys only.
  return isField ? !/^(Escape|Tab)$/.test(key) : /^( |Enter)$/.test(key);
}
