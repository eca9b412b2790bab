// What is kept on this device. Whatever was written is what is read: each writing is read back, and where the browser
// refuses it (storage full, private window, blocked), it lives in memory and goes along by `window.name` to the next
// page of ours in this window. Lines with `data-when-kept` are promises that hold only where the device keeps
// something; where it does not, those with `data-not-kept` stand in their place.
// No page names this file, modules import it by this very address: so a page has one memory, not several.

const OURS = "kulturspejl";
const CARRIED = OURS + ".carried:";
const memory = new Map(); // What the browser has refused; null: it would not take it away.
let isRefused = false;

const SHARED = OURS + ".shared";

// A device that several people use keeps nothing, and shows nothing of what somebody else has left: all of it lives in
// this window's memory, as where the browser refuses. Said at the door; it is over when the window is closed.
export function isShared() {
  try {
    return window.sessionStorage.getItem(SHARED) === "1";
  } catch (refused) {
    return false;
  }
}

export function share() {
  try {
    window.sessionStorage.setItem(SHARED, "1");
  } catch (refused) { /* then the browser keeps nothing anyway */ }
}

function tried(act, otherwise, where = "localStorage") {
  try {
    return act(window[where]);
  } catch (refused) {
    return otherwise;
  }
}

const onDevice = (act, otherwise) => (isShared() ? otherwise : tried(act, otherwise));

function tell() {
  for (const line of document.querySelectorAll("[data-not-kept]")) line.hidden = !isRefused || isShared();
  for (const line of document.querySelectorAll("[data-shared]")) line.hidden = !isShared();
  for (const line of document.querySelectorAll("[data-when-kept]")) line.hidden = isRefused;
}

function refuse(key, text) {
  memory.set(key, text);
  isRefused = true;
  tell();
}

/* Text under a whole key --------------------------------------------------------------------------------------- */

function readText(key) {
  return memory.has(key) ? memory.get(key) : onDevice((kept) => kept.getItem(key), null);
}

function writeText(key, text) {
  const isKept = onDevice((kept) => {
    kept.setItem(key, text);
    return kept.getItem(key) === text;
  }, false);
  if (isKept) memory.delete(key);
  else refuse(key, text);
}

function removeText(key) {
  const isGone = onDevice((kept) => {
    kept.removeItem(key);
    return kept.getItem(key) === null;
  }, false);
  if (isGone) memory.delete(key);
  else refuse(key, null);
}

function keysOf(prefix) {
  const kept = onDevice((store) => Object.keys(store), []);
  const ours = Array.from(new Set([...kept, ...memory.keys()])).filter((key) => key.startsWith(prefix));
  return ours.filter((key) => readText(key) !== null);
}

/* Values by name: shelf("room", "ABCD") keeps under kulturspejl.room.ABCD. ------------------------------------- */

// What cannot be read, because something else wrote it, is as if it were not there.
function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch (torn) {
    return null;
  }
}

const prefixOf = (names) => [OURS, ...names, ""].join(".");

export function shelf(...names) {
  const prefix = prefixOf(names);
  return {
    read: (key) => valueOf(readText(prefix + key)),
    write: (key, value) => writeText(prefix + key, JSON.stringify(value)),
    remove: (key) => removeText(prefix + key),
    keys: (start = "") => keysOf(prefix + start).map((key) => key.slice(prefix.length)),
    // What an earlier program kept under another whole key, as text that `read` turns into a value: once, and no more.
    adopt(key, before, read = valueOf) {
      const text = readText(before);
      if (text === null) return;
      if (this.read(key) === null) this.write(key, read(text));
      removeText(before);
    },
  };
}

// The same in this window alone, as long as it lives, also where the device is shared. Where it has no store it keeps
// nothing, nor carries it anywhere.
export function windowShelf(...names) {
  const prefix = prefixOf(names);
  const inWindow = (act, otherwise) => tried(act, otherwise, "sessionStorage");
  return {
    read: (key) => inWindow((kept) => valueOf(kept.getItem(prefix + key)), null),
    write: (key, value) => inWindow((kept) => kept.setItem(prefix + key, JSON.stringify(value))),
    remove: (key) => inWindow((kept) => kept.removeItem(prefix + key)),
    keys: () => inWindow((kept) => Object.keys(kept), [])
      .filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  };
}

/* From page to page without the store --------------------------------------------------------------------------- */

// Only on the way to a page of ours, and taken up there: a page of somebody else's in this window finds nothing.
export function carry() {
  if (memory.size) window.name = CARRIED + JSON.stringify(Array.from(memory));
}

function takeUp() {
  if (!window.name.startsWith(CARRIED)) return;
  for (const [key, text] of valueOf(window.name.slice(CARRIED.length)) || []) memory.set(key, text);
  window.name = "";
}

function isOurs(address) {
  const place = document.createElement("a");
  place.href = address;
  return place.host === window.location.host;
}

window.addEventListener("click", (event) => {
  if (window.name.startsWith(CARRIED)) window.name = "";
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || !isOurs(link.href)) return;
  // A window that knows who opened it takes the mark of a shared device along; without it, it would keep.
  if (link.target && isShared()) link.rel = "opener";
  if (!link.target) carry();
});
window.addEventListener("submit", (event) => { if (!event.defaultPrevented) carry(); });
takeUp();
// Asked at once, so that no promise stands on the page for a second that this browser will not keep.
writeText(OURS + ".asked", "1");
removeText(OURS + ".asked");
document.addEventListener("kulturspejl:parts", tell);
