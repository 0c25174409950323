// Makes axe examine the page. Returns a line for each fault: the rule, the element, and what is wrong.
window.examine = async () => {
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
