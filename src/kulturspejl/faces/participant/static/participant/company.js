// In a room that nobody checks: who has come in since this phone sent, and what it sent at an earlier step that is not
// shown yet. Both are known to this phone alone.
import { listed, room } from "./kept.js";

const all = (selector) => Array.from(document.querySelectorAll(selector));
const here = () => all("[data-here]").map((name) => name.textContent);

// Names as often as they are there: a second Bo is somebody else.
function newcomers(before) {
  const left = before.slice();
  return here().filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function tellWhoCame() {
  const line = document.querySelector("[data-came]");
  if (!line) return;
  const asked = all("form[data-unsigned]").map((form) => form.dataset.part);
  const open = [...asked, ...all("[data-unshown]").map((one) => one.dataset.unshown)];
  const since = room.read("company") || {};
  const lists = open.filter((part) => listed("stored", part) && since[part]).map((part) => newcomers(since[part]));
  const names = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  const words = names.length === 1 ? line.dataset.one : line.dataset.more;
  line.hidden = !names.length;
  line.textContent = names.length ? words.replace("{names}", names.join(", ")) : "";
}

function look() {
  for (const part of all("[data-unshown]")) part.hidden = !listed("stored", part.dataset.unshown);
  tellWhoCame();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("unsigned" in form.dataset) || !here().length) return;
  room.write("company", { ...(room.read("company") || {}), [form.dataset.part]: here() });
});
document.addEventListener("kulturspejl:parts", look);
document.addEventListener("kulturspejl:sent", look);
look();
