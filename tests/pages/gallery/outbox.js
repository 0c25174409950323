// Whether the collector of the demonstration runs: on a host of files alone, nobody can sign.

const [there, not] = ["collected", "not-collected"].map((name) => document.querySelector(`.${name}`));
const isThere = await fetch("collect/outbox", { method: "HEAD" }).then(({ ok }) => ok, () => false);
there.hidden = !isThere;
not.hidden = isThere;
