// One button for a step: it sends everything that is to be handed in there, and who has sent, or hands in nothing, is
// done. The desk is told some seconds later, in a request of its own, whichever of the two it was.
import { between } from "/static/device/chance.js";
import { reach } from "/static/device/reach.js";
import "./answers.js";
import { device, listed, room } from "./kept.js";
import { forms, passOver, waits } from "./sending.js";

const all = (selector) => Array.from(document.querySelectorAll(selector));
const place = () => document.querySelector("[data-doing]");
const handedIn = () => forms().filter((form) => !("mine" in form.dataset));
const isField = (name) => name.startsWith("value.") || name.startsWith("number.");
const isFilled = (form) => Array.from(new FormData(form)).some(([name, value]) => isField(name) && value.trim());
const submit = (form) => form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

/* Being done ----------------------------------------------------------------------------------------------------- */

const isSettled = ({ dataset: { part } }) => !waits(part) && (listed("stored", part) || listed("passed", part));

// All that the step asks for is sent or passed over; or the one button was pressed, and nothing waits any more.
function isDone(station) {
  const asked = handedIn();
  const settled = asked.filter(isSettled).length;
  const isPressed = room.read("sent_all") === station && !asked.some((form) => waits(form.dataset.part));
  return settled > 0 && (settled === asked.length || isPressed);
}

let isOnTheWay = "";

function look() {
  for (const form of handedIn()) {
    const button = form.querySelector(".row > button:not([type])");
    if (button) button.classList.toggle("quiet", isSettled(form));
  }
  const here = place();
  // Done, and not by this phone: said before somebody goes through six screens to be refused.
  for (const line of all("[data-done-elsewhere]")) {
    const { doneElsewhere } = line.dataset;
    line.hidden = room.read("done_at") === doneElsewhere || isDone(doneElsewhere) || isOnTheWay === doneElsewhere;
  }
  if (!here) return;
  const { station, address } = here.dataset;
  const done = isDone(station);
  here.querySelector("[data-all-done]").hidden = !done;
  const pass = here.querySelector("[data-pass-all]");
  if (pass) pass.hidden = done;
  if (!done || room.read("done_at") === station || isOnTheWay === station) return;
  isOnTheWay = station;
  setTimeout(() => tell(address, station), between(1000, 10000));
}

async function tell(address, station) {
  try {
    const body = new URLSearchParams({ verb: "done", station });
    // The page that a form would go on to is not loaded, for the phone has it: that reply has the status 0.
    const reply = await reach(address, { method: "POST", body, redirect: "manual" });
    if (reply.status === 0 || reply.status === 404) room.write("done_at", station);
  } catch (lost) { /* looked at again when the network is back */ }
  isOnTheWay = "";
}

/* The one button --------------------------------------------------------------------------------------------------- */

function sendAll(here) {
  const filled = handedIn().filter(isFilled);
  here.querySelector("[data-nothing]").hidden = filled.length > 0;
  if (!filled.length) return;
  room.write("sent_all", here.dataset.station);
  filled.forEach(submit);
}

document.addEventListener("click", (event) => {
  const here = event.target.closest("[data-doing]");
  if (event.target.closest("[data-withdraw]")) room.write("sent_all", "");
  if (here && event.target.closest("[data-send-all]")) sendAll(here);
  if (here && event.target.closest("[data-pass-all]")) for (const form of handedIn()) passOver(form.dataset.part);
});
document.addEventListener("input", () => {
  for (const line of all("[data-doing] [data-nothing]")) line.hidden = true;
});

/* A profile whose last button was “Send my answer”: it is sent as soon as it is back ------------------------------- */

const names = () => all("[data-here]").map((one) => one.textContent);

// Who was there when the profile was opened: somebody new is told before anything is sent.
document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-opens-profile]")) room.write("there_at_opening", names());
});

function came() {
  const left = (room.read("there_at_opening") || names()).slice();
  return names().filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function holdBack(line) {
  line.textContent = line.dataset.stranger.replace("{names}", came().join(", "));
  line.hidden = false;
}

function handIn() {
  if (room.read("hand_in") !== true) return;
  room.write("hand_in", false);
  const form = handedIn().find((one) => "handsIn" in one.dataset);
  const answers = (device.read("alone") || {}).answers || {};
  const fields = form ? Array.from(form.elements).filter((field) => field.name.startsWith("number.")) : [];
  if (!fields.length || fields.some((field) => !(field.name.slice(7) in answers))) return;
  for (const field of fields) field.value = answers[field.name.slice(7)];
  form.dispatchEvent(new Event("input", { bubbles: true }));
  if (came().length) holdBack(form.querySelector("[data-stranger]"));
  else submit(form);
  form.scrollIntoView();
}

document.addEventListener("kulturspejl:parts", look);
document.addEventListener("kulturspejl:sent", look);
window.addEventListener("online", look);
handIn();
look();
