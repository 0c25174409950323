// A consent manager blocks a script by changing its type, and an optimiser may run a copy and leave the blocked one in
// place: only a script that the browser runs counts (HTML, 4.12.1, and the JavaScript MIME types of the MIME Sniffing
// standard, 4.6).
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma)script|text\/(javascript1\.[0-5]|jscript|livescript))$/i;

/** Whether the browser runs a script element like this one. */
export function runs(script) {
  const language = script.getAttribute("language");
  const type = script.getAttribute("type") ?? (language && `text/${language}`) ?? "";
  return RUNS.test(type.trim()) && (/^\s*module\s*$/i.test(type) || !script.hasAttribute("nomodule"));
}
