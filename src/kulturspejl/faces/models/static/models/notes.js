// Notes stay in this browser: they are written to its own store and to nothing else.
import { readText, removeText, writeText } from "/static/device/store.js";

const place = document.querySelector("[data-notes]");
const field = document.getElementById("notes");
const key = `kulturspejl-notes-${place.dataset.notes}`;
const said = place.querySelector("[data-forgotten]");

field.value = readText(key) || "";
place.hidden = false;
field.addEventListener("input", () => {
  said.textContent = "";
  if (field.value) writeText(key, field.value);
  else removeText(key);
});
place.querySelector("[data-forget]").addEventListener("click", () => {
  field.value = "";
  removeText(key);
  said.textContent = said.dataset.says;
  field.focus();
});
