// One's own web on the phone, the moment it is whole; and, where two sit together, the other's laid on it. The other's
// four signs are read aloud and typed here. Its numbers stay in this page's memory until the step is over.
// No page names this file, modules import it.
import { read as readSigns, written } from "/static/shared/four_signs.js";
import { showLarge } from "/static/shared/large.js";
import { replace } from "/static/shared/replace.js";
import { LETTERS, line, preferred, sums, Web } from "/static/shared/web.js";
import { ownAnswer } from "./answers.js";
import { profile, read } from "./notes.js";

const WHOLE = 60;
const page = document.querySelector("#own-web-words");
const words = page ? JSON.parse(page.textContent) : {};
const find = (selector, place) => place.querySelector(selector);
const all = (selector, place = document) => Array.from(place.querySelectorAll(selector));
const isWhole = (four) => LETTERS.reduce((sum, letter) => sum + (four[letter] || 0), 0) === WHOLE;

/* Drawing ---------------------------------------------------------------------------------------------------- */

let drawn = 0;

// A copy of the server's drawing, with names of its own for what points at each other in it.
function figure(id) {
  const svg = document.getElementById(id).content.querySelector("svg").cloneNode(true);
  drawn += 1;
  for (const node of [svg, ...all("[id]", svg)]) if (node.id) node.id += `-${drawn}`;
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    const ids = svg.getAttribute(name);
    if (ids) svg.setAttribute(name, ids.split(" ").map((one) => `${one}-${drawn}`).join(" "));
  }
  return svg;
}

function draw(now, wish) {
  const svg = figure(wish ? "own-web-both" : "own-web-now");
  const web = new Web(svg, { now: words.now, preferred: words.wish, of: words.of });
  web.show("now", now);
  if (wish) web.show("preferred", wish);
  return svg;
}

function drawTwo(mine, theirs) {
  const svg = figure("own-web-two");
  const web = new Web(svg, { now: words.mine, preferred: words.theirs, of: words.of });
  web.show("now", mine);
  web.show("preferred", theirs);
  return svg;
}

const inWords = (...both) => both.map(([name, four]) => `${name}: ${line(words.of, four, WHOLE)}`).join(". ");

/* Whose numbers ----------------------------------------------------------------------------------------------- */

function answersOf(place) {
  if (place.dataset.answer) return ownAnswer(place.dataset.answer) || {};
  return (read("has_profile") || "fresh" in place.dataset) && profile() ? profile() : {};
}

function numbersOf(place) {
  const answers = answersOf(place);
  const [now, wish] = [sums(answers, "now_"), preferred(answers)];
  return { now: isWhole(now) ? now : null, wish: place.dataset.ownWeb !== "now" && isWhole(wish) ? wish : null };
}

function show(place) {
  const { now, wish } = numbersOf(place);
  const isAsked = "fresh" in place.dataset && place.dataset.ownWeb === "wish" ? wish : now;
  place.hidden = !isAsked;
  const opens = place.parentNode.querySelector("[data-opens-profile]");
  if (opens && isAsked) {
    opens.classList.add("quiet");
    opens.textContent = opens.dataset.again;
    place.parentNode.querySelector("[data-way-back]").hidden = true;
  }
  if (!isAsked) return;
  replace(find("[data-web]", place), draw(now, wish));
  const said = find("[data-own-numbers]", place);
  if (said) said.textContent = inWords([words.now, now], ...(wish ? [[words.wish, wish]] : []));
  const compare = find("[data-compare]", place);
  if (compare) offer(compare, now);
}

/* Two webs on each other ------------------------------------------------------------------------------------------ */

let theirs = { station: "", typed: "" };

function offer(compare, now) {
  if (theirs.station !== compare.dataset.compare) theirs = { station: compare.dataset.compare, typed: "" };
  find("[data-my-signs]", compare).textContent = written(LETTERS.map((letter) => now[letter]));
  const field = find("input", compare);
  if (field.value !== theirs.typed) field.value = theirs.typed;
  lay(compare, now);
}

function others() {
  const four = readSigns(theirs.typed);
  return four && Object.fromEntries(LETTERS.map((letter, at) => [letter, four[at]]));
}

function lay(compare, now) {
  const other = others();
  const place = find("[data-two]", compare);
  place.hidden = !other;
  find("[data-no-such]", compare).hidden = Boolean(other) || theirs.typed.replace(/[^0-9a-z]/gi, "").length < 4;
  if (!other) return;
  replace(find("[data-web]", place), drawTwo(now, other));
  find("[data-two-numbers]", place).textContent = inWords([words.mine, now], [words.theirs, other]);
}

/* Wiring ----------------------------------------------------------------------------------------------------------- */

const numberOf = (now, letter) => ({ label: `${letter} ${words.cultures[letter]}`, value: String(now[letter]) });

document.addEventListener("input", (event) => {
  const compare = event.target.closest("[data-compare]");
  if (!compare) return;
  theirs.typed = event.target.value;
  lay(compare, numbersOf(compare.closest("[data-own-web]")).now);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-large-web]");
  if (!button) return;
  const place = button.closest("[data-own-web]");
  const { now, wish } = numbersOf(place);
  const other = button.closest("[data-two]") && others();
  const picture = other ? drawTwo(now, other) : draw(now, wish);
  showLarge([{ label: "", picture }, ...(other ? [] : LETTERS.map((letter) => numberOf(now, letter)))], button.dataset);
});

export function showWebs(within = document) {
  if (page) for (const place of all("[data-own-web]", within)) show(place);
}

// When the step is over, the other's numbers are.
function follow() {
  if (!find("[data-compare]", document)) theirs = { station: "", typed: "" };
  showWebs();
}

document.addEventListener("kulturspejl:parts", follow);
document.addEventListener("kulturspejl:answers", () => showWebs());
showWebs();
