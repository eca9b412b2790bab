// A homework of a course: which model, when, who by role, and a few lines, kept in this browser alone. To another
// device they go in the part of an address after the #, as a code to scan: no browser sends that part anywhere.
import { base64 } from "/static/device/chance.js";
import { shelf } from "/static/device/store.js";
import { generate } from "./lean-qr.js";

const page = document.querySelector("[data-homework]");
const find = (selector) => page.querySelector(selector);
const all = (selector) => Array.from(page.querySelectorAll(selector));
const mine = shelf("between", page.dataset.homework, "homework");
const form = find("[data-lines]");
const along = find("[data-along]");
const FIELDS = 'textarea, [name="on"]';
const LONGEST = 4000;

/* What stands on the page --------------------------------------------------------------------------------------- */

function said() {
  const found = { model: "", roles: all('[name="role"]:checked').map((box) => box.value), words: {} };
  const model = find('[name="model"]:checked');
  if (model) found.model = model.value;
  for (const field of all(FIELDS)) if (field.value.trim()) found.words[field.name] = field.value;
  return found;
}

const isEmpty = (kept) => !kept || !(kept.model || (kept.roles || []).length || Object.keys(kept.words || {}).length);

function put(kept) {
  const { model = "", roles = [], words = {} } = kept || {};
  for (const radio of all('[name="model"]')) radio.checked = radio.value === model;
  for (const box of all('[name="role"]')) box.checked = roles.includes(box.value);
  for (const field of all(FIELDS)) field.value = typeof words[field.name] === "string" ? words[field.name] : "";
}

// Where a model is chosen, only its own words stand in the guide.
function showModel() {
  const chosen = find('[name="model"]:checked');
  for (const words of all("[data-model]")) words.hidden = Boolean(chosen) && words.dataset.model !== chosen.value;
}

function showRest(kept) {
  if (!form) return;
  const nothing = isEmpty(kept);
  along.hidden = nothing;
  find("[data-clear]").hidden = nothing;
  if (nothing) along.open = false;
  if (along.open) draw(kept);
}

/* From this screen to a phone ----------------------------------------------------------------------------------- */

// In letters that stand in an address as they are: the shortest code, whatever was written.
function packed(kept) {
  const signs = base64(new TextEncoder().encode(JSON.stringify(kept)));
  return signs.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function unpacked(signs) {
  const raw = atob(signs.replace(/-/g, "+").replace(/_/g, "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(raw, (sign) => sign.charCodeAt(0))));
}

function draw(kept) {
  const place = find("[data-scan]");
  const link = `${location.origin}${location.pathname}#${packed(kept)}`;
  const canvas = document.createElement("canvas");
  generate(link).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", place.dataset.says);
  place.textContent = "";
  place.append(canvas);
}

// What came along after the #; taken out of the address at once, so that no history or bookmark keeps it.
function brought() {
  const after = location.hash.slice(1);
  if (!after || after.length > LONGEST) return null;
  history.replaceState(null, "", location.pathname);
  try {
    const found = unpacked(after);
    const words = Object.entries(found.words || {}).filter(([, text]) => typeof text === "string");
    const roles = Array.isArray(found.roles) ? found.roles : [];
    return { model: String(found.model || ""), roles, words: Object.fromEntries(words) };
  } catch (torn) {
    return null;
  }
}

/* Kept ---------------------------------------------------------------------------------------------------------- */

function keep() {
  const kept = said();
  if (isEmpty(kept)) mine.remove(page.dataset.id);
  else mine.write(page.dataset.id, kept);
  const line = find("[data-saved]");
  if (line) line.textContent = isEmpty(kept) ? "" : line.dataset.said;
  showModel();
  showRest(kept);
}

const came = brought();
put(came && !isEmpty(came) ? came : mine.read(page.dataset.id));
if (came && !isEmpty(came)) {
  keep();
  const told = find("[data-taken]");
  if (told) told.hidden = false;
}
showModel();
showRest(said());
page.addEventListener("input", keep);
if (form) {
  form.addEventListener("submit", (event) => event.preventDefault());
  along.addEventListener("toggle", () => { if (along.open) draw(said()); });
  const clear = find("[data-clear] button");
  clear.addEventListener("click", () => {
    if (!window.confirm(clear.dataset.sure)) return;
    put(null);
    keep();
  });
}

document.documentElement.classList.add("js");
