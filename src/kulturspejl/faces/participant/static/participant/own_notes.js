// What somebody has written for themselves and handed in without a name, in words: where a step brings it, in a fold on
// the page of the day, and on the page that is taken home. The server gives the questions; the answers stand here.
import { showLarge } from "/static/shared/large.js";
import { showGap, showSums } from "/static/shared/sums.js";
import { ownAnswer } from "./answers.js";
import { dayInWords, isDay } from "./days.js";
import { read } from "./notes.js";
import { showWebs } from "./own_web.js";
import { refusal } from "./sending.js";

const all = (selector, place) => Array.from(place.querySelectorAll(selector));

const HAS_SOMETHING = "[data-note]:not([hidden]), [data-own-web]:not([hidden])";

/* A mark between two words, a number on a line, or one of several names. */
function inWords(row, kept, of) {
  if (row.dataset.names) {
    const names = row.dataset.names.split("|");
    return names[names.indexOf(kept) + 1] && names.includes(kept) ? names[names.indexOf(kept) + 1] : "";
  }
  if ("date" in row.dataset && isDay(kept)) return dayInWords(kept);
  if (typeof kept !== "number") return kept;
  const { places, least, most } = row.dataset;
  return places ? places.split("|")[kept - Number(least)] : of.replace("{number}", kept).replace("{most}", most);
}

// What was handed in is what was sent, and not what stands in the form.
function keptOf(node) {
  const handedIn = node.closest("[data-answer-of]");
  return (handedIn ? ownAnswer(handedIn.dataset.answerOf) : read("draft." + node.dataset.note)) || {};
}

export function showNotes(place) {
  for (const list of all("[data-note]", place)) {
    const draft = keptOf(list);
    for (const row of all("[data-item]", list)) {
      const words = inWords(row, draft[row.dataset.item], place.dataset.of);
      row.hidden = typeof words !== "string" || !words.trim();
      row.querySelector("dd, [data-wrote]").textContent = row.hidden ? "" : words;
    }
    list.hidden = !all("[data-item]:not([hidden]), form", list).length;
  }
  for (const box of all("[data-sums]", place)) sum(box, place);
  for (const box of all("[data-gap]", place)) gap(box, place);
  showWebs(place);
  for (const one of all("[data-answer-of]", place)) one.hidden = !one.querySelector(HAS_SOMETHING);
  for (const line of all("[data-not-taken]", place)) {
    line.textContent = refusal(line.dataset.notTaken);
    line.hidden = !line.textContent;
  }
  for (const button of all("[data-large-notes]", place)) button.hidden = !numbersFor(button).length;
  for (const box of all("div[data-only-here]", place)) box.hidden = !box.querySelector("[data-note]:not([hidden])");
  for (const run of all("[data-run]", place)) run.hidden = !run.querySelector(HAS_SOMETHING);
  place.hidden = !place.querySelector(HAS_SOMETHING);
}

/* Means by what is measured, and the own lowest statement ---------------------------------------------------------- */

const rowsOf = (note, place) => all("[data-note]", place).filter((list) => list.dataset.note === note)
  .flatMap((list) => all("[data-item]", list));
const asked = (row) => row.querySelector("dt").textContent;

function sum(box, place) {
  const kept = keptOf(box);
  const statement = (id) => asked(rowsOf(box.dataset.sums, place).find((row) => row.dataset.item === id));
  showSums(box, (id) => (typeof kept[id] === "number" ? kept[id] : null), statement);
}

function gap(box, place) {
  const note = rowsOf(box.dataset.gap, place);
  const kept = keptOf(box.parentElement.querySelector(`[data-note="${box.dataset.gap}"]`));
  const name = (id) => asked(note.find((row) => row.dataset.item === id));
  showGap(box, (id) => (typeof kept[id] === "number" ? kept[id] : null), name);
}

/* Large ------------------------------------------------------------------------------------------------------------ */

const numbersFor = (button) => rowsOf(button.dataset.largeNotes, button.closest("[data-answer-of]"))
  .filter((row) => !row.hidden && isHeldUp(row)).map((row) => ({ label: asked(row), value: large(row) }));

// Numbers, marks and choices; what is a sentence is read and not held up.
const isHeldUp = ({ dataset }) => "most" in dataset || "places" in dataset || "names" in dataset;

// "5 of 10" is a 5 when it is held up.
function large(row) {
  const kept = keptOf(row.closest("[data-note]"))[row.dataset.item];
  return row.dataset.most && typeof kept === "number" ? String(kept) : row.querySelector("dd").textContent;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-large-notes]");
  if (button) showLarge(numbersFor(button), button.dataset);
});

function show() {
  for (const place of all("[data-notes]", document)) if (!place.closest("[data-own]")) showNotes(place);
}

document.addEventListener("kulturspejl:parts", show);
document.addEventListener("kulturspejl:answers", show);
show();
