// What somebody has written for themselves through the day, in words: on the page of the day in a fold, and on the page
// that is taken home. The server gives the questions; the answers stand on this device.
import { preferred, sums } from "/static/shared/web.js";
import { profile, read } from "./notes.js";

const all = (selector, place) => Array.from(place.querySelectorAll(selector));

/* A mark between two words, a number on a line, or one of several names. */
function inWords(row, kept, of) {
  if (row.dataset.names) {
    const names = row.dataset.names.split("|");
    return names[names.indexOf(kept) + 1] && names.includes(kept) ? names[names.indexOf(kept) + 1] : "";
  }
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
      row.querySelector("dd, [data-wrote]").textContent = row.hidden ? "" : words;
    }
    list.hidden = !all("[data-item]:not([hidden]), form", list).length;
  }
  for (const row of all("[data-own-profile]", place)) showNumbers(row);
  place.hidden = !all("[data-note]:not([hidden]), [data-own-profile]:not([hidden])", place).length;
}

function showNumbers(row) {
  const answers = read("has_profile") && profile();
  const found = answers ? (row.dataset.ownProfile === "wish" ? preferred(answers) : sums(answers, "now_")) : {};
  const letters = Object.keys(found);
  row.hidden = !letters.some((letter) => found[letter]);
  const numbers = letters.map((one) => `${one}\u00a0=\u00a0${found[one]}`).join(" · ");
  row.querySelector("span").textContent = row.hidden ? "" : numbers;
}

function show() {
  for (const place of document.querySelectorAll("details[data-notes]")) showNotes(place);
}

document.addEventListener("kulturspejl:parts", show);
show();
