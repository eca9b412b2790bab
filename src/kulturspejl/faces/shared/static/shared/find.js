// A word typed over a long list hides the lines that do not have it in their name. The server does the same by address.

function shorten(form, lines, word) {
  const words = word.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const line of lines) {
    const name = line.dataset.name.toLowerCase();
    line.hidden = !words.every((one) => name.includes(one));
    if (!line.hidden) found += 1;
  }
  const said = form.querySelector("[role=status]");
  const text = found ? said.dataset.some : said.dataset.none;
  said.textContent = words.length ? text.replace("{n}", found).replace("{all}", lines.length) : "";
}

for (const form of document.querySelectorAll("form[data-finds]")) {
  const lines = document.getElementById(form.dataset.finds).querySelectorAll("[data-name]");
  const field = form.querySelector("input");
  form.querySelector("button").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    const whole = form.querySelector("[data-whole]");
    if (whole) whole.hidden = true;
    shorten(form, lines, field.value);
  });
}
