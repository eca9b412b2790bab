// What is filled in stays on the phone while it is being written, and stands there again when its form comes anew.
// No page names this file, modules import it.
import { LETTERS } from "/static/shared/web.js";
import { device, list, room } from "./kept.js";

const draftOf = (part) => room.read("draft." + part) || {};
export const keepDraft = (form) => room.write("draft." + form.dataset.part, valuesOf(form));
export const forgetDraft = (part) => room.write("draft." + part, {});

export function valuesOf(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("value.") && value.trim()) values[name.slice(6)] = value;
    if (name.startsWith("number.") && value !== "") values[name.slice(7)] = Number(value);
  }
  return values;
}

const isFor = (field, name) => field.name === `value.${name}` || field.name === `number.${name}`;

// `isNewer`: another phone has written, and nobody is writing here.
export function fill(form, isNewer) {
  for (const [name, value] of Object.entries(draftOf(form.dataset.part))) {
    for (const field of Array.from(form.elements).filter((one) => isFor(one, name))) {
      if (field.type === "radio") field.checked = field.value === String(value);
      else if (!field.value || isNewer) field.value = value;
    }
  }
  const profile = form.querySelector("[data-profile]");
  if (profile) profile.textContent = ownProfile(profile.dataset.profile);
  const pull = form.querySelector("[data-pull]");
  if (pull) propose(form, pull);
  if (profile && "unsigned" in form.dataset) takeProfile(form);
  if ("mine" in form.dataset && !("onlyHere" in form.dataset)) remember(form.dataset.part, profile);
}

// One tap, and what never left this phone is nowhere any more.
export function clearHere(part) {
  room.remove("draft." + part);
  for (const form of document.querySelectorAll(`form[data-part="${part}"]`)) form.reset();
  document.dispatchEvent(new CustomEvent("kulturspejl:parts"));
}

// What is the phone's own: only that goes into the locked copy (notes.js) and onto the page after the day.
function remember(part, profile) {
  if (profile) room.write("has_profile", true);
  else list("mine", part);
}

/* The own profile, where one has been given out on this phone ----------------------------------------------------- */

function ownSums(asks) {
  const alone = device.read("alone");
  const isSeen = JSON.stringify(alone) === room.read("alone_seen");
  const answers = (isSeen && room.read("profile")) || (alone && alone.answers) || {};
  const number = (name) => Number(answers[name]) || 0;
  const now = (letter) => [1, 2, 3, 4, 5, 6].reduce((all, place) => all + number(`now_d${place}_${letter}`), 0);
  return LETTERS.map((letter) => (asks === "wish" ? number("wish_" + letter) : now(letter)));
}

function ownProfile(asks) {
  const sums = ownSums(asks);
  return sums.some((sum) => sum) ? LETTERS.map((letter, at) => `${letter} = ${sums[at]}`).join(" · ") : "";
}

// "none" where nothing is above zero, and for what is largest where two are alike.
function largest(numbers, alone) {
  const most = Math.max(...numbers);
  const isShared = numbers.filter((one) => one === most).length > 1;
  return most > 0 && !(alone && isShared) ? LETTERS[numbers.indexOf(most)] : "none";
}

// Which culture is the largest in the own profile, and which way it pulls, is worked out here; it is chosen and sent
// by its owner alone.
function propose(form, line) {
  const [now, wish] = [ownSums("now"), ownSums("wish")];
  const whole = (sums) => sums.reduce((all, one) => all + one, 0);
  const isDominant = line.dataset.of === "dominant";
  if (whole(now) !== 60 || (!isDominant && whole(wish) !== 60)) return;
  const letter = largest(isDominant ? now : wish.map((one, at) => one - now[at]), isDominant);
  const field = form.querySelector(`input[type=radio][value="${letter}"]`);
  if (!field) return;
  const name = field.closest("label").textContent.trim();
  line.textContent = letter === "none" ? line.dataset.stay : line.dataset.pull.replace("{culture}", name);
  line.hidden = false;
  if (!form.querySelector("input[type=radio]:checked")) field.checked = true;
}

// A profile that is handed in: what was given out on this phone stands in the form, ready to be sent.
function takeProfile(form) {
  const answers = (device.read("alone") || {}).answers || {};
  const fields = Array.from(form.querySelectorAll('input[name^="number."]'));
  if (fields.some((field) => field.value) || fields.some((field) => !(field.name.slice(7) in answers))) return;
  for (const field of fields) field.value = answers[field.name.slice(7)];
}
