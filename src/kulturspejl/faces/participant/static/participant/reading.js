// What somebody has read of a course's list: a tick in this browser, and nowhere else.
import { shelf } from "/static/device/store.js";

const list = document.querySelector("[data-reading]");
const mine = list && shelf("between", list.dataset.reading, "read");

for (const box of list ? list.querySelectorAll("[data-read]") : []) {
  box.checked = mine.read(box.dataset.read) === true;
  box.addEventListener("change", () => {
    if (box.checked) mine.write(box.dataset.read, true);
    else mine.remove(box.dataset.read);
  });
}

document.documentElement.classList.add("js");
