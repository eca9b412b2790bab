// The page that a participant takes home. The server gives the headings and the questions; what was written stands on
// this device, and is put in here.
import { calendar } from "/static/shared/calendar.js";
import { keeper, profile, read, write, forgetAll } from "./notes.js";
import { showNotes } from "./own_notes.js";
import { make, save } from "/static/shared/own_file.js";
import { LETTERS, line, preferred, sums, Web } from "/static/shared/web.js";
import { read as readProfile } from "/static/shared/reading.js";
import { replace } from "/static/shared/replace.js";

const WHOLE = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// Where an exercise has asked for it already, its item is called so (docs/en/own-file.md).
const ASKED = { trait: "trait", first_step: "first_step", day: "day", partner: "who_asks" };
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
    this.form = find("[data-plan]", place);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.planned());
    for (const button of all('[data-calendar="step"]', place)) {
      button.addEventListener("click", () => this.appoint(button));
    }
    find("[data-file-out]", place).addEventListener("click", (event) => this.takeAlong(event.target));
    find("[data-print]", place).addEventListener("click", () => window.print());
    find("[data-forget]", place).addEventListener("click", (event) => this.forget(event.target));
    this.show();
  }

  /* What stands on the device ------------------------------------------------------------------------------- */

  drafts() { return (read("mine") || []).map((part) => read("draft." + part) || {}); }

  asked(item) {
    const written = this.drafts().map((draft) => draft[item]);
    return written.filter((value) => typeof value === "string" && value.trim()).pop() || "";
  }

  plan() {
    const plan = read("plan") || {};
    return Object.fromEntries(Object.entries(ASKED).map(([name, item]) => {
      const written = name in plan ? plan[name] : this.asked(item);
      return [name, name === "day" && !DAY.test(written) ? "" : written];
    }));
  }

  planned() {
    write("plan", Object.fromEntries(Object.keys(ASKED).map((name) => [name, this.form.elements[name].value])));
    this.offer();
  }

  /* Putting it in --------------------------------------------------------------------------------------------- */

  show() {
    for (const [name, value] of Object.entries(this.plan())) {
      if (this.form.elements[name] !== document.activeElement) this.form.elements[name].value = value;
    }
    const goal = read("goal");
    find("[data-goal]", this.place).hidden = typeof goal !== "string" || !goal.trim();
    find("[data-goal] span", this.place).textContent = typeof goal === "string" ? goal : "";
    this.offer();
    // What stands in the plan already is not said twice.
    for (const notes of all("[data-notes]", this.place)) showNotes(notes, Object.values(this.plan()));
    this.showProfile();
  }

  offer() {
    const { first_step, day } = this.plan();
    find('[data-calendar="step"]', this.place).disabled = !first_step || !DAY.test(day);
  }

  showProfile() {
    const answers = read("has_profile") ? profile() : null;
    const place = find("[data-profile-shown]", this.place);
    const now = answers ? sums(answers, "now_") : {};
    place.hidden = !answers || LETTERS.reduce((whole, letter) => whole + now[letter], 0) !== WHOLE;
    if (place.hidden) return;
    const wish = preferred(answers);
    const hasWish = LETTERS.reduce((whole, letter) => whole + wish[letter], 0) === WHOLE;
    this.draw(place, now, hasWish ? wish : now);
    const { sentences } = readProfile(now, hasWish ? wish : now, WHOLE, this.texts.reading);
    const said = hasWish ? sentences : sentences.slice(0, 1);
    replace(find("[data-reading]", place), ...said.map((text) => element("p", text)));
    replace(find("[data-table]", place), ...LETTERS.map((letter) => this.row(letter, now, hasWish ? wish : null)));
  }

  draw(place, now, wish) {
    const web = new Web(find("svg.web", place), { now: this.texts.now, preferred: this.texts.wish, of: this.texts.of });
    web.show("now", now);
    web.show("preferred", wish);
    find("[data-own-numbers]", place).textContent = line(this.texts.of, now, WHOLE);
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

  appoint(button) {
    const { first_step, day, partner } = this.plan();
    const { title, asks, file } = button.dataset;
    const event = { day, title: `${title}: ${first_step}`, about: partner ? `${asks} ${partner}` : "" };
    save(calendar(event), file + ".ics", "text/calendar;charset=utf-8");
  }

  takeAlong(button) {
    const notes = all("[data-item]:not([hidden])", this.place)
      .map((row) => ({ asked: find("dt", row).textContent, wrote: find("dd", row).textContent }));
    const answers = read("has_profile") ? profile() : null;
    const today = new Date().toISOString().slice(0, 10);
    const own = { ...this.plan(), goal: read("goal"), answers, notes };
    const file = make(own, document.documentElement.lang, today);
    save(file, `${button.dataset.fileOut}-${today}.json`, "application/json");
  }

  async forget(button) {
    if (!window.confirm(button.dataset.sure)) return;
    const told = find("[data-told]", this.place);
    try {
      if (keeper()) await keeper().stop();
      forgetAll();
      this.form.reset();
      this.show();
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
