// What somebody wrote at home before this day, shown to them again at the check-in where this very browser has it.
import { shelf } from "/static/device/store.js";

function show() {
  const place = document.querySelector("[data-recalled]");
  if (!place) return;
  const kept = shelf("between", place.dataset.recalled, "homework").read(place.dataset.id);
  const words = (kept && kept.words) || {};
  let hasSome = false;
  for (const row of place.querySelectorAll("[data-line]")) {
    const text = words[row.dataset.line];
    row.hidden = typeof text !== "string" || !text.trim();
    if (row.hidden) continue;
    row.querySelector("q").textContent = text;
    hasSome = true;
  }
  place.hidden = !hasSome;
}

document.addEventListener("kulturspejl:parts", show);
show();
