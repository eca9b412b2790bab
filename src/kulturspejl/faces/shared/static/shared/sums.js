// One's own numbers together: a mean for each thing that is measured, and the lowest statement, to begin with.

const said = (number) => number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

// `box` has a row for each scale with the ids of its statements; `numberOf(id)` is a number or null for none given.
export function showSums(box, numberOf, statementOf) {
  const given = [];
  for (const row of box.querySelectorAll("tr")) {
    const ids = row.dataset.scale.trim().split(" ");
    const numbers = ids.map((id) => [id, numberOf(id)]).filter(([, number]) => number !== null);
    given.push(...numbers);
    const mean = numbers.reduce((whole, [, number]) => whole + number, 0) / numbers.length;
    row.querySelector("td").textContent = numbers.length
      ? box.dataset.of.replace("{number}", said(mean)).replace("{most}", box.dataset.most) : "–";
    row.style.setProperty("--share", numbers.length ? mean / Number(box.dataset.most) : 0);
  }
  box.hidden = given.length < 2;
  if (box.hidden) return;
  const least = Math.min(...given.map(([, number]) => number));
  const [id] = given.find(([, number]) => number === least);
  box.querySelector("[data-lowest-line]").textContent = box.dataset.lowest.replace("{statement}", statementOf(id));
}
