// A map of one's key relations, drawn of the fields on this device: oneself in the middle, and each as near as it is
// easy to say something hard there. Nothing of it goes anywhere. No page names this file, modules import it.
import { replace } from "/static/shared/replace.js";

const SVG = "http://www.w3.org/2000/svg";
const [MIDDLE, NEAREST, FURTHEST, SIZE] = [160, 62, 132, 24];

function shape(name, attributes, words = "") {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = words;
  return node;
}

const circle = (x, y, name) => shape("circle", { cx: x, cy: y, r: SIZE, class: name });
const words = (x, y, text) => shape("text", { x, y: y + 6, "text-anchor": "middle" }, text);

function numberIn(field) {
  const chosen = field.querySelector("fieldset.scale input:checked");
  return chosen ? Number(chosen.value) : 0;
}

function relationsIn(form) {
  return Array.from(form.querySelectorAll("[data-relation]"), (field) => ({
    name: field.querySelector("input").value.trim(), easy: numberIn(field),
  })).filter(({ name }) => name);
}

function draw(form) {
  const box = form.querySelector("[data-relations]");
  const found = relationsIn(form);
  box.hidden = !found.length;
  if (!found.length) return;
  const nodes = found.flatMap(({ name, easy }, place) => {
    const angle = (2 * Math.PI * place) / found.length - Math.PI / 2;
    const away = easy ? FURTHEST - ((easy - 1) / 4) * (FURTHEST - NEAREST) : FURTHEST;
    const [x, y] = [MIDDLE + away * Math.cos(angle), MIDDLE + away * Math.sin(angle)];
    const line = shape("line", { x1: MIDDLE, y1: MIDDLE, x2: x, y2: y, class: easy ? "" : "is-open" });
    return [line, circle(x, y, ""), words(x, y, name)];
  });
  replace(box.querySelector("svg"), ...nodes, circle(MIDDLE, MIDDLE, "is-me"), words(MIDDLE, MIDDLE, box.dataset.me));
  const given = found.filter(({ easy }) => easy);
  const least = Math.min(...given.map(({ easy }) => easy));
  const hardest = given.filter(({ easy }) => easy === least).map(({ name }) => name).join(", ");
  const said = box.querySelector("[data-relations-said]");
  said.textContent = given.length > 1 ? box.dataset.near.replace("{names}", hardest) : "";
}

const all = () => Array.from(document.forms).filter((form) => form.querySelector("[data-relations]"));

document.addEventListener("input", ({ target }) => {
  if (target.form && target.form.querySelector("[data-relations]")) draw(target.form);
});
document.addEventListener("kulturspejl:parts", () => all().forEach(draw));
document.addEventListener("kulturspejl:forgotten", () => all().forEach(draw));
all().forEach(draw);
