// At most three sentences and one question for one person, as read_person in core/instruments/allocation/reading.py
// chooses them;
// tests/journeys/test_try_alone.py holds the two together. The words are content and stand in the page.
import { LETTERS } from "/static/shared/web.js";

export function read(now, wish, whole, texts) {
  const most = Math.max(...LETTERS.map((letter) => now[letter]));
  const tie = LETTERS.filter((letter) => now[letter] === most);
  // A sentence about one culture may have a wording of its own for it: own_question_gap_A.
  const wording = (key, values) => texts.templates[`${key}_${values.culture}`] || texts.templates[key];
  const write = (key, values) => fill(wording(key, values), values, texts);
  const sentences = [
    tie.length > 1
      ? write("own_tie", { cultures: tie, sum: most, of: whole })
      : write("own_dominant", { culture: tie, sum: most, of: whole }),
  ];
  const gap = (letter) => wish[letter] - now[letter];
  const more = LETTERS.reduce((best, letter) => (gap(letter) > gap(best) ? letter : best));
  const less = LETTERS.reduce((best, letter) => (gap(letter) < gap(best) ? letter : best));
  if (gap(more) <= 0) {
    return { sentences: [...sentences, write("own_content", {})], question: write("own_question", { culture: tie }) };
  }
  sentences.push(write("own_more", { culture: [more], points: gap(more) }));
  sentences.push(write("own_less", { culture: [less], points: -gap(less) }));
  return { sentences, question: write("own_question_gap", { culture: [more] }) };
}

function fill(template, values, texts) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return Array.isArray(value) ? value.map((letter) => texts.inner[letter]).join(texts.and) : String(value);
  });
}
