// A word typed over a long list hides the lines that do not have it in their name. The server does the same by address,
// or where the field stands in a form that is posted by its answer.

function shorten(over, lines, word) {
  const words = word.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const line of lines) {
    const name = line.dataset.name.toLowerCase();
    line.hidden = !words.every((one) => name.includes(one));
    if (!line.hidden) found += 1;
  }
  const said = over.querySelector("[role=status]");
  const text = found ? said.dataset.some : said.dataset.none;
  said.textContent = words.length ? text.replace("{n}", found).replace("{all}", lines.length) : "";
}

function begin() {
  for (const over of document.querySelectorAll("[data-finds]")) {
    const lines = document.getElementById(over.dataset.finds).querySelectorAll("[data-name]");
    const field = over.querySelector("input");
    over.querySelector("button").hidden = true;
    over.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    field.addEventListener("input", () => {
      const whole = over.querySelector("[data-whole]");
      if (whole) whole.hidden = true;
      shorten(over, lines, field.value);
    });
  }
}

// A look that is answered in the page brings its lists anew.
document.addEventListener("taken", begin);
begin();
