// A button with data-calendar saves its day as a calendar file, made here. Regions of the page come and go: so one
// listener stands for all of them.
import { calendar } from "/static/shared/calendar.js";

document.documentElement.classList.add("js");
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-calendar][data-day]");
  if (!button || button.closest("[data-own]")) return;
  const { day, title, about, file } = button.dataset;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([calendar({ day, title, about })], { type: "text/calendar;charset=utf-8" }));
  link.download = `${file}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
