// From a room to one's own plan: where this device has opened one, straight to that.
import { isPossible } from "/static/device/lock.js";
import { shelf } from "/static/device/store.js";

const place = document.querySelector("[data-known-plan]");
const known = shelf("plan").read("known");
// A path of ours, and nothing that leads elsewhere.
if (typeof known === "string" && /^\/(own-plan|plan\/\w+|course\/\w+\/plan)$/.test(known)) {
  place.querySelector("a").href = `${known}?at=${place.dataset.at}`;
  place.hidden = false;
}
if (!isPossible) {
  for (const line of document.querySelectorAll("[data-locks]")) line.hidden = true;
  document.querySelector("[data-locks-not]").hidden = false;
}
