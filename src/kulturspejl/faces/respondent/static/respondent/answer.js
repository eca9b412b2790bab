// Points or steps, one question a screen, and the draft. Without this file the page is one plain form.
// One file and the device's store: the page of somebody who answers costs four requests, and what is needed later
// comes later.
// Written for old phones (ES2018) and for plain http: no randomUUID, no crypto.subtle, no service worker.

import { carry, shelf } from "/static/device/store.js";

export const find = (selector, place = document) => place.querySelector(selector);
export const all = (selector, place = document) => Array.from(place.querySelectorAll(selector));

/* Words ------------------------------------------------------------------------------------------------- */

const words = JSON.parse((find("#words") || { textContent: "{}" }).textContent);

export function say(key, values = {}) {
  return (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

export const webWords = () => ({ now: say("now"), preferred: say("wish"), of: say("of") });

const count = (key, n) => say(n === 1 ? key + "_one" : key + "_many", { n });

/* What the device remembers ------------------------------------------------------------------------------ */

export const store = shelf();

/* Points: a screen where a sum is given out --------------------------------------------------------------- */

function button(text, name, labelledBy) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "step";
  node.textContent = text;
  node.setAttribute("aria-label", name);
  node.setAttribute("aria-describedby", labelledBy);
  return node;
}

// What is filled in on one screen.
class Control {
  constructor(section, fields) {
    this.section = section;
    this.inputs = all(fields, section);
    this.onchange = () => {};
  }

  get id() { return this.section.id; }

  fault(text) {
    const place = find("[data-fault]", this.section);
    place.hidden = !text;
    place.textContent = text;
  }
}

// A screen where one step is chosen.
class Choice extends Control {
  constructor(section) {
    super(section, "input");
    section.addEventListener("change", () => { this.refresh(); this.onchange(); });
  }

  get sum() { return this.inputs.filter(this.value).length; }
  get isWhole() { return this.sum > 0; }

  value(input) { return input.checked; }

  values() {
    const values = {};
    this.inputs.filter(this.value).forEach((input) => { values[this.id] = Number(input.value); });
    return values;
  }

  restore(values) {
    this.inputs.forEach((input) => { input.checked = input.checked || Number(input.value) === values[this.id]; });
    this.refresh();
  }

  refresh() {
    this.section.classList.toggle("whole", this.isWhole);
    this.fault("");
  }

  complain() { this.fault(say("choose")); }
}

export class Points extends Control {
  constructor(section, history) {
    super(section, "input[type=number]");
    this.history = history;
    this.total = Number(section.dataset.total);
    this.step = Number(section.dataset.step);
    this.output = find(".left-text", section);
    this.undo = find("[data-undo]", section);
    this.bars = new Map();
    this.isBalanced = section.dataset.kind === "wish";
    this.own = new Set(); // What somebody has set gives way last.
    this.base = null;
    this.inputs.forEach((input) => this.equip(input));
    this.addPips();
    this.undo.addEventListener("click", () => history.back());
    this.refresh();
  }

  get sum() { return this.inputs.reduce((sum, input) => sum + this.value(input), 0); }
  get left() { return this.total - this.sum; }
  get isWhole() { return this.left === 0; }

  value(input) {
    const number = Math.floor(Number(input.value));
    return number > 0 ? number : 0;
  }

  values() {
    const values = {};
    this.inputs.forEach((input) => { values[input.name] = this.value(input); });
    return values;
  }

  equip(input) {
    const label = find(`label[for="${input.id}"]`, this.section);
    label.id = "l-" + input.id;
    const fewer = button("−", say("fewer"), label.id);
    const more = button("+", say("more"), label.id);
    const bar = document.createElement("span");
    bar.className = "bar";
    bar.setAttribute("aria-hidden", "true");
    bar.appendChild(document.createElement("i"));
    input.before(fewer);
    input.after(more, bar);
    this.bars.set(input, { fill: bar.firstChild, fewer, more });
    this.press(fewer, () => this.give(input, this.value(input) - this.stepDown(input)));
    this.press(more, () => this.give(input, this.value(input) + this.step));
    input.addEventListener("input", () => this.typed(input));
    input.addEventListener("blur", () => {
      if (this.balances && input.value === "") input.value = input.dataset.before;
      if (this.sum || input.validity.badInput) input.value = this.value(input);
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("wheel", (event) => event.preventDefault(), { passive: false });
    input.addEventListener("keydown", (event) => this.key(event, input));
    input.dataset.before = this.value(input);
  }

  // A step down from 7 in steps of 5 goes to 5, so that odd remainders find home.
  stepDown(input) {
    const over = this.value(input) % this.step;
    return over || this.step;
  }

  press(node, act) {
    let timer = 0;
    const stop = () => { clearTimeout(timer); timer = 0; };
    const repeat = () => { act(); timer = setTimeout(repeat, 110); };
    node.addEventListener("click", act);
    node.addEventListener("pointerdown", () => { stop(); timer = setTimeout(repeat, 550); });
    ["pointerup", "pointerleave", "pointercancel", "blur"].forEach((name) => node.addEventListener(name, stop));
    node.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  key(event, input) {
    const moves = { ArrowUp: this.step, ArrowDown: -this.step, PageUp: this.step * 5, PageDown: -this.step * 5 };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.give(input, this.value(input) + moves[event.key]);
  }

  typed(input) {
    const wanted = this.value(input);
    const before = Number(input.dataset.before);
    if (this.balances) {
      if (input.value !== "") this.balance(input, wanted, before);
      return;
    }
    const room = this.left + wanted;
    const isTooMuch = wanted > room;
    // A minus is no points, and does not stay there as if it were.
    if (Number(input.value) < 0) input.value = "";
    if (isTooMuch) input.value = room;
    this.changed(input, before);
    // Told last: whoever types 9 where 3 are left shall see why a 3 stands there.
    if (isTooMuch) this.tell(room ? say("no_more", { n: room }) : say("none_left"));
  }

  give(input, wanted) {
    const before = this.value(input);
    if (this.balances) {
      this.balance(input, wanted, before);
      return;
    }
    const value = Math.max(0, Math.min(wanted, before + this.left));
    if (value === before && input.value !== "") {
      if (wanted > before) this.tell(say("none_left"));
      return;
    }
    input.value = value;
    this.changed(input, before);
  }

  /* Where the sum is always whole: what one gets, the others give ------------------------------------------------- */

  get balances() { return this.isBalanced && this.base !== null; }

  // Begins at what is, as long as nobody has set anything.
  begin(values) {
    if (!this.isBalanced || this.own.size || (this.base === null && this.sum)) {
      if (this.isBalanced && this.isWhole && !this.base) this.base = { input: null };
      return;
    }
    this.base = { input: null };
    this.inputs.forEach((input, place) => { input.value = input.dataset.before = values[place]; });
    this.refresh();
    this.onchange();
  }

  // As long as somebody works at one of them, the others are reckoned from where they stood before: there and back
  // again is as it was.
  balance(input, wanted, before) {
    const state = this.inputs.map((each) => (each === input ? before : this.value(each)));
    if (this.base.input !== input) this.base = { input, state };
    this.own.add(input);
    const at = this.inputs.indexOf(input);
    const value = Math.max(0, Math.min(wanted, this.total));
    const kept = this.inputs.map((each) => this.own.has(each));
    const given = giveWay(this.base.state, at, value, kept);
    this.inputs.forEach((each, place) => { if (Number(each.value) !== given[place]) each.value = given[place]; });
    if (value !== before) this.history.note(this, input, before, state);
    this.inputs.forEach((each) => { each.dataset.before = this.value(each); each.removeAttribute("aria-invalid"); });
    this.refresh();
    this.onchange();
  }

  putBack(state) {
    this.inputs.forEach((input, place) => { input.value = input.dataset.before = state[place]; });
    this.base = { input: null };
  }

  changed(input, before) {
    if (this.value(input) !== before) this.history.note(this, input, before);
    input.dataset.before = this.value(input);
    input.removeAttribute("aria-invalid");
    this.refresh();
    this.onchange();
  }

  restore(values) {
    this.inputs.forEach((input) => {
      if (input.name in values) input.value = values[input.name];
      input.dataset.before = this.value(input);
    });
    this.refresh();
  }

  tell(text) {
    this.output.textContent = text;
    clearTimeout(this.told);
    this.told = setTimeout(() => this.refresh(), 2600);
  }

  refresh() {
    clearTimeout(this.told);
    const left = this.left;
    const text = left === 0 ? say("all_given") : left > 0 ? count("left", left) : count("too_many", -left);
    if (this.output.textContent !== text) this.output.textContent = text;
    this.section.classList.toggle("whole", left === 0);
    this.undo.disabled = this.history.isEmpty;
    this.inputs.forEach((input) => {
      const value = this.value(input);
      const parts = this.bars.get(input);
      parts.fill.style.width = (100 * value) / this.total + "%";
      parts.fewer.setAttribute("aria-disabled", String(value === 0));
      const most = this.balances ? this.total : value + Math.max(left, 0);
      parts.more.setAttribute("aria-disabled", String(value >= most));
      input.max = most;
    });
    all("i", this.pips).forEach((pip, place) => pip.classList.toggle("given", place < this.sum));
    if (left === 0) this.fault("");
  }

  addPips() {
    this.pips = find(".pips", this.section);
    if (this.total > 20) return;
    for (let n = 0; n < this.total; n += 1) this.pips.appendChild(document.createElement("i"));
  }

  complain() {
    this.fault(this.left > 0 ? count("give_left", this.left) : count("too_many", -this.left));
  }
}

// Whole numbers with the sum of `state`, where the one at `at` is `value`. The difference comes from the others in
// proportion to what they have: first from those that nobody has set (`kept`), then from the rest.
function giveWay(state, at, value, kept) {
  const found = state.slice();
  let change = state[at] - value;
  found[at] = value;
  const others = state.map((_, place) => place).filter((place) => place !== at);
  for (const some of [others.filter((place) => !kept[place]), others]) change = share(found, some, change);
  return found;
}

// Gives `change` (or takes it, below nought) to the places, in proportion and by largest remainder; what is left over.
function share(found, places, change) {
  const whole = places.reduce((sum, place) => sum + found[place], 0);
  const part = Math.max(change, -whole);
  if (!places.length || !part) return change;
  const exact = places.map((place) => (whole ? (part * found[place]) / whole : part / places.length));
  const steps = exact.map(Math.trunc);
  const lost = (nth) => Math.abs(exact[nth] - steps[nth]);
  const rest = places.map((_, nth) => nth).sort((one, other) => lost(other) - lost(one));
  const missing = part - steps.reduce((sum, step) => sum + step, 0);
  for (let nth = 0; nth < Math.abs(missing); nth += 1) steps[rest[nth]] += Math.sign(missing);
  places.forEach((place, nth) => { found[place] += steps[nth]; });
  return change - part;
}

// The figure is fetched when somebody begins, so that the first screen is light.
let figure = null;

function drawing() {
  if (!figure) figure = import("/static/shared/web.js").catch((lost) => { figure = null; throw lost; });
  return figure;
}

// The wish begins at now, when its screen comes and the six questions about now are done.
export function beginAtNow(points, section) {
  const wish = points.find((each) => each.isBalanced && each.section === section);
  const now = points.filter((each) => each !== wish);
  if (!wish || now.length !== 6 || !now.every((each) => each.isWhole)) return;
  const sum = (letter) => now.reduce((all, each) => all + (each.values()[`${each.id}_${letter}`] || 0), 0);
  wish.begin(wish.inputs.map((input) => sum(input.name.slice(-1))));
}

// The last changes, undone one at a time; quick changes of the same number count as one.
export class History {
  constructor() { this.past = []; this.onundo = () => {}; }
  get isEmpty() { return this.past.length === 0; }

  // `state` is what all of them were, where they weigh on each other.
  note(points, input, before, state = null) {
    const last = this.past[this.past.length - 1];
    const now = Date.now();
    if (last && last.input === input && now - last.at < 800) last.at = now;
    else this.past.push({ points, input, before, state, at: now });
  }

  back() {
    const last = this.past.pop();
    if (!last) return;
    const { points, input, before, state } = last;
    if (state) points.putBack(state);
    else {
      input.value = Math.min(before, points.value(input) + points.left);
      input.dataset.before = input.value;
    }
    points.refresh();
    points.onchange();
    this.onundo(points);
    input.focus();
    points.tell(say("undone", { left: count("left", points.left) }));
  }
}

/* One question a screen --------------------------------------------------------------------------------------- */

export class Steps {
  constructor(sections, leave) {
    this.sections = sections;
    this.leave = leave; // leave(section) says whether it may be left forwards
    this.onshow = () => {};
    this.at = 0;
    sections.forEach((section, place) => {
      all("[data-next]", section).forEach((node) => node.addEventListener("click", () => this.next()));
      all("[data-back]", section).forEach((node) => node.addEventListener("click", () => this.go(place - 1)));
    });
    window.addEventListener("popstate", (event) => {
      if (event.state && "at" in event.state) this.show(event.state.at);
    });
  }

  start(place) {
    window.history.replaceState({ at: place }, "");
    this.show(place, false);
  }

  next() {
    if (this.leave(this.sections[this.at])) this.go(this.at + 1);
  }

  go(place) {
    if (place < 0 || place >= this.sections.length) return;
    window.history.pushState({ at: place }, "");
    this.show(place);
  }

  show(place, isMove = true) {
    this.at = place;
    this.sections.forEach((section, each) => { section.hidden = each !== place; });
    this.onshow(place);
    if (isMove) this.face(this.sections[place]);
  }

  face(section) {
    const heading = find("h1, h2", section);
    heading.tabIndex = -1;
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

/* The page of somebody who answers ------------------------------------------------------------------------------ */

const DRAFT_DAYS = 60;

class Answering {
  constructor(form) {
    this.form = form;
    this.key = form.dataset.draft;
    this.now = find("#now");
    this.history = new History();
    this.sections = all("[data-screen]", form);
    this.points = all("section[data-total]", form).map((section) => new Points(section, this.history))
      .concat(all("[data-choice]", form).map((section) => new Choice(section)));
    this.steps = new Steps(this.sections, (section) => this.mayLeave(section));
    this.steps.onshow = () => this.shown();
    this.history.onundo = (points) => this.steps.show(this.sections.indexOf(points.section), false);
    this.points.forEach((points) => { points.onchange = () => this.changed(); });
    this.redraw = () => {};
    this.sending = null;
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("keydown", (event) => this.enter(event));
    this.keepLanguage();
    this.begin();
  }

  begin() {
    forgetOld();
    if (store.read("sent." + this.key)) {
      this.form.hidden = true;
      const thanks = find("#thanks");
      find("[data-first]", thanks).hidden = true;
      thanks.hidden = false;
      return;
    }
    const draft = store.read("draft." + this.key);
    if (draft) {
      this.points.forEach((points) => points.restore(draft.answers));
    }
    const faulty = find("[aria-invalid]", this.form);
    const place = faulty ? this.sections.indexOf(faulty.closest("[data-screen]")) : draft ? draft.at : 0;
    this.changed();
    this.steps.start(Math.min(place || 0, this.sections.length - 1));
    if (draft) this.greet();
    if (draft && draft.isToGo) this.sendOff();
    else if (store.read("outbox." + this.key)) this.fetchSending().then((sending) => sending.send(), () => {});
  }

  shown() {
    if (this.now.classList.contains("greeting")) this.tell("");
    beginAtNow(this.points, this.sections[this.steps.at]);
    this.keepDraft();
    if (!this.steps.at) return;
    this.drawWish().catch(() => {});
    this.fetchSending().catch(() => {});
  }

  answers() { return Object.assign({}, ...this.points.map((points) => points.values())); }

  changed() {
    this.redraw();
    this.keepDraft();
  }

  keepDraft() {
    if (this.isDone) return;
    if (!this.steps.at && !this.points.some((points) => points.sum)) return;
    this.writeDraft({});
  }

  writeDraft(more) {
    const draft = { answers: this.answers(), at: this.steps.at, on: Date.now() };
    store.write("draft." + this.key, Object.assign(draft, more));
  }

  mayLeave(section) {
    const points = this.points.find((each) => each.section === section);
    if (!points || points.isWhole) return true;
    points.complain();
    const input = points.inputs.find((each) => !points.value(each)) || points.inputs[0];
    input.focus();
    return false;
  }

  // Enter goes on instead of sending half an answer.
  enter(event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    this.steps.next();
  }

  // The figure comes after the questions: without it the four numbers do the same.
  async drawWish() {
    const svg = find(".drag svg.web", this.form);
    if (!svg || this.web) return;
    const { Web, sums, preferred } = await drawing();
    if (this.web) return;
    const points = this.points.find((each) => each.section.contains(svg));
    const web = new Web(svg, webWords());
    this.web = web;
    this.redraw = () => {
      const answers = this.answers();
      web.show("now", sums(answers, "now_"));
      web.show("preferred", preferred(answers));
    };
    web.letDrag("preferred", (letter, sum) => points.give(find(`#wish_${letter}`), sum));
    this.redraw();
  }

  submit(event) {
    event.preventDefault();
    const lacking = this.points.find((points) => !points.isWhole);
    if (lacking) {
      this.steps.go(this.sections.indexOf(lacking.section));
      lacking.complain();
      return;
    }
    this.sendOff();
  }

  // What sends may be on its way itself; if the net was away ever since somebody began, the page is loaded anew later.
  async sendOff() {
    this.setBusy(true);
    const back = new Promise((heard) => window.addEventListener("online", heard, { once: true }));
    this.tell(say(navigator.onLine === false ? "offline" : "sending"));
    try {
      const { admit, send } = this.form.dataset;
      (await this.fetchSending()).put({ admit, send, answers: this.answers() });
    } catch (lost) {
      this.tell(say("offline"));
      this.writeDraft({ isToGo: true });
      back.then(() => { carry(); window.location.reload(); });
    }
  }

  fetchSending() {
    if (this.sending) return this.sending;
    const tools = { say, store, showOwn, toResult };
    this.sending = import("./sending.js").then((module) => module.sendingFor(this, tools));
    this.sending.catch(() => { this.sending = null; });
    return this.sending;
  }

  setBusy(isBusy) { find("[data-submit]", this.form).disabled = isBusy; }

  tell(text) {
    this.now.classList.remove("greeting");
    this.now.hidden = !text;
    this.now.textContent = text;
  }

  // Said until the next screen: it shall not lie over the points that are left.
  greet() {
    this.tell(say("draft_back"));
    this.now.classList.add("greeting");
  }

  // With JavaScript the draft survives a change of language by itself, so no answers travel with it.
  keepLanguage() {
    const node = find("button[name=language]");
    if (node) node.setAttribute("form", "language");
  }
}

function forgetOld() {
  store.keys("draft.").forEach((key) => {
    const draft = store.read(key);
    if (!draft || Date.now() - draft.on > DRAFT_DAYS * 86400000) store.remove(key);
  });
}

// What is said to whoever comes too late is fetched when somebody does.
const late = () => import("./late.js");
const toResult = () => late().then((module) => module.toResult(say("to_result")));

// Without the picture the thanks are still thanks.
function showOwn(place, answers, unit) {
  import("./own.js").then((own) => own.showOwn(place, answers, unit, { say, store, webWords }), () => {});
}

document.documentElement.classList.add("js");
const form = find("form[data-draft]");
const waiting = find("[data-waiting]");
const sentOnServer = find("[data-sent]");
if (form) new Answering(form);
if (waiting) late().then((module) => module.wait(waiting, { say, store }), () => {});
if (sentOnServer) {
  store.remove("draft." + sentOnServer.dataset.sent);
  store.write("sent." + sentOnServer.dataset.sent, true);
  showOwn(sentOnServer, JSON.parse(find("#own").textContent), sentOnServer.dataset.unit);
}
