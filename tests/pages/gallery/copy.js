// The code on a page: it names this site, and has a button that copies it.

const site = new URL("../../", import.meta.url).href;

for (const figure of document.querySelectorAll(".code")) {
  const code = figure.querySelector("code");
  const button = figure.querySelector("button");
  const status = figure.querySelector("[role=status]");
  code.textContent = code.textContent.replaceAll("https://letters.example/", site);
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = (await copied(code)) ? "Copied." : "Press Ctrl+C or Cmd+C to copy it.";
  });
  // What was copied is no longer what stands there.
  new MutationObserver(() => (status.textContent = "")).observe(code, { childList: true });
}

// Whether it is copied. Otherwise it is selected, so that a key copies it.
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand("copy");
  }
}
