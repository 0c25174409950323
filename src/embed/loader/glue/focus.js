// Leads the reader from one view of the letter to the next. Otherwise the focus would vanish with its control, and the
// browser would start again at the top of the page (WCAG 2.2, 2.4.3); and folds would close.

const controls = (view) => [...view.querySelectorAll("a,button,input,select,summary")];
const folds = (view) => [...view.querySelectorAll("details")];

/**
 * Opens the folds that are open in the view before, and focuses the control that matches the focused one, or the start
 * of the view that was added last to `place`.
 */
export function leadFocus(place) {
  const { firstElementChild: before, lastElementChild: now } = place;
  // A published text is in the element.
  const read = before === now ? place.getRootNode().host.querySelector("[data-static]") : before;
  if (read && now) folds(read).forEach(({ open }, index) => open && folds(now)[index]?.setAttribute("open", ""));
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
