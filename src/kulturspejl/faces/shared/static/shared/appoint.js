// A button with data-calendar saves its day as a calendar file, made here. Regions of the page come and go: so one
// listener stands for all of them.
import { calendar } from "/static/shared/calendar.js";
import { save } from "/static/shared/own_file.js";

document.documentElement.classList.add("js");
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-calendar][data-day]");
  if (!button) return;
  const { day, title, about, file } = button.dataset;
  save(calendar({ day, title, about }), `${file}.ics`, "text/calendar;charset=utf-8");
});
