// Moves the reader's focus from one view of the letter to the next. Otherwise it would vanish with its control, and the
// browser would start again at the top of the page (WCAG 2.2, 2.4.3).

const controls = (view) => [...view.querySelectorAll("a,button,input,select")];

/** Focuses the matching control in the view that was added last to `place`, or the start of that view. */
export function leadFocus(place) {
  const { firstElementChild: before, lastElementChild: now } = place;
  const active = place.getRootNode().activeElement;
  if (!now || !place.contains(active) || now.contains(active)) return;
  // Each translation may list the languages in another order.
  const language = active.closest("[part~=languages]") && `[part~=languages] [lang="${active.lang}"]`;
  const [old, fresh] = [controls(before), controls(now)];
  const like =
    (language && now.querySelector(language)) ||
    (old.length === fresh.length && fresh[old.indexOf(active)]) ||
    now.querySelector("[part~=title],[aria-describedby]") ||
    now;
  if (!fresh.includes(like)) like.tabIndex = -1;
  like.focus();
}
