// Somebody's own development plan: the fields stand here, the locked copy at the server, and the key on the device.
// Where nothing can be locked, the plan stays on the device and is not sent.
import { forget, isPossible, keep, kept } from "/static/device/lock.js";
import { shelf } from "/static/device/store.js";
import { save } from "/static/shared/own_file.js";
import { EMPTY, Locked, merge } from "./locked.js";
import { choose, keysOf, tidy } from "./sealing.js";

const hall = document.querySelector("main[data-owner]");
const owner = hall.dataset.owner;
const find = (selector) => hall.querySelector(selector);
const all = (selector) => Array.from(hall.querySelectorAll(selector));
const fields = find("[data-fields]");
const told = find("[data-told]");
const list = JSON.parse(document.querySelector("#card-words").textContent);
const device = shelf("plan", owner);
// The mark of the page, as its forms bear it.
const MARK = { "X-CSRFToken": find("[name=csrfmiddlewaretoken]").value };
const CALM = 1500;
const AGAIN = 15000;
let locked = null;
let there = EMPTY;
let waits = null;

function show(state) {
  for (const one of all("[data-state]")) one.hidden = !one.dataset.state.split(" ").includes(state);
}

/* The fields ------------------------------------------------------------------------------------------------------- */

const written = () => Array.from(fields.elements).filter((one) => one.name);

// What stands in the fields, each with the time it was written; what is as it was keeps its time.
function gather() {
  const found = { ...there.fields };
  for (const one of written()) {
    const known = found[one.name];
    if ((known ? known.value : "") !== one.value) {
      found[one.name] = { value: one.value, at: Math.max(Date.now(), known ? known.at + 1 : 0) };
    }
  }
  return { ...EMPTY, fields: found };
}

function fill(notes) {
  there = notes;
  for (const one of written()) {
    const kept = notes.fields[one.name];
    if (kept && typeof kept.value === "string" && one.value !== kept.value) one.value = kept.value;
  }
}

async function store() {
  clearTimeout(waits);
  if (!locked) {
    device.write("notes", gather());
    return;
  }
  try {
    fill(merge(await locked.keep(gather()), gather()));
    told.textContent = told.dataset.kept;
  } catch (lost) {
    told.textContent = told.dataset.lost;
    waits = setTimeout(store, AGAIN);
  }
}

function soon() {
  clearTimeout(waits);
  told.textContent = "";
  waits = setTimeout(store, CALM);
}

/* Opening ---------------------------------------------------------------------------------------------------------- */

async function openWith(sealing) {
  const copy = new Locked(hall.dataset.sealed, owner, sealing, MARK);
  fill(await copy.fetch());
  locked = copy;
  show("open");
}

async function isThere() {
  const reply = await fetch(hall.dataset.sealed, { cache: "no-store" });
  if (!reply.ok) throw new Error(String(reply.status));
  return (await reply.json()).sealed !== "";
}

async function begin() {
  if (!isPossible) {
    fill(device.read("notes") || EMPTY);
    show("here");
    find('[data-state="open"]').hidden = false;
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
}

async function chooseWords(button) {
  button.disabled = true;
  const words = choose(list);
  const { sealing } = await keysOf(words, owner);
  const copy = new Locked(hall.dataset.sealed, owner, sealing, MARK);
  there = await copy.keep(EMPTY);
  locked = copy;
  await keep(owner, sealing).catch(() => false);
  find("[data-chosen]").textContent = words;
  show("words");
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

const inWords = () => written().filter((one) => one.value.trim())
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
  if (on("noted")) show("open");
  if (on("print")) window.print();
  if (on("file")) save(inWords() + "\n", on("file").dataset.file + ".txt", "text/plain;charset=utf-8");
  if (on("mail")) mailTo(on("mail"));
  if (on("forget")) forgetHere();
  if (on("throw")) throwAway(on("throw"));
});
fields.addEventListener("input", soon);
fields.addEventListener("submit", (event) => event.preventDefault());
find("[data-ask]").addEventListener("submit", (event) => { event.preventDefault(); ask(event.target); });
document.addEventListener("visibilitychange", () => { if (document.hidden && waits) store(); });
begin();
