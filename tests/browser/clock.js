// Time, visibility and network under the test's control.
(() => {
  let now = Date.now();
  let next = 1;
  const timers = new Map();
  const { setTimeout: setForReal, clearTimeout: clearForReal } = window;
  // The driver's own timer, with which it aborts a script. Tasks without a delay run as they come.
  const DRIVER = 31337;
  const set = repeats => (call, delay = 0) => {
    if (delay === DRIVER || !(delay || repeats)) return -setForReal(call, delay);
    timers.set(next, { at: now + delay, call, every: repeats ? Math.max(delay, 1) : null });
    return next++;
  };
  const clear = id => (id < 0 ? clearForReal(-id) : timers.delete(id));
  window.setTimeout = set(false);
  window.setInterval = set(true);
  window.clearTimeout = window.clearInterval = clear;
  Date.now = () => now;

  const page = { visible: true, online: true };
  Object.defineProperty(Document.prototype, 'visibilityState', { get: () => (page.visible ? 'visible' : 'hidden') });
  Object.defineProperty(navigator, 'onLine', { get: () => page.online });

  const clock = {
    // Lets the time pass, and runs all due timers in their order.
    pass(seconds) {
      const end = now + seconds * 1000;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([a, { at: x }], [b, { at: y }]) => x - y || a - b)[0];
        if (!due) break;
        const [id, timer] = due;
        now = Math.max(now, timer.at);
        if (timer.every) timer.at = now + timer.every;
        else timers.delete(id);
        timer.call();
      }
      now = end;
    },
    // Lets the time pass in seconds, and takes in the answers in between.
    async live(seconds) {
      for (let second = 0; second < seconds; second++) {
        clock.pass(1);
        // A timer's request begins some microtasks later.
        for (let turn = 0; turn < 20; turn++) await null;
        if (clock.busy()) await clock.quiet();
      }
    },
    // Requests without an answer so far.
    busy: () => clock.begun > clock.ended,
    async quiet() {
      while (clock.busy()) await new Promise(resolve => channel(resolve));
    },
    begun: 0,
    ended: 0,
    show(visible) {
      page.visible = visible;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    connect(online) {
      page.online = online;
      window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    },
  };
  // A turn of the event loop without a timer.
  const channel = resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  };
  const turns = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise(channel);
  };
  // The widget aborts each request when it is done with it, answered or not: a few turns later, its answer has been
  // processed.
  const { fetch } = window;
  window.fetch = (...values) => {
    const { pathname } = new URL(values[0].url ?? values[0], document.baseURI);
    const signal = values[0].signal ?? values[1]?.signal;
    // The loader's own requests have no signal.
    if (pathname.endsWith('.json') && signal) {
      clock.begun++;
      signal.addEventListener('abort', () => turns().then(() => clock.ended++), { once: true });
    }
    const answer = fetch(...values);
    // A stream is busy until it opens or fails.
    if (pathname.endsWith('stream')) {
      clock.begun++;
      const known = () => turns().then(() => clock.ended++);
      answer.then(known, known);
    }
    // A later part of the widget is busy until it runs or fails.
    if (/\/open-letter-.+-\w{16}\.wasm$/.test(pathname)) {
      clock.begun++;
      const lost = () => turns().then(() => clock.ended++);
      answer.then(({ ok }) => ok || lost(), lost);
    }
    return answer;
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...values) => {
    const started = instantiate(...values);
    if (values[1].__wasm_split) started.then(turns, turns).then(() => clock.ended++);
    return started;
  };
  Object.defineProperty(window, 'clock', { value: clock });
})();
