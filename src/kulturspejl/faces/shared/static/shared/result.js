// What is folded on the screen is read on paper: everything opens before printing and folds again after.
const folds = () => document.querySelectorAll("details.fold");
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...folds()].filter((fold) => !fold.open);
  for (const fold of closed) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of closed) fold.open = false;
});
