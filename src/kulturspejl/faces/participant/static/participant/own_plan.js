// Somebody's own development plan: the fields stand here, the locked copy at the server, and the key on the device.
// Where nothing can be locked, the plan stays on the device and is not sent.
import { forget, isPossible, keep, kept } from "/static/device/lock.js";
import { shelf } from "/static/device/store.js";
import { save } from "/static/shared/own_file.js";
import { EMPTY, Elsewhere, Locked, merge } from "./locked.js";
import { taken } from "./plan_days.js";
import { choose, keysOf, tidy } from "./sealing.js";

const hall = document.querySelector("main[data-owner]");
const owner = hall.dataset.owner;
const find = (selector) => hall.querySelector(selector);
const all = (selector) => Array.from(hall.querySelectorAll(selector));
const fields = find("[data-fields]");
const told = find("[data-told]");
const list = JSON.parse(document.querySelector("#card-words").textContent);
const device = shelf("plan", owner);
const plans = shelf("plan");
const DAY = "day:";
// The mark of the page, as its forms bear it.
const MARK = { "X-CSRFToken": find("[name=csrfmiddlewaretoken]").value };
const CALM = 1500;
const AGAIN = 15000;
let locked = null;
let chosen = null;
let there = EMPTY;
let waits = null;

function show(state) {
  for (const one of all("[data-state]")) one.hidden = !one.dataset.state.split(" ").includes(state);
}

/* The fields ------------------------------------------------------------------------------------------------------- */

const written = () => Array.from(fields.elements).filter((one) => one.name);
const said = () => written().filter((one) => one.value.trim());
const isSaid = (field) => Boolean(field) && typeof field.value === "string";

// What was brought from a day has a field of its own, made when there is something.
function room(name, label) {
  const place = find("[data-days]");
  const node = place.querySelector("template").content.firstElementChild.cloneNode(true);
  const area = node.querySelector("textarea");
  Object.assign(area, { name, id: "plan-" + name.replace(/\W/g, "-") });
  Object.assign(node.querySelector("label"), { htmlFor: area.id, textContent: label });
  place.append(node);
  place.hidden = false;
}

// Sharing and letters have their place when there is something to share: it is made, it is written, then shown.
function showRest() {
  const isWritten = !find('[data-state~="open"]').hidden && said().length > 0;
  if (isWritten) for (const one of all("[data-written]")) one.hidden = false;
}

// What stands in the fields, each with the time it was written; what is as it was keeps its time.
function gather() {
  const found = { ...there.fields };
  for (const one of written()) {
    const known = found[one.name];
    if ((known ? known.value : "") !== one.value) {
      found[one.name] = { ...known, value: one.value, at: Math.max(Date.now(), known ? known.at + 1 : 0) };
    }
  }
  return { ...EMPTY, fields: found };
}

function fill(notes) {
  there = notes;
  for (const [name, kept] of Object.entries(notes.fields)) {
    if (name.startsWith(DAY) && isSaid(kept) && !fields.elements[name]) room(name, kept.label);
  }
  for (const one of written()) {
    const kept = notes.fields[one.name];
    if (isSaid(kept) && one.value !== kept.value) one.value = kept.value;
  }
}

// Says whether all of it is kept.
async function store() {
  clearTimeout(waits);
  if (!locked) {
    device.write("notes", gather());
    return true;
  }
  try {
    fill(merge(await locked.keep(gather()), gather()));
    told.textContent = told.dataset.kept;
    return true;
  } catch (lost) {
    const isFull = lost instanceof Elsewhere && lost.message === "422";
    told.textContent = isFull ? told.dataset.full : told.dataset.lost;
    if (!isFull) waits = setTimeout(store, AGAIN);
    return false;
  }
}

function soon() {
  clearTimeout(waits);
  told.textContent = "";
  waits = setTimeout(store, CALM);
}

/* What was brought from a room ------------------------------------------------------------------------------------- */

function sayBrought(which) {
  const carried = plans.read("carried");
  if (!carried) return;
  const line = find("[data-brought]");
  line.textContent = line.dataset[which].replace("{name}", carried.name);
  line.hidden = false;
}

async function takeIn() {
  const carried = plans.read("carried");
  if (!carried) return;
  fill(taken(carried, gather()));
  find("[data-days]").open = true;
  sayBrought("done");
  if (await store()) plans.remove("carried");
}

// Here somebody's plan is open: a room's button leads here from now on, and what was brought is put in.
async function opened(state) {
  show(state);
  find('[data-state="open"]').hidden = false;
  plans.write("known", hall.dataset.plan);
  await takeIn();
  showRest();
  // Whoever has pressed further down comes back to it: until now the place was hidden, and the browser knew none.
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (place) place.scrollIntoView();
}

/* Opening ---------------------------------------------------------------------------------------------------------- */

async function openWith(sealing) {
  const copy = new Locked(hall.dataset.sealed, owner, sealing, MARK);
  fill(await copy.fetch());
  locked = copy;
  await opened("open");
}

async function isThere() {
  const reply = await fetch(hall.dataset.sealed, { cache: "no-store" });
  if (!reply.ok) throw new Error(String(reply.status));
  return (await reply.json()).sealed !== "";
}

async function begin() {
  if (!isPossible) {
    fill(device.read("notes") || EMPTY);
    for (const one of all("[data-only-locked]")) one.hidden = true;
    await opened("here");
    return;
  }
  const key = await kept(owner).catch(() => null);
  const has = await isThere();
  if (key && has) {
    try {
      await openWith(key);
      return;
    } catch (another) {
      if (!(another instanceof DOMException)) throw another;
      await forget(owner).catch(() => {});
    }
  }
  show(has ? "ask" : "first");
  sayBrought("waits");
}

// Nothing is locked before the words are said to be in hand: a plan that nobody has words for is a plan lost.
async function chooseWords(button) {
  button.disabled = true;
  const words = choose(list);
  chosen = (await keysOf(words, owner)).sealing;
  button.disabled = false;
  find("[data-chosen]").textContent = words;
  show("words");
}

async function lockIt(button) {
  const fault = find("[data-not-locked]");
  fault.hidden = true;
  button.disabled = true;
  const copy = new Locked(hall.dataset.sealed, owner, chosen, MARK);
  try {
    there = await copy.keep(EMPTY);
  } catch (lost) {
    button.disabled = false;
    // Locked meanwhile with other words, in another tab or on another device: those open it.
    if (lost instanceof DOMException) await begin();
    else fault.hidden = false;
    return;
  }
  locked = copy;
  await keep(owner, chosen).catch(() => false);
  await opened("open");
}

async function ask(form) {
  const fault = find("[data-no]");
  const button = form.querySelector("button");
  fault.hidden = true;
  button.disabled = true;
  try {
    const { sealing } = await keysOf(tidy(find("#words").value), owner);
    await openWith(sealing);
    await keep(owner, sealing).catch(() => false);
  } catch (wrong) {
    fault.hidden = false;
  } finally {
    button.disabled = false;
  }
}

/* Taking along, forgetting ---------------------------------------------------------------------------------------- */

const inWords = () => said()
  .map((one) => `${one.labels[0].textContent.trim()}\n${one.value.trim()}`).join("\n\n");

function mailTo(link) {
  const subject = encodeURIComponent(link.dataset.mail);
  link.href = `mailto:?subject=${subject}&body=${encodeURIComponent(inWords().replace(/\n/g, "\r\n"))}`;
}

async function forgetHere() {
  await forget(owner).catch(() => {});
  device.remove("notes");
  window.location.reload();
}

async function throwAway(button) {
  if (!window.confirm(button.dataset.sure)) return;
  if (locked || isPossible) await fetch(hall.dataset.sealed, { method: "DELETE", headers: MARK });
  await forgetHere();
}

hall.addEventListener("click", (event) => {
  const on = (name) => event.target.closest(`[data-${name}]`);
  if (on("choose")) chooseWords(on("choose"));
  if (on("not-now")) show("first");
  if (on("noted")) lockIt(on("noted"));
  if (on("print")) window.print();
  if (on("file")) save(inWords() + "\n", on("file").dataset.file + ".txt", "text/plain;charset=utf-8");
  if (on("mail")) mailTo(on("mail"));
  if (on("forget")) forgetHere();
  if (on("throw")) throwAway(on("throw"));
});
fields.addEventListener("input", () => { soon(); showRest(); });
fields.addEventListener("submit", (event) => event.preventDefault());
find("[data-ask]").addEventListener("submit", (event) => { event.preventDefault(); ask(event.target); });
document.addEventListener("visibilitychange", () => { if (document.hidden && waits) store(); });
begin();
