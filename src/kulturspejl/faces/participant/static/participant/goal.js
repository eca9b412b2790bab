// What somebody came for: asked once, kept on the phone like everything that is one's own, and shown again at the end.
import { read, write } from "./notes.js";

function show() {
  const goal = read("goal") || "";
  const said = document.querySelector("[data-goal-said]");
  if (said) {
    said.hidden = !goal.trim();
    said.querySelector("q").textContent = goal;
  }
  const place = document.querySelector("[data-goal-box]");
  if (!place) return;
  const field = place.querySelector("textarea");
  if (field !== document.activeElement) field.value = goal;
  // Before the day begins there is time for it; later the question waits in its fold.
  if (!place.dataset.seen && "waits" in place.dataset && !goal.trim()) place.querySelector("details").open = true;
  place.dataset.seen = "1";
}

document.addEventListener("input", (event) => {
  if (event.target.closest("[data-goal-box]")) write("goal", event.target.value);
});
document.addEventListener("submit", (event) => {
  const place = event.target.closest("[data-goal-box]");
  if (!place) return;
  event.preventDefault();
  place.querySelector("details").open = false;
  place.querySelector("summary").focus();
  document.dispatchEvent(new CustomEvent("kulturspejl:noted"));
});
document.addEventListener("kulturspejl:parts", show);
show();
