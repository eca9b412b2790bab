// The page that a participant takes home, behind its sheet (home.js). The server gives the headings and the questions;
// what was written stands on this device, and is put in here.
import { keeper, profile, read, forgetAll } from "./notes.js";
import { plan } from "./home.js";
import { showNotes } from "./own_notes.js";
import { make, save } from "/static/shared/own_file.js";
import { LETTERS, preferred, sums } from "/static/shared/web.js";
import { read as readProfile } from "/static/shared/reading.js";
import { replace } from "/static/shared/replace.js";

const WHOLE = 60;
const find = (selector, place) => place.querySelector(selector);
const all = (selector, place) => Array.from(place.querySelectorAll(selector));

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

class Own {
  constructor(place) {
    this.place = place;
    this.texts = JSON.parse(find("#own-words", place).textContent);
    find("[data-file-out]", place).addEventListener("click", (event) => this.takeAlong(event.target));
    find("[data-forget]", place).addEventListener("click", (event) => this.forget(event.target));
    this.show();
  }

  /* Putting it in --------------------------------------------------------------------------------------------- */

  show() {
    for (const notes of all("[data-notes]", this.place)) showNotes(notes);
    for (const chapter of all(".chapter", this.place)) {
      chapter.hidden = !find(".shown, [data-notes]:not([hidden])", chapter);
    }
    this.showProfile();
  }

  showProfile() {
    const answers = read("has_profile") ? profile() : null;
    const place = find("[data-profile-shown]", this.place);
    const now = answers ? sums(answers, "now_") : {};
    place.hidden = !answers || LETTERS.reduce((whole, letter) => whole + now[letter], 0) !== WHOLE;
    if (place.hidden) return;
    const wish = preferred(answers);
    const hasWish = LETTERS.reduce((whole, letter) => whole + wish[letter], 0) === WHOLE;
    const { sentences } = readProfile(now, hasWish ? wish : now, WHOLE, this.texts.reading);
    const said = hasWish ? sentences : sentences.slice(0, 1);
    replace(find("[data-reading]", place), ...said.map((text) => element("p", text)));
    replace(find("[data-table]", place), ...LETTERS.map((letter) => this.row(letter, now, hasWish ? wish : null)));
  }

  row(letter, now, wish) {
    const row = document.createElement("tr");
    const head = element("th", `${letter} ${this.texts.reading.called[letter]}`);
    head.scope = "row";
    const cells = [now[letter], wish ? wish[letter] : "–"].map((sum) => element("td", String(sum)));
    cells.forEach((cell) => { cell.className = "number"; });
    row.append(head, ...cells);
    return row;
  }

  /* Taking it along -------------------------------------------------------------------------------------------- */

  takeAlong(button) {
    // What was never to leave this phone goes into no file either.
    const notes = all("[data-item]:not([hidden])", this.place).filter((row) => !row.closest("[data-only-here]"))
      .map((row) => ({ asked: find("dt, p", row).textContent, wrote: find("dd, [data-wrote]", row).textContent }));
    const answers = read("has_profile") ? profile() : null;
    const today = new Date().toISOString().slice(0, 10);
    const own = { ...plan(), goal: read("goal"), answers, notes };
    const file = make(own, document.documentElement.lang, today);
    save(file, `${button.dataset.fileOut}-${today}.json`, "application/json");
  }

  async forget(button) {
    if (!window.confirm(button.dataset.sure)) return;
    const told = find("[data-told]", this.place);
    try {
      if (keeper()) await keeper().stop();
      forgetAll();
      this.show();
      document.dispatchEvent(new CustomEvent("kulturspejl:forgotten"));
      told.textContent = button.dataset.gone;
    } catch (lost) { told.textContent = this.texts.lost; }
  }
}

let own = null;
function dress() {
  const place = document.querySelector("[data-own]");
  if (!place) return;
  if (own && own.place === place) own.show();
  else own = new Own(place);
}
document.addEventListener("kulturspejl:parts", dress);
document.addEventListener("kulturspejl:answers", dress);
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("[data-own] details")) fold.open = true;
});
dress();
