// Calls the form's functions for the tests: each line that comes in names a module of the form, a function of it and the
// arguments; each line that goes out is the result.

import { createInterface } from "node:readline";

// As much of a page as the modules touch when they are loaded.
class Element {}
class HTMLElement extends Element {}
class Plain extends HTMLElement {}
globalThis.window = globalThis;
globalThis.document = Object.create({ createElement: () => new Plain(), createEvent: () => new CustomEvent("made"), styleSheets: [] });

const form = new URL("../../../src/embed/loader/form/", import.meta.url);

/** Plays the course of a signature: steps are names of functions with their arguments. Returns what came of each. */
async function play(steps) {
  const course = await import(new URL("course.js", form));
  const now = course.begin();
  return steps.map(([act, ...values]) => ({ answer: course[act](now, ...values) ?? null, told: course.told(now) ?? null, now: { ...now } }));
}

/** Reads a form, and calls a function of a module with it before the other arguments. */
async function withForm(module, name, definition, ...values) {
  const { read } = await import(new URL("read.js", form));
  const read_ = read(definition, "https://letters.example/letter.json", "https://page.example/");
  if (!read_) throw new Error(`this is no form: ${JSON.stringify(definition)}`);
  return (await import(new URL(module, form)))[name](read_, ...values);
}

const own = { play, withForm };

for await (const line of createInterface({ input: process.stdin })) {
  const { module, name, values } = JSON.parse(line);
  let result;
  try {
    const from = module ? await import(new URL(module, form)) : own;
    result = (await from[name](...values)) ?? null;
  } catch (error) {
    result = { error: `${error.stack}` };
  }
  console.log(JSON.stringify(result));
}
