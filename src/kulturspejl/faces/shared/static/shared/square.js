// A point in a field of four: two numbers put it there, and it is told in words which field it is in.
const numberOf = (form, axis) => {
  const on = form.querySelector(`[data-axis="${axis}"] input:checked`);
  return on ? Number(on.value) : null;
};

function place(form) {
  const square = form.querySelector(".square");
  const most = form.querySelectorAll('[data-axis="x"] input').length;
  const [x, y] = ["x", "y"].map((axis) => numberOf(form, axis));
  const isThere = x !== null && y !== null;
  const corner = isThere ? `${x > most / 2 ? "high" : "low"}-${y > most / 2 ? "high" : "low"}` : "";
  const dot = square.querySelector(".dot");
  dot.hidden = !isThere;
  if (isThere) {
    dot.style.left = `${(100 * (x - 0.5)) / most}%`;
    dot.style.bottom = `${(100 * (y - 0.5)) / most}%`;
  }
  let said = "";
  for (const one of square.querySelectorAll(".corner")) {
    one.classList.toggle("is-here", one.dataset.corner === corner);
    if (one.dataset.corner === corner) {
      const says = form.querySelector(`[data-says="${corner}"]`);
      said = `${one.textContent.trim()}: ${says ? says.textContent.trim() : ""}`;
    }
  }
  const line = form.querySelector("[data-where]");
  if (line.textContent !== said) line.textContent = said;
}

const all = () => { for (const square of document.querySelectorAll(".square")) place(square.closest("form")); };
document.addEventListener("input", (event) => {
  const form = event.target.closest("form");
  if (form && form.querySelector(".square")) place(form);
});
document.addEventListener("kulturspejl:parts", all);
all();
