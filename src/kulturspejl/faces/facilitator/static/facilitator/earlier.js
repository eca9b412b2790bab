// A team that meets again sees where it stood before. A borrowed room is deleted; what was shown of it, combined, is
// remembered by the device at the desk alone: one line for each meeting and question.
import { shelf } from "/static/device/store.js";
import { dayOf } from "/static/shared/day.js";
import { replace } from "/static/shared/replace.js";

const store = shelf();
const place = document.querySelector("[data-earlier]");
const room = document.querySelector("main").dataset.room;
const KEY = "earlier";
const MOST = 100;
const words = (node) => (node ? node.textContent.trim() : "");

function read() {
  const kept = store.read(KEY);
  return Array.isArray(kept) ? kept : [];
}
const write = (kept) => store.write(KEY, kept);

// What stands on the wall as places on lines: [what was asked, the number in words].
function shownNow() {
  return Array.from(document.querySelectorAll("#on-wall .shown .spans tr")).map((row) => {
    const [before, , after] = row.children;
    const hidden = row.querySelector(".visually-hidden");
    return hidden ? [`${words(before)} – ${words(after)}`, words(hidden)] : [words(before), words(after)];
  });
}

function look() {
  const now = shownNow();
  if (now.length) {
    const others = read().filter((one) => one.room !== room || !now.some(([asked]) => asked === one.asked));
    write([...others, ...now.map(([asked, value]) => ({ room, day: place.dataset.today, asked, value }))].slice(-MOST));
  }
  const asked = now.map(([question]) => question);
  const before = read().filter((one) => one.room !== room && asked.includes(one.asked));
  before.sort((one, other) => (one.day < other.day ? -1 : 1));
  place.hidden = !before.length;
  replace(place.querySelector("tbody"), ...before.map((one) => {
    const row = document.createElement("tr");
    for (const [tag, text] of [["th", dayOf(one.day)], ["td", one.asked], ["td", one.value]]) {
      const cell = document.createElement(tag);
      cell.textContent = text;
      row.append(cell);
    }
    row.firstChild.scope = "row";
    row.lastChild.className = "number";
    return row;
  }));
  const last = before[before.length - 1];
  const told = last ? before.filter((one) => one.room === last.room).map((one) => `${one.asked} ${one.value}`) : [];
  place.querySelector("[data-said]").textContent = last ? `${dayOf(last.day)}: ${told.join(". ")}.` : "";
}

place.querySelector("[data-forget-earlier]").addEventListener("click", () => {
  if (!window.confirm(place.dataset.sure)) return;
  write([]);
  place.hidden = true;
});
document.addEventListener("kulturspejl:exchanged", look);
document.addEventListener("kulturspejl:page", () => setTimeout(look, 0));
look();
