// Days as they are kept, 2026-12-08, and as they are read.
// No page names this file, modules import it.
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const isDay = (value) => typeof value === "string" && DAY.test(value)
  && !Number.isNaN(Date.parse(value));

export function dayInWords(value) {
  const how = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return new Date(value + "T12:00:00").toLocaleDateString(document.documentElement.lang, how);
}
