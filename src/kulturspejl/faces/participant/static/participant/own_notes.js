// What somebody has written for themselves through the day, in words: on the page of the day in a fold, and on the page
// that is taken home. The server gives the questions; the answers stand on this device.
import { read } from "./notes.js";

const all = (selector, place) => Array.from(place.querySelectorAll(selector));

/* A mark between two words, or a number on a line. */
function inWords(row, kept, of) {
  if (typeof kept !== "number") return kept;
  const { places, least, most } = row.dataset;
  return places ? places.split("|")[kept - Number(least)] : of.replace("{number}", kept).replace("{most}", most);
}

export function showNotes(place, said = []) {
  for (const list of all("[data-note]", place)) {
    const draft = read("draft." + list.dataset.note) || {};
    for (const row of all("[data-item]", list)) {
      const words = inWords(row, draft[row.dataset.item], place.dataset.of);
      row.hidden = typeof words !== "string" || !words.trim() || said.includes(words);
      row.querySelector("dd").textContent = row.hidden ? "" : words;
    }
    list.hidden = !all("[data-item]:not([hidden])", list).length;
  }
  place.hidden = !all("[data-note]:not([hidden])", place).length;
}

function show() {
  const fold = document.querySelector("details[data-notes]");
  if (fold) showNotes(fold);
}

document.addEventListener("kulturspejl:parts", show);
show();
