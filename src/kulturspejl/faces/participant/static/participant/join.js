// Coming in, and coming back. Where the browser can, it chooses the six words itself and sends only what they make:
// a key. Anywhere else the plain form goes to the server, which chooses the words.
import { isPossible, keep } from "/static/device/lock.js";
import { reach } from "/static/device/reach.js";
import { choose, isServers, keysOf, ON_A_CARD, tidy } from "./sealing.js";
import { EMPTY, Locked } from "./locked.js";
import { replace } from "/static/shared/replace.js";
import { share } from "/static/device/store.js";

const hall = document.querySelector("main[data-room-id]");
const room = hall.dataset.roomId;
const list = JSON.parse(document.querySelector("#card-words").textContent);
let mine = null; // A second press after a lost answer is the same person.

// Whoever scans their card gets the words filled in. They stand after the #, and leave the address bar at once.
// The press is left to a person: a link from somebody else must not make this phone theirs.
function scanned() {
  const field = hall.querySelector("#words");
  if (!field || location.hash.length < 2) return;
  field.value = decodeURIComponent(location.hash.slice(1)).split("-").join(" ").slice(0, 200);
  history.replaceState(null, "", location.pathname + location.search);
  const fold = field.closest("details");
  fold.open = true;
  fold.scrollIntoView();
  field.form.querySelector("button").focus();
}

function send(form, key) {
  const body = new URLSearchParams(new FormData(form));
  body.delete("words");
  body.set("key", key);
  return reach(form.action, { method: "POST", body });
}

// Said before anything is kept: neither notes nor their key stay on a device that several people use.
const hear = (form) => { if (form.elements.shared && form.elements.shared.checked) share(); };

async function comeIn(form) {
  if (!mine) {
    const words = choose(list);
    mine = { words, ...(await keysOf(words, room)) };
  }
  const reply = await send(form, mine.comeBack);
  const isKept = reply.ok && (await keepKey(mine.sealing));
  const fresh = page(reply);
  const card = fresh.querySelector("[data-words]");
  if (card) {
    const { toScan } = await import("./card.js");
    card.dataset.words = card.querySelector("strong").textContent = mine.words;
    toScan(card);
  }
  show(fresh);
  if (card && isKept) lock(mine.sealing);
}

// In the browser's own keeping. Without it nothing is locked, and the phone's page says so.
const keepKey = (sealing) => keep(room, sealing).catch(() => false);
// A first, empty copy: from then on the page says that there is one. Where it is lost, the phone's page tries again.
const lock = (sealing) => new Locked(hall.dataset.sealed, room, sealing).keep(EMPTY).catch(() => {});

async function comeBack(form, words) {
  const keys = await keysOf(words, room);
  const reply = await send(form, keys.comeBack);
  if (!reply.ok) {
    show(page(reply));
    hall.querySelector("#words").value = words;
    return;
  }
  await keepKey(keys.sealing);
  location.assign(hall.dataset.back);
}

const page = ({ text }) => new DOMParser().parseFromString(text, "text/html").querySelector("main");

function show(fresh) {
  replace(hall, ...fresh.childNodes);
  hall.focus();
}

function say(form, words) {
  const line = form.querySelector("[data-told]");
  line.hidden = !words;
  line.textContent = words;
}

async function busy(form, act) {
  const button = form.querySelector("button");
  button.disabled = true;
  say(form, form.dataset.busy);
  try {
    await act();
  } catch (lost) {
    if (form.isConnected) say(form, form.dataset.lost);
  } finally {
    button.disabled = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if ("comeIn" in form.dataset || "comeBack" in form.dataset) hear(form);
  if ("comeIn" in form.dataset && isPossible) {
    event.preventDefault();
    busy(form, () => comeIn(form));
  }
  if (!("comeBack" in form.dataset)) return;
  const words = tidy(form.elements.words.value);
  if (isServers(words, list)) return;
  // Words that the server has not made are never sent, not even misspelt.
  event.preventDefault();
  if (!isPossible || words.split(" ").length !== ON_A_CARD) say(form, form.dataset.no);
  else busy(form, () => comeBack(form, words));
});
scanned();
