// The actions of a reader in a long roll, with their durations. Evaluated once the letter is on screen.
(async () => {
  const REST_MS = 200;

  const root = document.querySelector("open-letter").shadowRoot;
  const part = (name) => root.querySelector(`[part~=${name}]`);
  const frame = () => new Promise(requestAnimationFrame);
  const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));
  const status = () => root.querySelector(".status-text").textContent;
  const found = () => [...root.querySelectorAll(".found > li")].map((row) => row.innerHTML).join();
  while (!part("find")) await frame();

  let tasks = [];
  const note = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(note).observe({ type: "longtask" });

  /** Types text into the field. Changes made before a frame starts are on screen when the next one starts. */
  async function type(text) {
    const field = part("find");
    field.scrollIntoView();
    await rest();
    tasks = [];
    const before = found();
    const begun = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    do await frame(); while (!found() || found() === before);
    await frame();
    const time = performance.now() - begun;
    await rest();
    const asked = requests().filter(({ start }) => start >= begun);
    return { time, longest_task: Math.max(0, ...tasks), status: status(), requests: asked };
  }

  /** The number of rows shown so far, including those of sheets that were emptied since. */
  const shown = new Map();
  function rows() {
    for (const { dataset, childElementCount } of [...root.querySelectorAll(".sheet")].reverse()) {
      if (shown.has(dataset.number)) break;
      shown.set(dataset.number, childElementCount);
    }
    return [...shown.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Scrolls by this many CSS pixels per frame until this many rows have appeared. */
  async function readOn(wanted, pixels) {
    part("roll").scrollIntoView();
    tasks = [];
    let longest_frame = 0;
    for (let before = performance.now(), now; rows() < wanted; before = now) {
      scrollBy(0, pixels);
      await frame();
      now = performance.now();
      longest_frame = Math.max(longest_frame, now - before);
    }
    await rest();
    return { longest_task: Math.max(0, ...tasks), long_tasks: tasks.length, longest_frame };
  }

  globalThis.reader = { type, readOn };
})();
