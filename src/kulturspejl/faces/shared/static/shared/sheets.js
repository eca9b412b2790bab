// Feedback sheets that somebody keeps on their own device. Each goes after 90 days unless its owner keeps it: as soon
// as a page that brings this file is opened on the device after that day.
import { shelf } from "/static/device/store.js";

const KEY = "sheets";
const DAYS = 90;
const MOST = 60;
const store = shelf();

export const today = () => new Date().toISOString().slice(0, 10);

function after(day) {
  const moment = new Date(day + "T12:00:00Z");
  moment.setUTCDate(moment.getUTCDate() + DAYS);
  return moment.toISOString().slice(0, 10);
}

function all() {
  const found = store.read(KEY);
  return Array.isArray(found) ? found.filter((sheet) => sheet && typeof sheet.id === "string") : [];
}

function write(sheets) { store.write(KEY, sheets); }

export function sheets() { return all().sort((one, other) => (one.made < other.made ? 1 : -1)); }

// The newest words of a sheet; when it was made, and whether it is kept, stay as they were.
export function put(sheet) {
  const before = all().find((one) => one.id === sheet.id) || {};
  const made = before.made || sheet.made || today();
  const newer = { ...before, ...sheet, made, until: after(made), kept: Boolean(before.kept) };
  write([newer, ...all().filter((one) => one.id !== sheet.id)].slice(0, MOST));
}

export function find(id) { return all().find((sheet) => sheet.id === id); }
export function remove(id) { write(all().filter((sheet) => sheet.id !== id)); }
export function keep(id, kept) { write(all().map((sheet) => (sheet.id === id ? { ...sheet, kept } : sheet))); }

function prune() {
  const left = all().filter((sheet) => sheet.kept || !(sheet.until < today()));
  if (left.length !== all().length) write(left);
}

prune();
