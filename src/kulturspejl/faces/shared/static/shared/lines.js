// Six lines are marked, and one or two of them are written about: whoever chooses a line gets its fields under it.
// Fields that hold words already stand open.
const MOST = 2;
const all = (selector, place) => Array.from(place.querySelectorAll(selector));
const fieldsOf = (box) => box.closest("[data-lines]").querySelector(`[data-line-fields="${box.dataset.line}"]`);

function show(place) {
  const boxes = all("[data-line]", place);
  for (const box of boxes) fieldsOf(box).hidden = !box.checked;
  const isFull = boxes.filter((box) => box.checked).length >= MOST;
  for (const box of boxes) box.disabled = isFull && !box.checked;
}

function begin() {
  for (const place of all("[data-lines]", document)) {
    for (const box of all("[data-line]", place)) {
      if (all("textarea", fieldsOf(box)).some((field) => field.value.trim())) box.checked = true;
    }
    show(place);
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-line]")) show(event.target.closest("[data-lines]"));
});
document.addEventListener("kulturspejl:parts", begin);
// A form that is cleared says so before it is: nothing is chosen in it any more.
document.addEventListener("reset", () => setTimeout(begin));
begin();
