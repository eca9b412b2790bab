// What this phone has handed in without a name stays readable to its owner, here and under the six words. Whoever has
// the server's tables and its log must not tell by the locked copy who has answered, or what. So an answer goes into it
// when its part is no longer asked, some seconds later; every phone that was asked then sends its copy anew, with an
// answer in it or without; and answers take the same room in it whether they are there or not (sealing.js).
// No page names this file, modules import it.
import { between } from "/static/device/chance.js";
import { valuesOf } from "./filling.js";
import { device, list, room } from "./kept.js";

const { read, write } = room;
const hall = document.querySelector("main[data-room]");
const ANSWER = "answer.";
const SOONEST = 5000;
const LATEST = 40000;

/* What stands here ------------------------------------------------------------------------------------------------- */

export const ownAnswer = (part) => read(ANSWER + part);

const parts = () => room.keys(ANSWER).map((key) => key.slice(ANSWER.length));
const told = () => document.dispatchEvent(new CustomEvent("kulturspejl:answers"));
const asked = () => Array.from(document.querySelectorAll("form[data-unsigned]"), (form) => form.dataset.part);
const isOver = () => Boolean(document.querySelector("[data-own]"));

/* In and out of the locked copy ------------------------------------------------------------------------------------ */

// What everybody's last copy was made of; it changes when the next is due and not when somebody sends or takes back.
export const inCopy = () => read("in_copy") || {};

function nextCopy() {
  const [last, now] = [inCopy(), asked()];
  const found = {};
  for (const part of new Set([...parts(), ...Object.keys(last)])) {
    const values = now.includes(part) ? last[part] : ownAnswer(part);
    if (values) found[part] = values;
  }
  write("in_copy", found);
}

// From another phone, or from before; `values` is null where it was cleared. What has changed here since is newer.
export function fromCopy(part, values) {
  const last = inCopy();
  if (JSON.stringify(ownAnswer(part) || null) !== JSON.stringify(last[part] || null)) return;
  if (values) write(ANSWER + part, values);
  else forgetOne(part);
  write("in_copy", { ...last, [part]: values || undefined });
}

// Calls `send` once for each time that everybody's copy is due, also after the page was closed meanwhile.
export function atEachCopy(send) {
  let waits = null;
  const due = async () => {
    nextCopy();
    if (await send()) write("copy_due", false);
    waits = null;
  };
  const look = () => {
    if (!waits && read("copy_due")) waits = setTimeout(due, between(SOONEST, LATEST));
  };
  document.addEventListener("kulturspejl:parts", look);
  window.addEventListener("online", look);
  look();
}

// A part is over when it has been shown, or the room has moved on: for all phones at the same moment.
function follow() {
  const [before, now] = [read("asked") || [], asked()];
  if (before.some((part) => !now.includes(part)) || (isOver() && !read("over"))) write("copy_due", true);
  write("over", isOver());
  write("asked", now);
  for (const part of now) list("asked_ever", part);
  if ("answersGo" in hall.dataset && isOver()) forgetAnswers();
}

/* Forgetting ------------------------------------------------------------------------------------------------------- */

function forgetOne(part) {
  room.remove(ANSWER + part);
  if (!asked().includes(part)) room.remove("draft." + part);
}

const isOf = (given, alone) => Object.keys(given).length > 3
  && Object.entries(given).every(([name, number]) => alone[name] === number);

// On this device. A profile that was given for this room alone goes with it.
function forgetAnswers() {
  const alone = (device.read("alone") || {}).answers || {};
  if (parts().some((part) => isOf(ownAnswer(part), alone))) device.remove("alone");
  if (!read("has_profile")) for (const key of ["profile", "alone_seen"]) room.remove(key);
  for (const part of new Set([...parts(), ...(read("asked_ever") || [])])) forgetOne(part);
  write("in_copy", {});
  told();
}

function clear() {
  for (const form of document.querySelectorAll("form[data-unsigned]")) {
    form.reset();
    write("draft." + form.dataset.part, {});
  }
  forgetAnswers();
  document.dispatchEvent(new CustomEvent("kulturspejl:noted"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("unsigned" in form.dataset)) return;
  const { part } = form.dataset;
  const before = read("before") || {};
  if (!(part in before)) write("before", { ...before, [part]: ownAnswer(part) || null });
  write(ANSWER + part, valuesOf(form));
  told();
});
// What the room has taken before, here or from another phone, is my answer again. What came too late stays readable,
// and says so; anything else that was refused is no answer of mine.
document.addEventListener("kulturspejl:refused", ({ detail: { part, isLate } }) => {
  const before = read("before") || {};
  if (!(part in before)) return;
  if (before[part]) write(ANSWER + part, before[part]);
  else if (!isLate) room.remove(ANSWER + part);
  write("before", { ...before, [part]: undefined });
  told();
});
// Taken back is taken back here as well.
document.addEventListener("kulturspejl:sent", () => {
  for (const part of read("gone") || []) if (ownAnswer(part)) forgetOne(part);
  // Nothing is under way: what stands here is what the room has.
  if (!(read("outbox") || []).length) write("before", {});
  told();
});
document.addEventListener("click", (event) => { if (event.target.closest("[data-forget-answers]")) clear(); });
document.addEventListener("kulturspejl:parts", follow);
follow();
