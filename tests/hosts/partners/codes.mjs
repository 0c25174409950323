// node codes.mjs <page> <script> [choices]: the code that the page for partners gives, with its script, for each kind of
// website, as JSON: {id: {code, apart}}. `choices` are fields and their values, as JSON.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const [page, script, choices = "{}"] = process.argv.slice(2);
const { window } = new JSDOM(readFileSync(page, "utf8"), { runScripts: "outside-only" });
window.eval(readFileSync(script, "utf8"));
const { document } = window;
const fields = document.getElementById("choose").elements;
for (const [name, value] of Object.entries(JSON.parse(choices))) fields[name].value = value;
const text = (id) => (document.getElementById(id).closest("[hidden]#apart") ? "" : document.getElementById(id).value);
const codes = [...fields.host.options].map(({ value }) => {
  fields.host.value = value;
  document.getElementById("choose").dispatchEvent(new window.Event("input"));
  return [value, { code: text("code"), apart: text("apart-code") }];
});
console.log(JSON.stringify(Object.fromEntries(codes)));
