// The vocabulary of the tests' questions to a page.
const letter = (index = 0) => document.querySelectorAll('open-letter')[index];
const root = (index = 0) => letter(index)?.shadowRoot;
// What shows the letter: its shadow root; on a published page, before the widget, the element itself.
const tree = (index = 0) => (root(index)?.querySelector('[part]') ? root(index) : letter(index));
const parts = (name, index = 0) => [...(tree(index)?.querySelectorAll(`[part~="${name}"]`) ?? [])];
const part = (name, index = 0) => parts(name, index)[0];
const text = node => node?.textContent ?? null;
// Whether it takes up room on the page.
const shown = node => {
  const box = node?.getBoundingClientRect();
  return !!box && box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === 'visible';
};
const heading = () => {
  const title = part('title');
  return title?.matches('h1,h2,h3,h4,h5,h6') ? title : title?.querySelector('h1,h2,h3,h4,h5,h6');
};
const events = name => recorded.events.filter(({ type }) => type === `open-letter-${name}`);
// The focused element, also within shadow roots.
const focused = (within = document) => within.activeElement?.shadowRoot?.activeElement ?? within.activeElement;
// Whether names can be found: in the first view, the field is there before it works.
const canFind = () => !!part('find')?.matches(':not([aria-disabled])');
