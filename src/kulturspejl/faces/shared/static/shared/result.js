// What is folded on the screen is read on paper: everything opens before printing and folds again after.
const folds = () => document.querySelectorAll("details.fold");
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...folds()].filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
});
// Where a table is wider than the screen, it is said in words too; in a fold it has no width before it is opened.
const hint = () => {
  for (const line of document.querySelectorAll(".scroll-hint")) {
    const table = line.nextElementSibling;
    line.hidden = table.scrollWidth <= table.clientWidth + 1;
  }
};
hint();
addEventListener("resize", hint);
document.addEventListener("toggle", hint, true);
addEventListener("afterprint", () => {
  for (const fold of closed) fold.open = false;
});
