// Numbers with a fixed sum: plus and minus, never above the total, and what is left told to eye and ear. The guess is
// pulled on the figure as well.
import { LETTERS, Web } from "/static/shared/web.js";

const value = (input) => Math.max(0, Math.floor(Number(input.value) || 0));

function stepButton(form, input, by, name, changed) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "step";
  button.textContent = by > 0 ? "+" : "−";
  button.dataset.by = by;
  button.dataset.of = input.id;
  button.setAttribute("aria-label", `${by > 0 ? form.dataset.more : form.dataset.less} ${name}`);
  button.addEventListener("click", () => {
    input.value = Math.max(0, value(input) + by);
    changed();
  });
  return button;
}

function equip(form, set) {
  const total = Number(set.dataset.sum);
  const inputs = [...set.querySelectorAll("input[type=number]")];
  const output = set.querySelector("output");
  const left = () => total - inputs.reduce((sum, input) => sum + value(input), 0);
  const isTouched = () => inputs.some((input) => input.value !== "");

  const tell = () => {
    const rest = left();
    const words = rest === 1 ? form.dataset.leftOne : rest < 0 ? form.dataset.over : form.dataset.leftMany;
    output.textContent = isTouched() ? words.replace("{n}", Math.abs(rest)) : "";
    for (const button of set.querySelectorAll(".step")) {
      const input = document.getElementById(button.dataset.of);
      button.disabled = button.dataset.by > 0 ? rest <= 0 : value(input) === 0;
    }
    set.dispatchEvent(new Event("numbers"));
  };

  for (const input of inputs) {
    const label = form.querySelector(`label[for="${input.id}"]`);
    const name = (label.querySelector("strong") || label).textContent.trim();
    const place = document.createElement("span");
    place.className = "stepper";
    input.before(place);
    place.append(stepButton(form, input, -1, name, tell), input, stepButton(form, input, 1, name, tell));
    input.addEventListener("input", () => {
      // Typing more than is left gives what is left; the rest is not silently taken from the others.
      if (left() < 0) input.value = value(input) + left();
      tell();
    });
  }
  tell();
  return { inputs, total, tell };
}

// What one corner gets, the others give or take, each in proportion to what it has, so that the sum stays.
function pulled(sums, letter, wanted, total) {
  const most = Math.min(total, Math.max(0, wanted));
  const others = LETTERS.filter((one) => one !== letter);
  const before = others.reduce((sum, one) => sum + sums[one], 0);
  const rest = total - most;
  const exact = others.map((one) => (before ? (rest * sums[one]) / before : rest / others.length));
  const found = Object.fromEntries(others.map((one, at) => [one, Math.floor(exact[at])]));
  const byRemainder = others.map((one, at) => [exact[at] % 1, one]).sort((a, b) => b[0] - a[0]);
  const missing = rest - others.reduce((sum, one) => sum + found[one], 0);
  byRemainder.slice(0, missing).forEach(([, one]) => { found[one] += 1; });
  return { ...found, [letter]: most };
}

function letDraw(form, set, { inputs, total, tell }) {
  const svg = form.querySelector("svg.web");
  svg.closest(".web-place").hidden = false;
  const web = new Web(svg, { guess: form.dataset.guess, of: form.dataset.of });
  const of = (letter) => inputs.find((input) => input.name === letter);
  const typed = () => Object.fromEntries(LETTERS.map((letter) => [letter, value(of(letter))]));
  let sums = Object.fromEntries(LETTERS.map((letter) => [letter, total / LETTERS.length]));
  const follow = () => {
    const now = typed();
    if (LETTERS.reduce((sum, letter) => sum + now[letter], 0) === total) {
      sums = now;
      web.show("guess", sums);
    }
  };
  set.addEventListener("numbers", follow);
  web.letDrag("guess", (letter, wanted) => {
    sums = pulled(sums, letter, wanted, total);
    LETTERS.forEach((one) => { of(one).value = sums[one]; });
    tell();
  });
  web.show("guess", sums);
  follow();
}

for (const form of document.querySelectorAll("form[data-lines]")) {
  for (const set of form.querySelectorAll("[data-sum]")) {
    const numbers = equip(form, set);
    if ("draws" in set.dataset) letDraw(form, set, numbers);
  }
}
