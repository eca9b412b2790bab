// One's own numbers together: a mean for each thing that is measured, and the lowest statement, to begin with.

// As core/writing/numbers.py: halves up, whatever a float makes of them, and always one decimal.
const rounded = (number) => Math.round(Number((10 * number).toFixed(8))) / 10;
const said = (number) => number.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1 });

// As a picture of all has it (core/kinds/base/means.py): the bar is as long as its number says.
function put(row, numbers, { of, least, most }) {
  const mean = rounded(numbers.reduce((whole, one) => whole + one, 0) / numbers.length);
  row.querySelector("td").textContent = numbers.length
    ? of.replace("{number}", said(mean)).replace("{most}", most) : "–";
  row.style.setProperty("--share", numbers.length ? (mean - least) / (most - least) : 0);
}

// `box` has a row for each scale with the ids of its statements; `numberOf(id)` is a number or null for none given.
export function showSums(box, numberOf, statementOf) {
  const given = [];
  for (const row of box.querySelectorAll("tr")) {
    const ids = row.dataset.scale.trim().split(" ");
    const numbers = ids.map((id) => [id, numberOf(id)]).filter(([, number]) => number !== null);
    given.push(...numbers);
    put(row, numbers.map(([, number]) => number), box.dataset);
  }
  box.hidden = given.length < 2;
  if (box.hidden) return;
  const least = Math.min(...given.map(([, number]) => number));
  const [id] = given.find(([, number]) => number === least);
  box.querySelector("[data-lowest-line]").textContent = box.dataset.lowest.replace("{statement}", statementOf(id));
}

// The heaviest of the first column and the scarcest of the second, with all that weigh as much: when both have one.
export function showGap(box, numberOf, nameOf) {
  const columns = Array.from(box.querySelectorAll("[data-scale]"));
  const found = columns.map((column, place) => {
    const all = column.dataset.scale.trim().split(" ").map((id) => [id, numberOf(id)]);
    const weighed = all.filter(([, number]) => number !== null);
    const numbers = weighed.map(([, number]) => number);
    const wanted = place ? Math.min(...numbers) : Math.max(...numbers);
    return { column, wanted, ids: weighed.filter(([, number]) => number === wanted).map(([id]) => id) };
  });
  box.hidden = found.some(({ ids }) => !ids.length);
  if (box.hidden) return;
  for (const { column, wanted, ids } of found) {
    const of = box.dataset.of.replace("{number}", wanted).replace("{most}", box.dataset.most);
    column.textContent = `${ids.map(nameOf).join(", ")} (${of})`;
  }
}
