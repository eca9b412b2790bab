// A day, written as people write it: 28. november 2026, 28 November 2026.
const { lang } = document.documentElement;

export const dayOf = (day) => new Date(day + "T12:00:00")
  .toLocaleDateString(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric" });
