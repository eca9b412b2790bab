// What was taken along from a day or a meeting is put into the form, in this window. It is sent by its button alone.
import { windowShelf } from "/static/device/store.js";

const shelf = windowShelf("idea");
const words = shelf.read("words") || {};
for (const field of document.querySelectorAll("[data-idea]")) {
  const brought = words[field.dataset.idea] || "";
  if (!field.value) field.value = field.maxLength > 0 ? brought.slice(0, field.maxLength) : brought;
}
for (const place of document.querySelectorAll("[data-idea-said]")) {
  place.textContent = words[place.dataset.ideaSaid] || "";
  place.closest("[data-idea-carried]").hidden = !place.textContent;
}
const form = document.querySelector("[data-idea-form]");
if (form) form.addEventListener("submit", () => shelf.remove("words"));
