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

// What stands in a form as an appointment: its first day, and every line that was written.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-calendar-of-form]");
  if (!button) return;
  const form = button.closest("form");
  const day = form.querySelector("input[type=date]");
  day.required = true;
  const isThere = day.reportValidity();
  day.required = false;
  if (!isThere) return;
  const lines = Array.from(form.querySelectorAll("textarea")).filter((field) => field.value.trim())
    .map((field) => `${form.querySelector(`label[for="${field.id}"]`).textContent} ${field.value.trim()}`);
  const { title, file } = button.dataset;
  save(calendar({ day: day.value, title, about: lines.join("\n") }), `${file}.ics`, "text/calendar;charset=utf-8");
});
