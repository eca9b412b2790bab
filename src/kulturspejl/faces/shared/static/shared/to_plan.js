// A link with data-to-plan takes its words along to the page that sends them, in this window alone.
// Nothing is sent here.
import { windowShelf } from "/static/device/store.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-to-plan]");
  if (!link) return;
  const { what, who, day, tool, origin, trait } = link.dataset;
  windowShelf("idea").write("words", { what, who, day, tool, origin, trait });
});
