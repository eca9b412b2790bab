// Clocks that the device runs by itself: from the moment the server gave, by the server's time, so that all devices
// show the same second and a lost network stops nothing. Only how long ago that was is measured here, so it does not
// matter what the device's own clock says, nor that somebody sets it. Parts of the page may be exchanged at any time.
let ahead = Date.parse(document.querySelector("[data-now]").dataset.now) - performance.now();
const now = () => performance.now() + ahead;
const two = (number) => String(number).padStart(2, "0");
const written = (seconds) => {
  const left = Math.max(0, Math.ceil(seconds));
  return Math.floor(left / 60) + ":" + two(left % 60);
};
const put = (node, text) => {
  if (node && node.textContent !== text) node.textContent = text;
};
// When the time is over, `data-over` says so in words; "{time}" in it is how long ago.
const clock = (node) => {
  const ends = node.dataset.endsAt;
  const left = ends ? (Date.parse(ends) - now()) / 1000 : Number(node.dataset.seconds);
  const over = left <= 0 && node.dataset.over;
  put(node, over ? over.replace("{time}", written(-left)) : written(left));
  node.classList.toggle("is-over", left <= 0);
};
// The same as core/choreography/clocks.stage_at: minutes of each stage, seconds walked, the stage and what is left.
const walk = (node) => {
  const since = node.dataset.since;
  let left = Number(node.dataset.walked) + (since ? Math.max(0, (now() - Date.parse(since)) / 1000) : 0);
  const stages = node.dataset.stages.split(",").map(Number);
  let at = 0;
  while (at < stages.length && left >= 60 * stages[at]) {
    left -= 60 * stages[at];
    at += 1;
  }
  node.querySelectorAll("[data-stage]").forEach((stage, place) => { stage.hidden = place !== at; });
  put(node.querySelector("[data-left]"), at < stages.length ? written(60 * stages[at] - left) : "");
};
const turn = () => {
  document.querySelectorAll("[role=timer]").forEach(clock);
  document.querySelectorAll("[data-walk]").forEach(walk);
};
// Each page that comes says the time again. It was a little later when it arrived, so the latest guess is the best:
// a page that was long under way changes nothing, and one that comes after a sleep sets the clock right.
document.addEventListener("kulturspejl:exchanged", (event) => {
  const said = event.detail.querySelector("[data-now]");
  if (said) ahead = Math.max(ahead, Date.parse(said.dataset.now) - performance.now());
  turn();
});
turn();
setInterval(turn, 250);
