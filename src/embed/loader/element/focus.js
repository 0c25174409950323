// The reader's focus, led from one view of the letter to the next: it would go with its control, and the browser would
// begin anew at the top of the page (WCAG 2.2, 2.4.3).

const controls = (view) => [...view.querySelectorAll("a,button,input,select")];

/** Gives it to the control's like in the view that was added last to `place`, or to what that view begins with. */
export function leadFocus(place) {
  const { firstElementChild: before, lastElementChild: now } = place;
  const active = place.getRootNode().activeElement;
  if (!now || !place.contains(active) || now.contains(active)) return;
  // Each translation may list the languages in an order of its own.
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
