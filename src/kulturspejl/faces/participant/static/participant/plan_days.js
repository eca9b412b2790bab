// What somebody brings from a room into their own development plan: the plan's own fields where they are empty, and the
// sheet of the day with its notes in one field of that day. Brought again, it takes the place of what it was, unless
// that has been written on meanwhile: then it stands below it.
const asText = (value) => (typeof value === "string" ? value.trim() : "");
const LONGEST = 4000;

// A short mark of a text, to see whether it has been changed since.
const markOf = (text) => Array.from(text).reduce((mark, sign) => (mark * 31 + sign.codePointAt(0)) % 4294967296, 7);

const later = (field) => Math.max(Date.now(), field ? field.at + 1 : 0);

function below(before, words) {
  if (!before || !asText(before.value) || before.brought === markOf(before.value)) return words;
  if (before.value.includes(words)) return before.value;
  return `${before.value}\n\n${words}`.slice(0, LONGEST);
}

export function taken({ id, name, words, fields, step, partner }, notes) {
  const found = { ...notes.fields };
  const own = { stretch: asText(step), support: asText(partner), ...fields };
  for (const [field, value] of Object.entries(own)) {
    if (asText(value) && !(found[field] && asText(found[field].value))) {
      found[field] = { value: asText(value), at: later(found[field]) };
    }
  }
  if (asText(words)) {
    const day = "day:" + id;
    const value = below(found[day], asText(words));
    const brought = value === asText(words) ? markOf(value) : null;
    if (!found[day] || found[day].value !== value) {
      found[day] = { value, at: later(found[day]), label: name, brought };
    }
  }
  return { ...notes, fields: found };
}
