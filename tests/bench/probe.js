// Runs in the head of each measured page: notices when the letter appears, measures the cost, and reports to the host.
(() => {
  const SETTLED_MS = 1000;

  const within = (selector) => document.querySelector("open-letter, plain-letter")?.shadowRoot?.querySelector(selector);
  // A published page contains the same view of the letter, marked as static.
  const letter = () => within("[part~=letter]:not([data-static])");
  const isDrawn = (element) => element?.getClientRects().length > 0;
  const signs = {
    page: () => isDrawn(document.querySelector("h1") ?? within("h1")),
    place: () => isDrawn(document.querySelector("open-letter, plain-letter")),
    text: () =>
      isDrawn(document.querySelector("open-letter > p, open-letter article > p, open-letter [data-static] [part~=paragraph], [data-open-letter] > article > p")),
    letter: () => isDrawn(letter()?.querySelector("[part~=paragraph]")),
  };

  // An element with a box at the start of a frame is drawn by that frame, and is on screen when the next one starts.
  const drawn = {};
  const shown = {};
  addEventListener("open-letter-ready", () => (shown.engine ??= performance.now()));
  let blank = 0;
  (function look() {
    const now = performance.now();
    for (const name in drawn) shown[name] ??= now;
    for (const name in signs) if (!drawn[name] && signs[name]()) drawn[name] = true;
    if (drawn.text && !drawn.letter && !signs.text()) blank += 1;
    if (shown.letter && (shown.engine || document.querySelector("plain-letter"))) setTimeout(report, SETTLED_MS);
    else requestAnimationFrame(look);
  })();

  const tasks = [];
  const shifts = [];
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => tasks.push([startTime, duration]));
  watch("layout-shift", ({ startTime, value }) => shifts.push([startTime, value]));

  const request = (entry) => ({
    name: entry.name.split("/").pop(),
    start: entry.startTime,
    end: entry.responseEnd,
    bytes: entry.encodedBodySize,
  });
  // For later steps of a benchmark on this page.
  globalThis.requests = () => performance.getEntriesByType("resource").map(request);

  function report() {
    const requests = globalThis.requests().filter(({ start }) => start < shown.letter);
    const isScript = ({ name }) => name.endsWith("/{script}");
    const script = performance.getEntriesByType("resource").find(isScript).startTime;
    const measured = { shown, script, requests, blank, tasks, shifts, outline: outline(letter()) };
    fetch(`${location.origin}/measured`, { method: "POST", body: JSON.stringify(measured) });
  }

  /** One line per element: its tag, and its own text. */
  function outline(root) {
    const line = (element) => {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
      return [element.localName, element.getAttribute("part"), element.className, ...own].filter(Boolean).join(" ");
    };
    return [root, ...root.querySelectorAll("*")].map(line);
  }
})();
