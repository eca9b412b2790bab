// The one file somebody takes along to another place: their own profile, trait and plan, as readable words.
// Made and opened on the device alone. The format: docs/en/own-file.md.
import { LETTERS } from "/static/shared/web.js";

const LONGEST_FILE = 65536;
const FORMAT = "kulturspejl-own";
const VERSION = 1;
const TEXTS = { goal: 300, trait: 300, first_step: 1000, partner: 200 };
const NOTES = { most: 120, asked: 300, wrote: 2000 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export class Unreadable extends Error {}

/* The profile: points as they were given, or nothing ---------------------------------------------------------- */

export function isWhole(answers, total = 10) {
  const sum = (names) => names.reduce((all, name) => all + answers[name], 0);
  const now = [1, 2, 3, 4, 5, 6].map((place) => LETTERS.map((letter) => `now_d${place}_${letter}`));
  const names = [...now.flat(), ...LETTERS.map((letter) => "wish_" + letter)];
  const isPoints = (name) => Number.isInteger(answers[name]) && answers[name] >= 0;
  return Boolean(answers) && typeof answers === "object" && names.every(isPoints)
    && now.every((dimension) => sum(dimension) === total)
    && sum(LETTERS.map((letter) => "wish_" + letter)) === 6 * total;
}

const onlyPoints = (answers) => Object.fromEntries(Object.entries(answers)
  .filter(([name]) => /^(now_d[1-6]_[ABCD]|wish_[ABCD])$/.test(name)));

/* Writing ------------------------------------------------------------------------------------------------------ */

const written = (words, most) => (typeof words === "string" ? words.replace(CONTROL, "").trim().slice(0, most) : "");

const noteOf = ({ asked, wrote }) => ({ asked: written(asked, NOTES.asked), wrote: written(wrote, NOTES.wrote) });

export function make(own, language, today) {
  const file = { format: FORMAT, version: VERSION, language, made: today };
  for (const [name, most] of Object.entries(TEXTS)) {
    if (written(own[name], most)) file[name] = written(own[name], most);
  }
  if (DAY.test(own.day || "")) file.day = own.day;
  if (isWhole(own.answers)) file.profile = { points: 10, answers: onlyPoints(own.answers) };
  file.notes = (own.notes || []).map(noteOf).filter((note) => note.wrote).slice(0, NOTES.most);
  return JSON.stringify(file, null, 2) + "\n";
}

export const save = (text, name, type) => saveBlob(new Blob([text], { type }), name);

export function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* Reading: whatever comes, only what is known is taken, and only as text ------------------------------------------- */

export function parse(text) {
  if (text.length > LONGEST_FILE) throw new Unreadable("too_long");
  let file = null;
  try { file = JSON.parse(text.replace(/^\ufeff/, "")); } catch (torn) { throw new Unreadable("not_ours"); }
  if (!file || typeof file !== "object" || file.format !== FORMAT) throw new Unreadable("not_ours");
  if (!Number.isInteger(file.version) || file.version < 1) throw new Unreadable("not_ours");
  if (file.version > VERSION) throw new Unreadable("newer");
  const own = { notes: notesOf(file.notes) };
  for (const [name, most] of Object.entries(TEXTS)) own[name] = written(file[name], most);
  own.day = typeof file.day === "string" && DAY.test(file.day) && !Number.isNaN(Date.parse(file.day)) ? file.day : "";
  own.made = typeof file.made === "string" && DAY.test(file.made) ? file.made : "";
  if (file.profile !== undefined) {
    const isGood = file.profile && file.profile.points === 10 && isWhole(file.profile.answers);
    if (!isGood) throw new Unreadable("bad_profile");
    own.answers = onlyPoints(file.profile.answers);
  }
  return own;
}

function notesOf(notes) {
  if (!Array.isArray(notes)) return [];
  return notes.slice(0, NOTES.most).filter((note) => note && typeof note === "object")
    .map(noteOf).filter((note) => note.wrote);
}

export async function read(blob) {
  if (blob.size > LONGEST_FILE) throw new Unreadable("too_long");
  let text = "";
  try {
    // A file that gives its bytes by itself is missing below Safari 14, Chrome 76 and Firefox 69.
    text = new TextDecoder("utf-8", { fatal: true }).decode(await new Response(blob).arrayBuffer());
  } catch (torn) { throw new Unreadable("not_ours"); }
  return parse(text);
}
