// A list of thousands takes its time to travel and to be read: the page says so, and for how long it has been at it.
const LARGE = 100000;
const size = (form) => {
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((field) => [...field.files]);
  const texts = [...form.querySelectorAll("textarea, input[type=hidden]")];
  return files.reduce((sum, file) => sum + file.size, 0) + texts.reduce((sum, field) => sum + field.value.length, 0);
};
let clock = null;
window.addEventListener("submit", (event) => {
  const told = event.target.querySelector("[data-progress]");
  if (event.defaultPrevented || !told || size(event.target) < LARGE) return;
  const began = Date.now();
  const seconds = told.querySelector("[data-seconds]");
  told.hidden = false;
  told.scrollIntoView({ block: "nearest" });
  clearInterval(clock);
  clock = setInterval(() => { seconds.textContent = String(Math.round((Date.now() - began) / 1000)); }, 1000);
});
window.addEventListener("pageshow", () => {
  clearInterval(clock);
  for (const told of document.querySelectorAll("[data-progress]")) told.hidden = true;
});
