// What somebody wrote in a room goes into their own development plan by one button: it waits on this device, and their
// plan's page (own_plan.js) takes it in and locks it. Nothing of it is sent here.
import { shelf, carry } from "/static/device/store.js";
import { plan } from "./home.js";
import { read } from "./notes.js";

const LONGEST = 3900;
const hall = document.querySelector("main[data-room-id]");
const all = (selector, place) => Array.from(place.querySelectorAll(selector));
const isSaid = (value) => typeof value === "string" && value.trim() !== "";
const plans = shelf("plan");

/* What there is to take ------------------------------------------------------------------------------------------ */

// A part of several items that all are called as the plan's fields is the plan begun.
function isPlan(part) {
  const known = JSON.parse(document.querySelector("#home-facts").textContent).plan;
  const items = new Set(all(`[data-note="${part}"] [data-item]`, document).map((row) => row.dataset.item));
  return items.size > 2 && Array.from(items).every((name) => known.includes(name));
}

function fields() {
  const found = {};
  for (const part of (read("mine") || []).filter(isPlan)) {
    const draft = Object.entries(read("draft." + part) || {});
    for (const [name, value] of draft) if (isSaid(value)) found[name] = value.trim();
  }
  return found;
}

// The rows as they stand on the page, in words, each once. What was never to leave this phone does not do so this way,
// nor what was handed in without a name: the room's copy hides by its length whether that was, the plan's would not.
function notes() {
  const seen = new Set();
  const rows = all(".own [data-note] [data-item]:not([hidden])", document).filter((row) => {
    const { note } = row.closest("[data-note]").dataset;
    const name = `${note} ${row.dataset.item}`;
    const isNew = !seen.has(name) && !row.closest("[data-only-here], [data-answer-of]") && !isPlan(note);
    seen.add(name);
    return isNew;
  });
  return rows.map((row) => `${row.querySelector("dt, p").textContent.trim()}\n`
    + row.querySelector("dd, [data-wrote]").textContent.trim());
}

function sheet(form) {
  const label = (field) => form.querySelector(`label[for="${field.id}"]`).textContent.trim();
  const shown = (name) => form.querySelector(`[data-written="${name}"]`).textContent.trim();
  return Object.entries(plan()).filter(([, value]) => isSaid(value))
    .map(([name]) => `${label(form.elements[name])}: ${shown(name)}`);
}

function bundle(button) {
  const lines = sheet(button.form);
  const { first_step: step, partner } = plan();
  const words = [lines.join("\n"), ...notes()].filter(Boolean).join("\n\n").slice(0, LONGEST);
  return { id: hall.dataset.roomId, name: button.dataset.name, words, fields: fields(), step, partner };
}

/* The button ----------------------------------------------------------------------------------------------------- */

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-to-own-plan]");
  if (!button) return;
  plans.write("carried", bundle(button));
  carry();
  window.location.href = button.dataset.toOwnPlan;
});

function look() {
  if (!document.querySelector("#home-facts")) return;
  const hasSome = Object.values(plan()).some(isSaid) || Object.keys(fields()).length > 0 || notes().length > 0;
  for (const button of all("button[data-to-own-plan]", document)) button.disabled = !hasSome;
}
for (const name of ["parts", "answers", "noted", "notes", "planned", "forgotten"]) {
  document.addEventListener(`kulturspejl:${name}`, look);
}
document.addEventListener("input", look);
look();
