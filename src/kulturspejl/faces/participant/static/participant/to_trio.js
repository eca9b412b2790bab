// What a TRIO has written in the room goes along to its own page, in this window alone: there it stands in a form that
// somebody reads and sends. Nothing is sent here. No page names this file, modules import it.
import { windowShelf } from "/static/device/store.js";
import { room } from "./kept.js";

const CARRIED = "carried";

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[data-to-trio]");
  if (!link) return;
  const parts = room.read(CARRIED) || [];
  windowShelf("trio").write("words", Object.assign({}, ...parts.map((part) => room.read("draft." + part) || {})));
});
