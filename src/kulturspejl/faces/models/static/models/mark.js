// The reader's own mark in the figure. It stays in this browser, as notes do, and is written to nothing else.
import { shelf } from "/static/device/store.js";

const form = document.querySelector("[data-mark]");
const store = shelf("mark");
const fields = [...form.querySelectorAll("input")];
const marks = [...document.querySelectorAll("[data-own]")];
const told = form.querySelector("[data-told]");
const placed = (values, mark) => [mark.dataset.x, mark.dataset.y].every((scale) => Number.isFinite(values[scale]));
const on = (data, name, values) => Number(data[`${name}Zero`]) + Number(data[`${name}Each`]) * values[data[name]];

const words = (field, value) => {
  if (!Number.isFinite(value)) return "";
  if (Number(field.min) > 0) return String(value);
  return value ? `${value < 0 ? field.dataset.low : field.dataset.high} ${Math.abs(value)}` : form.dataset.middle;
};
const draw = (values) => {
  for (const mark of marks) {
    const is = placed(values, mark);
    mark.setAttribute("visibility", is ? "visible" : "hidden");
    const [x, y] = ["x", "y"].map((scale) => on(mark.dataset, scale, values));
    if (is) mark.setAttribute("transform", `translate(${x} ${y})`);
  }
  fields.forEach((field, place) => {
    const said = words(field, values[place]);
    field.parentElement.querySelector("output").textContent = said;
    if (said) field.setAttribute("aria-valuetext", said);
    else field.removeAttribute("aria-valuetext");
  });
};
store.adopt(form.dataset.mark, `kulturspejl-mark-${form.dataset.mark}`);
const kept = store.read(form.dataset.mark) || [];
let values = fields.map((field, place) => {
  const value = kept[place];
  return Number.isInteger(value) && value >= Number(field.min) && value <= Number(field.max) ? value : null;
});
fields.forEach((field, place) => {
  if (values[place] !== null) field.value = values[place];
  field.addEventListener("input", () => {
    values[place] = Number(field.value);
    store.write(form.dataset.mark, values);
    told.textContent = "";
    draw(values);
  });
});
form.querySelector("[data-remove]").addEventListener("click", () => {
  values = fields.map(() => null);
  store.remove(form.dataset.mark);
  form.reset();
  draw(values);
  told.textContent = form.dataset.says;
});
form.hidden = false;
draw(values);
