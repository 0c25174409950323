// Tells the receiver which partner's website led here, as the widget's form does: `?partner=choir` in the page's address. It
// takes only what can be the id of a partner, reads nothing else from the address, and shows nothing of it.

const partner = new URLSearchParams(location.search).get("partner") ?? "";
const field = document.querySelector("[data-partner]");
if (field?.disabled && /^[a-z0-9-]{1,64}$/.test(partner)) {
  field.value = partner;
  field.disabled = false;
}
