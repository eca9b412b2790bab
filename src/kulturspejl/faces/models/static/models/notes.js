// Notes stay in this browser: they are written to its own store and to nothing else.
import { shelf } from "/static/device/store.js";

const place = document.querySelector("[data-notes]");
const field = document.getElementById("notes");
const key = place.dataset.notes;
const store = shelf("notes");
const said = place.querySelector("[data-forgotten]");

store.adopt(key, `kulturspejl-notes-${key}`, (text) => text);
field.value = store.read(key) || "";
place.hidden = false;
field.addEventListener("input", () => {
  said.textContent = "";
  if (field.value) store.write(key, field.value);
  else store.remove(key);
});
place.querySelector("[data-forget]").addEventListener("click", () => {
  field.value = "";
  store.remove(key);
  said.textContent = said.dataset.says;
  field.focus();
});
