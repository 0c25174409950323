/** The places of all that is shown, in one string. */
const places = () => {
  const boxes = [];
  const walk = (node) => {
    for (const child of node.children) {
      const { x, y, width, height } = child.getBoundingClientRect();
      boxes.push(x + scrollX, y + scrollY, width, height);
      walk(child);
      if (child.shadowRoot) walk(child.shadowRoot);
    }
  };
  walk(document.body);
  return boxes.map(Math.round).join();
};

// Makes axe examine the page. Returns a line for each fault: the rule, the element, and what is wrong. Axe measures one
// element after the other: on a page that moves meanwhile it finds overlaps that nobody sees, so it starts again.
window.examine = async () => {
  for (;;) {
    const before = places();
    const found = await faults();
    if (places() === before) return found;
  }
};

const faults = async () => {
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] },
    // AAA contrast, and targets: axe checks these only on request.
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  });
  const line = (id, { target, any, all, none }) => {
    const reasons = [...any, ...all, ...none].map(({ message }) => message);
    return `${id}: ${target.flat().join(' > ')}: ${reasons.join('; ')}`;
  };
  return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(node => line(id, node)));
};
