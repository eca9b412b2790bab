// The spider web: drawn by the server, moved here by the formula in docs/en/drawing.md.

export const LETTERS = ["A", "B", "C", "D"];
const find = (selector, place) => place.querySelector(selector);
const all = (selector, place) => Array.from(place.querySelectorAll(selector));

/* Sums as on paper, by letter */

export function sums(answers, prefix) {
  const result = {};
  LETTERS.forEach((letter) => {
    result[letter] = Object.keys(answers)
      .filter((name) => name.startsWith(prefix) && name.endsWith("_" + letter))
      .reduce((sum, name) => sum + answers[name], 0);
  });
  return result;
}

export const preferred = (answers) => sums(answers, "wish_A" in answers ? "wish_" : "pref_");

// A = 21 · B = 9 · C = 12 · D = 18 of 60, in the words of `pattern`, broken only between letters.
export function line(pattern, values, whole) {
  const parts = LETTERS.map((letter) => `${letter}\u00a0=\u00a0${values[letter]}`).join(" · ");
  const [before, after] = pattern.split("{parts}");
  return before + parts + after.replace("{whole}", whole).replace(/ /g, "\u00a0");
}

/* The figure */

const S = Math.SQRT1_2;
const DIRECTIONS = { A: [-S, -S], B: [S, -S], C: [S, S], D: [-S, S] };

export class Web {
  // `words` are { now, preferred, of }: what each profile is called, and how its numbers are said.
  constructor(svg, words) {
    this.svg = svg;
    this.words = words;
    const numbers = svg.dataset;
    this.cx = Number(numbers.cx);
    this.cy = Number(numbers.cy);
    this.radius = Number(numbers.radius);
    this.total = Number(numbers.total);
    this.least = this.max = Number(numbers.max);
    this.sums = {};
  }

  point(letter, value) {
    const reach = (this.radius * value) / this.max;
    return [this.cx + DIRECTIONS[letter][0] * reach, this.cy + DIRECTIONS[letter][1] * reach];
  }

  // `sums` are points as on paper, by letter: of 60 where a question has 10.
  show(kind, sums) {
    this.sums[kind] = sums;
    this.rescale();
    Object.keys(this.sums).forEach((each) => this.draw(each));
    this.describe();
  }

  draw(kind) {
    const corners = LETTERS.map((letter) => {
      const sum = this.sums[kind][letter];
      const at = this.point(letter, sum / 6).map((number) => Math.round(number * 100) / 100);
      const corner = find(`g[data-series="${kind}"][data-letter="${letter}"]`, this.svg);
      corner.setAttribute("transform", `translate(${at.join(" ")})`);
      corner.dataset.value = sum / 6;
      find(`[data-number="${kind}"][data-letter="${letter}"]`, this.svg).textContent = sum;
      return at.join(",");
    });
    find(`polygon[data-series="${kind}"]`, this.svg).setAttribute("points", corners.join(" "));
  }

  // The outer ring is the smallest whole step that holds every value; a step is a sixth of what is possible.
  rescale() {
    const most = (sums) => Math.max(...LETTERS.map((letter) => sums[letter] / 6));
    const highest = Math.max(...Object.values(this.sums).map(most));
    const step = this.total / 6;
    this.max = Math.min(Math.max(Math.ceil(highest / step - 1e-9) * step, this.least), this.total);
    all("[data-ring]", this.svg).forEach((ring) => {
      const value = Number(ring.dataset.ring);
      ring.setAttribute("points", LETTERS.map((letter) => this.point(letter, value).join(",")).join(" "));
      ring.setAttribute("visibility", value > this.max + 1e-9 ? "hidden" : "visible");
    });
    all("[data-ring-label]", this.svg).forEach((label) => {
      const value = Number(label.dataset.ringLabel);
      label.setAttribute("y", this.cy - (S * this.radius * value) / this.max + 12);
      label.setAttribute("visibility", value > this.max + 1e-9 ? "hidden" : "visible");
    });
  }

  // What somebody hears who does not see the figure: whoever moves it says it anew.
  describe() {
    const numbers = (kind) => line(this.words.of, this.sums[kind], 6 * this.total);
    const said = Object.keys(this.sums).map((kind) => `${this.words[kind]}: ${numbers(kind)}.`);
    find("desc", this.svg).textContent = said.join(" ");
  }

  // The same figure in another place is a picture of something else.
  name(title) { find("title", this.svg).textContent = title; }

  // `take(letter, sum)` is asked for what the finger wants, and decides what it gets.
  letDrag(kind, take) {
    const at = (event) => {
      const point = this.svg.createSVGPoint();
      point.x = event.clientX;
      point.y = event.clientY;
      const here = point.matrixTransform(this.svg.getScreenCTM().inverse());
      return [here.x - this.cx, here.y - this.cy];
    };
    const along = (letter, [x, y]) => x * DIRECTIONS[letter][0] + y * DIRECTIONS[letter][1];
    const further = (from) => (best, letter) => (along(letter, from) > along(best, from) ? letter : best);
    const towards = (from) => LETTERS.reduce(further(from));
    const handleOf = (event) => event.target.closest(`g[data-series="${kind}"]`);
    let held = null;
    let max = 0;
    // Without this the page scrolls under the finger and takes the point away: touch-action is not heeded in a drawing.
    const stay = (event) => { if (handleOf(event)) event.preventDefault(); };
    this.svg.addEventListener("touchstart", stay, { passive: false });
    this.svg.addEventListener("pointerdown", (event) => {
      const handle = handleOf(event);
      if (!handle) return;
      event.preventDefault();
      const from = at(event);
      max = this.max;
      // Points in the middle lie on top of each other: the direction of the pull says which is meant.
      held = { letter: Math.hypot(from[0], from[1]) > 40 ? handle.dataset.letter : null };
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      const here = at(event);
      if (!held.letter) {
        if (Math.hypot(here[0], here[1]) < 14) return;
        held.letter = towards(here);
      }
      take(held.letter, Math.round((6 * max * Math.max(0, along(held.letter, here))) / this.radius));
    });
    ["pointerup", "pointercancel"].forEach((name) => this.svg.addEventListener(name, () => { held = null; }));
  }
}
