// Everything fits on the wall, down to a size that can still be read; what is longer than that is turned by the arrow
// keys up and down. Keys that are pressed here, where a clicker may send them, are
// handed to the desk in the same browser; the wall itself can change nothing.
const SMALLEST = 0.6;
const NEARLY_A_SCREEN = 0.85;
const STEP = 0.05;
const fits = (stage) => stage.scrollHeight <= stage.clientHeight + 1 && stage.scrollWidth <= stage.clientWidth + 1;
const fit = () => {
  for (const stage of document.querySelectorAll("[data-fit]")) {
    stage.removeAttribute("tabindex");
    let size = 1;
    stage.style.setProperty("--fit", size);
    while (size > SMALLEST && !fits(stage)) {
      size -= STEP;
      stage.style.setProperty("--fit", size);
    }
    if (!fits(stage)) stage.tabIndex = 0;
  }
};
fit();
document.addEventListener("kulturspejl:exchanged", fit);
window.addEventListener("resize", fit);
document.fonts?.ready.then(fit);

const fill = document.getElementById("fill");
if (document.documentElement.requestFullscreen) fill.hidden = false;
fill.addEventListener("click", () => {
  document.documentElement.requestFullscreen();
  fill.blur(); // or the space bar of a clicker would press it again
});

// A pointer that rests at the upper edge, as it does after that press, would hold the bar over the title all day.
const RESTS = 3000;
let rest = 0;
function stir() {
  document.body.classList.remove("is-still");
  clearTimeout(rest);
  rest = setTimeout(() => document.body.classList.add("is-still"), RESTS);
}
document.addEventListener("pointermove", stir);
stir();

document.addEventListener("keydown", (event) => {
  const stage = document.querySelector(".stage[tabindex]");
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!stage || !way) return;
  event.preventDefault();
  stage.scrollBy({ top: way * NEARLY_A_SCREEN * stage.clientHeight });
});

function handTo(desk) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === " " && event.target.closest("button")) return;
    desk.postMessage(event.key);
  });
}
const { room } = document.querySelector("[data-room]").dataset;
if (window.BroadcastChannel) handTo(new BroadcastChannel("kulturspejl.desk." + room));
