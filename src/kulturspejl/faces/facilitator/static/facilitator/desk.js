// The desk without leaving the page: each press is the same form, sent from here, and its answer exchanges what has
// changed (device/live.js). Keys are for somebody who stands up and talks; a name can be dragged to another group.
import { reach } from "/static/device/reach.js";

const hall = document.querySelector("[data-room]");
const told = document.getElementById("told");
const unheard = document.querySelector("[data-unheard]");
document.documentElement.classList.add("js");

const page = (text) => new DOMParser().parseFromString(text, "text/html");
const send = async (form, body) => {
  const answer = await reach(form.action, { method: "POST", body });
  if (answer.status === 422) { // something is missing: it is said, and what was typed stays where it is
    told.innerHTML = page(answer.text).querySelector(".messages")?.outerHTML || "";
    told.scrollIntoView({ block: "center" });
    return;
  }
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) {
    location.assign(answer.ok ? answer.url : location.href);
    return;
  }
  const fresh = page(answer.text);
  told.innerHTML = fresh.querySelector(".messages")?.outerHTML || "";
  ask(fresh);
  form.reset(); // what was typed has been sent, and must not be kept as something half written
  // The next press of this button is another one, also where its part of the page stays as it is.
  const id = fresh.querySelector("[name=form_id]")?.value;
  if (id && form.elements.form_id) form.elements.form_id.value = id;
  document.dispatchEvent(new CustomEvent("kulturspejl:page", { detail: fresh }));
};
// What is asked before the way on stands until it is answered; the next press of a key answers it. It stands on every
// page that has something to ask, hidden where nobody has pressed yet.
const asking = document.getElementById("ask");
if (asking.querySelector("section[hidden]")) asking.textContent = "";
function put(section) {
  asking.innerHTML = section ? section.outerHTML : "";
  asking.firstElementChild?.removeAttribute("hidden");
  asking.firstElementChild?.focus({ preventScroll: true });
}
const ask = (fresh) => put(fresh.querySelector("#ask section:not([hidden])"));
// The question is the one of now: enough may have answered while it stood, or another desk may have gone on.
document.addEventListener("kulturspejl:exchanged", ({ detail }) => {
  const stands = asking.querySelector("h2");
  const section = detail.querySelector("#ask section");
  if (stands && stands.textContent !== section?.querySelector("h2").textContent) put(section);
});
// One after the other, each with the version that was on the page when it was pressed: pressed twice by mistake, the
// second changes nothing.
let line = Promise.resolve();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.action.endsWith("/do")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const pressed = event.submitter; // where one form has many buttons, which of them it was
  if (pressed?.name) body.set(pressed.name, pressed.value);
  line = line.then(() => send(form, body)).catch(() => { unheard.hidden = false; });
});

const press = (key) => {
  const wanted = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  if (wanted === "?") return void (document.getElementById("keys").open ^= true);
  const keyed = [...document.querySelectorAll("#ask [data-keys]"), ...document.querySelectorAll("[data-keys]")];
  const button = keyed.find((one) => one.dataset.keys.split(" ").includes(wanted));
  button?.click();
  return Boolean(button);
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === " " && event.target.closest("button, summary")) return;
  if (press(event.key)) event.preventDefault();
});
if (window.BroadcastChannel) {
  new BroadcastChannel("kulturspejl.desk." + hall.dataset.room).onmessage = (event) => press(String(event.data));
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("#ask a")) return;
  event.preventDefault();
  asking.textContent = "";
});
document.addEventListener("change", (event) => {
  if (event.target.matches(".move select")) event.target.form.querySelector("button").click();
});
let dragged = null;
const group = (event) => dragged && event.target.closest("[data-group]");
document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-person]")?.dataset.person || null;
});
document.addEventListener("dragend", () => { dragged = null; });
document.addEventListener("dragover", (event) => { if (group(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  const to = group(event);
  if (!to) return;
  event.preventDefault();
  const form = document.querySelector(`[data-person="${dragged}"] form`);
  form.elements.to.value = to.dataset.group;
  form.querySelector("button").click();
});
