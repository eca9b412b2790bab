// Whoever the sheet is about keeps it on their own phone, as it stands while the group reads it.
import { find, put, remove } from "/static/shared/sheets.js";
import { read } from "./notes.js";

const all = (selector, place) => Array.from(place.querySelectorAll(selector));
const words = (node) => (node ? node.textContent.trim() : "");

function rowOf(row) {
  const [own, others] = all(".side", row);
  const gave = Object.fromEntries(all("[data-giver]", others).map((line) => [line.dataset.giver, words(line)]));
  return {
    heading: row.dataset.heading,
    asked: words(own.querySelector("[data-asked]")),
    wrote: words(own.querySelector("[data-wrote]")),
    others: words(others.querySelector("[data-asked]")),
    gave,
  };
}

function keepSheet(place) {
  const givers = [];
  for (const line of all("[data-giver]", place)) givers[Number(line.dataset.giver)] = line.dataset.name;
  put({
    id: place.dataset.sheet,
    made: place.dataset.today,
    where: place.dataset.where,
    own: words(place.querySelector("[data-own-side]")),
    theirs: words(place.querySelector("[data-other-side]")),
    rows: all("[data-row]", place).map(rowOf),
    givers: Array.from(givers, (name) => name || ""),
  });
  place.querySelector("[data-kept-line]").hidden = false;
}

// The one thing to try is the phone's own, and stands on the sheet as well.
function keepTry(form) {
  if (!find(form.dataset.ofSheet)) return;
  const draft = read("draft." + form.dataset.part) || {};
  const labelOf = (field) => words(form.querySelector(`label[for="${field.id}"]`));
  const tries = all("textarea", form).map((field) => [labelOf(field), draft[field.name.slice(6)] || ""]);
  put({ id: form.dataset.ofSheet, tries });
}

function look() {
  for (const place of all("[data-sheet][data-is-mine]", document)) keepSheet(place);
  for (const form of all("form[data-of-sheet]", document)) keepTry(form);
}

document.addEventListener("kulturspejl:parts", look);
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-of-sheet]");
  if (form) setTimeout(() => keepTry(form), 0); // After the draft has been written.
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-stop-sheet]");
  if (!form) return;
  if (window.confirm(form.dataset.sure)) remove(form.dataset.stopSheet);
  else event.preventDefault();
});
look();
