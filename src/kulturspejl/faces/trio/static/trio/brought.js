// What was taken along from a course day is put into the form, in this window; what stands there already stays. It is
// kept on the server by the form's own button alone.
import { windowShelf } from "/static/device/store.js";

const shelf = windowShelf("trio");
const words = shelf.read("words") || {};

for (const place of document.querySelectorAll("[data-brought-said]")) {
  place.textContent = words[place.dataset.broughtSaid] || "";
  place.closest("[data-brought-line]").hidden = !place.textContent;
}
let isPut = false;
for (const field of document.querySelectorAll("textarea[data-brought]")) {
  const brought = words[field.dataset.brought] || "";
  if (!brought || field.value) continue;
  field.value = brought.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
  isPut = true;
}
for (const line of document.querySelectorAll("[data-brought-note]")) line.hidden = !isPut;
const form = document.querySelector("[data-brought-form]");
if (form) form.addEventListener("submit", () => shelf.remove("words"));
