// What somebody keeps for themselves in a room: on this device, and, where the six words were made here, as a locked
// copy at the server. filling.js writes the drafts; here they become one set of fields, each with the time it was
// written. No page names this file: own.js and goal.js bring it, so there is only one of it, whatever it is called.
import { forget, isPossible, kept } from "/static/device/lock.js";
import { EMPTY, Elsewhere, Locked, merge } from "./locked.js";
import { atEachCopy, fromCopy, inCopy } from "./answers.js";
import { device, list, room } from "./kept.js";

const hall = document.querySelector("main[data-room-id]");
export const { read, write } = room;
const PART = "part:";
const ANSWER = "answer:";
const PLAN = ["goal", "trait", "first_step", "day", "partner"];
const CALM = 2500;

/* From the drafts to fields, and back --------------------------------------------------------------------- */

// Only what the page has called the phone's own, and what was handed in without a name once that is no longer asked.
function now() {
  const fields = {};
  for (const part of read("mine") || []) fields[PART + part] = read("draft." + part);
  for (const name of PLAN) fields[name] = name === "goal" ? read("goal") : (read("plan") || {})[name];
  if (read("has_profile")) fields.profile = profile();
  for (const [part, values] of Object.entries(inCopy())) fields[ANSWER + part] = values;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

// The profile is made on the page for trying alone, which may hold somebody else's on a phone that was borrowed.
export function profile() {
  const alone = device.read("alone");
  const mark = JSON.stringify(alone);
  if (alone && mark !== read("alone_seen")) {
    write("profile", alone.answers);
    write("alone_seen", mark);
  }
  return read("profile");
}

function put(fields) {
  for (const [name, { value }] of Object.entries(fields)) {
    if (name.startsWith(PART)) {
      write("draft." + name.slice(PART.length), value);
      list("mine", name.slice(PART.length));
    } else if (name.startsWith(ANSWER)) {
      fromCopy(name.slice(ANSWER.length), value);
    } else if (name === "profile") {
      putProfile(value);
    } else if (name === "goal") write("goal", value);
    else if (PLAN.includes(name)) write("plan", { ...(read("plan") || {}), [name]: value });
  }
}

function putProfile(answers) {
  write("has_profile", true);
  write("profile", answers);
  const there = device.read("alone");
  const mine = there || { answers, at: 0 };
  if (!there) device.write("alone", mine);
  write("alone_seen", JSON.stringify(mine));
}

/* The copy ------------------------------------------------------------------------------------------------- */

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Now, and in any case after what was there: where a phone's clock has run ahead, newer words are newer all the same.
const since = (field) => Math.max(Date.now(), field ? field.at + 1 : 0);

// What is known, with the time each field was written; a field that differs from it was written now.
function gather() {
  const notes = read("notes") || EMPTY;
  const fields = { ...notes.fields };
  for (const [name, value] of Object.entries(now())) {
    if (!fields[name] || !same(fields[name].value, value)) fields[name] = { value, at: since(fields[name]) };
  }
  const answers = inCopy();
  const isCleared = (name) => name.startsWith(ANSWER) && fields[name].value && !answers[name.slice(ANSWER.length)];
  // What was cleared here is cleared under the six words too.
  for (const name of Object.keys(fields).filter(isCleared)) fields[name] = { value: null, at: since(fields[name]) };
  const found = { ...EMPTY, fields };
  write("notes", found);
  return found;
}

function take(notes) {
  const before = read("notes") || EMPTY;
  if (same(before, notes)) return;
  write("notes", notes);
  put(notes.fields);
  document.dispatchEvent(new CustomEvent("kulturspejl:notes"));
}

// In a team's room nothing more is kept there once the meeting is closed.
const isClosed = () => "answersGo" in hall.dataset && Boolean(document.querySelector("[data-own]"));
const isTold = () => Boolean(document.querySelector("[data-is-sealed]"));

class Keeper {
  constructor(locked) {
    Object.assign(this, { locked, there: null, waits: null, isAtIt: false, isDue: false });
  }

  soon(after = CALM) {
    clearTimeout(this.waits);
    this.waits = setTimeout(() => this.sync(), after);
  }

  async sync() {
    if (isClosed()) return;
    if (this.isAtIt) return this.soon();
    this.isAtIt = true;
    try {
      await (isTold() ? this.whole() : this.first());
    } catch (lost) {
      // What cannot be kept there stays here; the network and a busy server are worth another try.
      const isOver = lost instanceof Elsewhere && ["404", "410", "422"].includes(lost.message);
      if (!isOver && !(lost instanceof DOMException)) this.soon(15000);
    } finally {
      this.isAtIt = false;
    }
  }

  async whole() {
    if (this.locked.mark === null) this.there = await this.locked.fetch();
    const notes = merge(gather(), this.there);
    if (this.isDue || !same(notes.fields, this.there.fields)) this.there = await this.locked.keep(notes);
    this.isDue = false;
    take(merge(gather(), this.there));
  }

  // Sent whether anything is new or not; says whether it went.
  async anew() {
    this.isDue = true;
    await this.sync();
    return !this.isDue;
  }

  // Nothing that was written goes anywhere before the page has said that a copy is kept.
  async first() {
    this.there = await this.locked.keep(EMPTY);
    document.dispatchEvent(new CustomEvent("kulturspejl:ask"));
    this.soon();
  }

  // From here on nothing is kept; the copy goes first, so that it does not come back from there. Throws if it stays.
  async stop() {
    clearTimeout(this.waits);
    this.sync = async () => {};
    const reply = await this.locked.throwAway();
    if (!reply.ok && reply.status !== 404) throw new Elsewhere(String(reply.status));
    await forget(hall.dataset.roomId).catch(() => {});
  }

  // Another phone may have written.
  again() {
    this.locked.mark = null;
    this.soon(0);
  }
}

/* Forgetting -------------------------------------------------------------------------------------------------- */

const OWN = ["draft.", "answer.", "in_copy", "plan", "goal", "notes", "profile", "has_profile", "alone_seen", "mine"];

// What somebody wrote for themselves in this room, on this device. Their profile for trying alone has its own button.
export function forgetAll() {
  for (const key of room.keys()) if (OWN.some((own) => key.startsWith(own))) room.remove(key);
}

let keeping = null;
export const keeper = () => keeping;

async function begin() {
  profile();
  const key = isPossible ? await kept(hall.dataset.roomId).catch(() => null) : null;
  if (!key) return;
  keeping = new Keeper(new Locked(hall.dataset.sealed, hall.dataset.roomId, key));
  document.addEventListener("input", () => keeping.soon());
  document.addEventListener("kulturspejl:noted", () => keeping.soon(0));
  document.addEventListener("visibilitychange", () => (document.hidden ? keeping.sync() : keeping.again()));
  window.addEventListener("pageshow", (event) => { if (event.persisted) keeping.again(); });
  await keeping.sync();
  atEachCopy(() => keeping.anew());
}

begin();
