// The one sheet that somebody takes home: their web, trait, number and goal, and the one promise chosen out of the
// day's. The server says where to look; what was written stands on this device, and is put in here.
import { calendar } from "/static/shared/calendar.js";
import { save } from "/static/shared/own_file.js";
import { replace } from "/static/shared/replace.js";
import { ownAnswer } from "./answers.js";
import { dayInWords, isDay } from "./days.js";
import { generate } from "./lean-qr.js";
import { read, write } from "./notes.js";
import { showWebs } from "./own_web.js";

// Where an exercise has asked for it already, its item is called so (docs/en/own-file.md).
const ASKED = { trait: "trait", first_step: "first_step", day: "day", partner: "who_asks" };
const LONGEST_IN_CODE = 120; // A code that a phone reads from paper at once.
const find = (selector, place) => place.querySelector(selector);
const all = (selector, place) => Array.from(place.querySelectorAll(selector));
const isSaid = (value) => typeof value === "string" && value.trim() !== "";
const drafts = () => (read("mine") || []).map((part) => read("draft." + part) || {});

function element(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  node.textContent = text;
  return Object.assign(node, attributes);
}

/* What stands on the device ---------------------------------------------------------------------------------- */

let facts = { promises: [], lines: [], traits: [] };

const lastSaid = (item, isGood) => drafts().map((draft) => draft[item]).filter(isGood).pop() || "";

// What was ticked without a name, in words, where nothing was written about it.
function ticked() {
  const chosen = facts.traits.map(([part, names]) => names[(ownAnswer(part) || {}).choice]);
  return chosen.filter(isSaid).pop() || "";
}

function begun(name) {
  const said = lastSaid(ASKED[name], name === "day" ? isDay : isSaid);
  return said || (name === "trait" ? ticked() : "");
}

export function plan() {
  const written = read("plan") || {};
  return Object.fromEntries(Object.keys(ASKED).map((name) => {
    const value = name in written ? written[name] : begun(name);
    return [name, name === "day" && !isDay(value) ? "" : value];
  }));
}

const promised = () => facts.promises
  .map(([part, item, exercise]) => ({ said: (read("draft." + part) || {})[item], exercise }))
  .filter(({ said }) => isSaid(said));

/* Putting it in -------------------------------------------------------------------------------------------------- */

class Sheet {
  constructor(place) {
    this.place = place;
    this.form = find("[data-plan]", place);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.planned(event.target));
    find('[data-calendar="step"]', place).addEventListener("click", (event) => this.appoint(event.target));
    this.show();
  }

  // Only the field that was written: what is written in the exercises until then still comes along.
  planned(field) {
    const name = field.name === "promise" ? "first_step" : field.name;
    if (!(name in ASKED)) return;
    write("plan", { ...(read("plan") || {}), [name]: field.value });
    if (field.name === "promise") this.form.elements.first_step.value = field.value;
    this.tell();
    document.dispatchEvent(new CustomEvent("kulturspejl:planned"));
  }

  show() {
    facts = JSON.parse(find("#home-facts", this.place).textContent);
    const now = plan();
    for (const [name, value] of Object.entries(now)) {
      const field = this.form.elements[name];
      if (field !== document.activeElement) field.value = value;
    }
    const goal = read("goal");
    find("[data-goal]", this.place).hidden = !isSaid(goal);
    find("[data-goal] span", this.place).textContent = isSaid(goal) ? goal : "";
    this.showLines();
    this.showPromises();
    showWebs(this.place);
    this.tell();
  }

  showLines() {
    const said = (part, name) => ({ ...(read("draft." + part) || {}), ...(ownAnswer(part) || {}) })[name];
    const rows = facts.lines.map(([part, exercise, most]) => {
      const numbers = ["now", "goal"].filter((name) => typeof said(part, name) === "number")
        .map((name) => facts[name].replace("{number}", said(part, name)));
      return numbers.length && [element("dt", exercise),
        element("dd", `${numbers.join(", ")} ${facts.of.replace("{most}", most)}`)];
    }).filter(Boolean);
    const place = find("[data-lines]", this.place);
    place.hidden = !rows.length;
    replace(place, ...rows.flat());
  }

  showPromises() {
    const place = find("[data-promises]", this.place);
    if (place.contains(document.activeElement)) return;
    const found = promised();
    place.hidden = !found.length;
    replace(find("div", place), ...found.map(({ said, exercise }) => this.promise(said, exercise)));
  }

  promise(said, exercise) {
    const label = element("label", "", { className: "choice" });
    const field = element("input", "", { type: "radio", name: "promise", value: said });
    const words = element("span", said);
    words.append(element("small", exercise, { className: "muted" }));
    label.append(field, words);
    return label;
  }

  // What follows from the fields: the button, what is printed, which promise is ticked, and the code.
  tell() {
    const now = plan();
    find('[data-calendar="step"]', this.place).disabled = !isSaid(now.first_step) || !isDay(now.day);
    for (const line of all("[data-written]", this.place)) {
      const value = now[line.dataset.written];
      line.textContent = line.dataset.written === "day" && value ? dayInWords(value) : value;
    }
    for (const one of all("[name=promise]", this.place)) one.checked = one.value === now.first_step;
    const brought = { what: now.first_step, trait: now.trait };
    for (const link of all("a[data-to-plan]", this.place)) {
      link.dataset[link.dataset.of] = brought[link.dataset.of];
      link.hidden = !isSaid(brought[link.dataset.of]);
    }
    this.scan(now.trait);
  }

  scan(trait) {
    const link = find("[data-team-link]", this.place);
    const place = find("[data-team-scan]", this.place);
    if (!link || !place) return;
    const said = trait.trim().slice(0, LONGEST_IN_CODE);
    const [address] = link.getAttribute("href").split("#");
    link.setAttribute("href", said ? `${address}#trait=${encodeURIComponent(said)}` : address);
    const canvas = document.createElement("canvas");
    generate(link.href).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", place.dataset.says);
    replace(place, canvas);
  }

  appoint(button) {
    const { first_step: said, day, partner } = plan();
    const { title, asks, file } = button.dataset;
    const event = { day, title: `${title}: ${said}`, about: partner ? `${asks} ${partner}` : "" };
    save(calendar(event), file + ".ics", "text/calendar;charset=utf-8");
  }
}

let sheet = null;
function dress() {
  const place = document.querySelector("[data-home]");
  if (!place) return;
  if (sheet && sheet.place === place) sheet.show();
  else sheet = new Sheet(place);
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (!button) return;
  document.documentElement.dataset.prints = button.dataset.print;
  window.print();
});
window.addEventListener("afterprint", () => { delete document.documentElement.dataset.prints; });
for (const name of ["parts", "answers", "noted", "notes", "forgotten"]) {
  document.addEventListener(`kulturspejl:${name}`, dress);
}
// What is written in a form of the exercise stands on the sheet at once.
document.addEventListener("input", (event) => { if (event.target.closest("form[data-mine]")) dress(); });
dress();
