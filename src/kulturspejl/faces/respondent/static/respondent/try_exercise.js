// An exercise alone: what is written stays on this device. The page makes no request after it has loaded.
import { shelf } from "/static/device/store.js";
import { showGap, showSums } from "/static/shared/sums.js";
import "/static/shared/sheets.js";
import "/static/shared/relations.js";

const page = document.querySelector("[data-exercise]");
const KEY = page.dataset.exercise;
const store = shelf("try");
const all = (selector, place = page) => Array.from(place.querySelectorAll(selector));
const read = () => store.read(KEY) || {};
const write = (kept) => store.write(KEY, kept);

function valuesOf(form) {
  return Object.fromEntries(Array.from(new FormData(form)).filter(([, value]) => value.trim()));
}

function fill() {
  const kept = read();
  for (const form of all("form[data-part]")) {
    for (const [name, value] of Object.entries(kept[form.dataset.part] || {})) {
      for (const field of Array.from(form.elements).filter((one) => one.name === name)) {
        if (field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
    }
    sum(form);
  }
  document.dispatchEvent(new CustomEvent("kulturspejl:parts"));
}

/* Means by what is measured, and where to begin: said, drawn and in a table, on this device alone ---------------- */

const numberOf = (form, id) => {
  const on = form.querySelector(`[name="number.${CSS.escape(id)}"]:checked`);
  return on && on.value !== "" ? Number(on.value) : null;
};
function statementOf(form, id) {
  const asked = form.querySelector(`[name="number.${CSS.escape(id)}"]`).closest("fieldset");
  return (asked.querySelector("[data-name]") || asked.querySelector("legend")).textContent.trim();
}

function sum(form) {
  const box = form.querySelector("[data-sums]");
  const gap = form.querySelector("[data-gap]");
  if (box) showSums(box, (id) => numberOf(form, id), (id) => statementOf(form, id));
  if (gap) showGap(gap, (id) => numberOf(form, id), (id) => statementOf(form, id));
}

page.addEventListener("input", (event) => {
  const { form } = event.target; // A field may stand at another form's line.
  if (!form || !form.matches("[data-part]")) return;
  write({ ...read(), [form.dataset.part]: valuesOf(form) });
  sum(form);
});
page.addEventListener("submit", (event) => event.preventDefault());
page.querySelector("[data-print]").addEventListener("click", () => window.print());
page.querySelector("[data-delete]").addEventListener("click", (event) => {
  if (!window.confirm(event.target.dataset.sure)) return;
  store.remove(KEY);
  for (const form of all("form[data-part]")) { form.reset(); sum(form); }
  document.dispatchEvent(new CustomEvent("kulturspejl:parts"));
  const told = page.querySelector("[data-told]");
  told.textContent = event.target.dataset.gone;
  told.className = "";
});
document.documentElement.classList.add("js");
fill();
