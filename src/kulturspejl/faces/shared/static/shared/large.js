// Own numbers as large as the phone is, one at a time: to hold up, or to stand on along a line; and the own web first,
// where there is one. Nothing is sent.

const make = (tag, classes, words = "") => {
  const node = document.createElement(tag);
  node.className = classes;
  node.textContent = words;
  return node;
};

// `items` are { label, value }, or { label, picture } with a drawing that is shown in its place.
// `says` are the words of the buttons: { next, before, close, title }.
export function showLarge(items, says) {
  const dialog = make("dialog", "large");
  const label = make("p", "large-label");
  const value = make("p", "large-value");
  const place = make("p", "large-place muted");
  const row = make("div", "row");
  const [before, next, close] = ["before", "next", "close"].map((name) => make("button", "quiet small", says[name]));
  for (const button of [before, next, close]) button.type = "button";
  row.append(before, next, close);
  dialog.append(label, value, place, row);
  dialog.setAttribute("aria-label", says.title);
  value.setAttribute("role", "status");
  let at = 0;
  const show = (where) => {
    at = (where + items.length) % items.length;
    label.textContent = items[at].label;
    const { picture, value: said = "" } = items[at];
    value.textContent = said;
    value.classList.toggle("is-words", said.length > 3);
    value.classList.toggle("is-picture", Boolean(picture));
    if (picture) value.append(picture);
    place.textContent = items.length > 1 ? `${at + 1} / ${items.length}` : "";
    before.hidden = next.hidden = items.length < 2;
  };
  before.addEventListener("click", () => show(at - 1));
  next.addEventListener("click", () => show(at + 1));
  close.addEventListener("click", () => (dialog.close ? dialog.close() : dialog.remove()));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(at + 1);
    if (event.key === "ArrowLeft") show(at - 1);
  });
  dialog.addEventListener("close", () => dialog.remove());
  show(0);
  document.body.append(dialog);
  // Below Safari 15.4 and Firefox 98 there is no such window: it then lies over the page by itself (large.css).
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}
