// A long form is not lost by the way it is sent. What was written is kept in this window, from the press on and for
// half an hour: it comes back after a new sign-in and with the browser's "back". It is kept nowhere else, and goes at
// log-out. A press that only looks (`data-look`) is answered in the page, so that "back" never leads to a page that was
// posted.
import { windowShelf } from "/static/device/store.js";

const LASTS = 30 * 60 * 1000;
const nav = document.querySelector("nav[data-sign-in]");
const here = window.location.pathname;
const { read, write, remove, keys } = windowShelf("form");

/* Which fields, and of which form ------------------------------------------------------------------------------- */

const NOT_WRITTEN = ["hidden", "password", "file", "submit", "button", "search"];
const isWritten = (field) => field.name && !NOT_WRITTEN.includes(field.type);
const fieldsOf = (form) => Array.from(form.elements).filter(isWritten);
const isChosen = (field) => field.type === "checkbox" || field.type === "radio";
const valueOf = (field) => (isChosen(field) ? field.checked : field.value);
const isText = (field) => field.tagName === "TEXTAREA" || field.type === "text";
const isLong = (form) => form.method === "post" && fieldsOf(form).some(isText);
const signOf = (form) => [form.getAttribute("action") || "", ...fieldsOf(form).map((field) => field.name)].join("|");

function keep(form) {
  const values = fieldsOf(form).map((field) => [field.name, valueOf(field)]);
  write(here, { sign: signOf(form), values, at: Date.now(), signIn: nav.dataset.signIn });
}

function putBack(kept) {
  const form = Array.from(document.forms).find((one) => signOf(one) === kept.sign);
  if (!form) return;
  let isNew = false;
  fieldsOf(form).forEach((field, at) => {
    const value = kept.values[at][1];
    if (valueOf(field) === value) return;
    if (isChosen(field)) field.checked = value;
    else field.value = value;
    isNew = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  if (isNew) tell(nav.dataset.formBack, form);
}

function tell(words, before) {
  const line = document.createElement("p");
  line.className = "notice";
  line.setAttribute("role", "status");
  line.textContent = words;
  before.before(line);
  line.scrollIntoView({ block: "center" });
}

/* Looking, without leaving the page ------------------------------------------------------------------------------ */

const hall = () => document.querySelector("main");
let pressed = null; // `submitter` is not known below Safari 15.4.

async function look(form, button) {
  const body = new FormData(form);
  body.set(button.name, button.value);
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    if (new URL(answer.url).pathname !== window.location.pathname) return void window.location.assign(answer.url);
    take(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (lost) {
    tell(nav.dataset.lost, form);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function take(fresh) {
  const main = hall();
  main.innerHTML = fresh.querySelector("main").innerHTML;
  document.title = fresh.title;
  if (window.htmx) window.htmx.process(main);
  window.scrollTo(0, 0);
  const first = main.querySelector("[role=alert], .look h2, h1");
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  main.dispatchEvent(new Event("taken", { bubbles: true }));
}

/* When ------------------------------------------------------------------------------------------------------------ */

function begin() {
  const move = performance.getEntriesByType("navigation")[0];
  const isBack = Boolean(move) && move.type === "back_forward";
  for (const key of keys()) {
    const kept = read(key);
    if (!kept || Date.now() - kept.at > LASTS) remove(key);
    else if (key === here) {
      if (isBack || (!kept.hasArrived && kept.signIn !== nav.dataset.signIn)) putBack(kept);
    } else if (kept.signIn === nav.dataset.signIn) write(key, { ...kept, hasArrived: true }); // it led somewhere else
  }
}

document.addEventListener("click", (event) => { pressed = event.target.closest("button"); }, true);
window.addEventListener("submit", (event) => {
  const form = event.target;
  if ("signOut" in form.dataset) keys().forEach(remove);
  if (event.defaultPrevented || !isLong(form)) return;
  keep(form);
  const button = event.submitter || pressed;
  if (!button || !("look" in button.dataset)) return;
  event.preventDefault();
  look(form, button);
});
if (nav) begin();
