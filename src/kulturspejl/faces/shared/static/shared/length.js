// A long text is not cut without a word: near the end of what a field holds, the page says how many signs are left.
// The words stand in the page once, at [data-signs-left]; fields come and go, so one listener stands for all of them.

const LONG = 100;
const NEAR = 0.2;
const said = document.querySelector("[data-signs-left]");
const lines = new WeakMap();

function lineOf(field) {
  if (!lines.has(field)) {
    const line = document.createElement("p");
    line.className = "hint signs-left";
    line.setAttribute("role", "status");
    field.after(line);
    lines.set(field, line);
  }
  return lines.get(field);
}

document.addEventListener("input", ({ target: field }) => {
  const most = field.maxLength;
  if (!(most >= LONG)) return;
  const left = most - field.value.length;
  const some = left === 1 ? said.dataset.signsOne : said.dataset.signsLeft.replace("{n}", left);
  const words = left > most * NEAR ? "" : some;
  if (words || lines.has(field)) lineOf(field).textContent = words;
});
