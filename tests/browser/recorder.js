// The first script on every page of the tests: records events for the tests' questions.
(() => {
  const globals = Object.keys(window);
  // The properties that chromedriver leaves on the window.
  globals.push('ret_nodes');
  const newGlobals = () => Object.keys(window).filter(key => !globals.includes(key));
  const recorded = { events: [], warnings: [], errors: [], notes: [], violations: [], newGlobals };
  // Not enumerable: otherwise the test of the widget's globals would find it.
  Object.defineProperty(window, 'recorded', { value: recorded });

  // The memories of the running modules, for tests that read or damage them.
  recorded.memories = [];
  const { Instance } = window.WebAssembly ?? {};
  if (Instance) {
    WebAssembly.Instance = class extends Instance {
      constructor(...values) {
        super(...values);
        if (this.exports.memory) recorded.memories.push(this.exports.memory);
      }
    };
  }

  for (const name of ['open-letter-ready', 'open-letter-count', 'open-letter-error', 'open-letter-sign', 'open-letter-signed']) {
    window.addEventListener(name, ({ type, bubbles, composed, detail, target }) => {
      const src = target.getAttribute('src');
      recorded.events.push({ type, bubbles, composed, src, detail: JSON.parse(JSON.stringify(detail ?? null)) });
    });
  }
  for (const [level, list] of [['warn', recorded.warnings], ['error', recorded.errors], ['info', recorded.notes]]) {
    const original = console[level];
    console[level] = (...values) => {
      list.push(values.map(String).join(' '));
      original.apply(console, values);
    };
  }
  window.addEventListener('error', ({ message }) => recorded.errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => recorded.errors.push(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    // The browser asks for the icon, not the widget.
    if (!blockedURI.endsWith('/favicon.ico')) recorded.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
})();
