// A page that follows what happens at the server. A ring of its bell carries a mark, or the page's parts themselves,
// less those that it has brought before; else the page is asked for again, with its reader's own permissions. Its
// regions are exchanged where what the server has drawn is another: `data-key` is the mark of that
// (shared/templatetags/regions.py). What somebody is writing stays where it is, what has focus keeps it, what is
// unfolded stays so.
// No page names this file, modules import it by this very address. On the page's hall: `data-bell`, `data-stamp`;
// `data-every`: also asked for every so many seconds, for what changes with time alone; `data-fresh`: the address of
// the parts alone, whose bell carries them.
import { between } from "/static/device/chance.js";
import { reach } from "/static/device/reach.js";

const FIRST = 3000;
const LONGEST = 30000;
const WITHOUT_BELL = 5000;
const OF_ONE_PAGE = ["csrfmiddlewaretoken", "form_id", "seen"];
const FIELDS = "button, input:not([type=hidden]), textarea, select, summary, a";

const all = (selector, place) => Array.from(place.querySelectorAll(selector));

// Whether the server is heard: lines that say that it is not stand on the page with `data-unheard`.
export function heard(isHeard) {
  for (const words of all("[data-unheard]", document)) words.hidden = isHeard;
}

/* The same button or field before and after: by what it would send, not by where it stands --------------------- */

const sent = (form) => all("[type=hidden]", form)
  .filter((one) => !OF_ONE_PAGE.includes(one.name)).map((one) => one.name + "=" + one.value);

const isOneOfSeveral = (one) => one.tagName === "BUTTON" || one.type === "radio" || one.type === "checkbox";

const mark = (one) => [
  one.tagName, one.id, one.name, one.getAttribute("href"), isOneOfSeveral(one) ? one.value : "",
  ...(one.form ? sent(one.form) : [one.textContent]),
].join("|");

/* What somebody has done to a region since it came -------------------------------------------------------------- */

const isWritten = (one) => "defaultValue" in one && !isOneOfSeveral(one) && one.value !== one.defaultValue;
const isTurned = (one) => "defaultChecked" in one && one.checked !== one.defaultChecked;
const nameOf = (fold) => { const summary = fold.querySelector("summary"); return summary && summary.textContent; };
// A fold with `data-folds` stays open only for whoever is in it.
const staysOpen = (fold) => fold.open && (!("folds" in fold.dataset) || fold.contains(document.activeElement));

function doneTo(region) {
  const fields = all(FIELDS, region);
  return {
    open: all("details", region).filter(staysOpen).map(nameOf),
    written: new Map(fields.filter(isWritten).map((one) => [mark(one), one.value])),
    turned: new Map(fields.filter(isTurned).map((one) => [mark(one), one.checked])),
  };
}

function doAgain(region, { open, written, turned }) {
  for (const fold of all("details", region)) fold.open = fold.open || open.includes(nameOf(fold));
  for (const field of all(FIELDS, region)) {
    const known = mark(field);
    if (written.has(known) && field.value !== written.get(known)) field.value = written.get(known);
    if (turned.has(known)) field.checked = turned.get(known);
  }
}

/* Exchanging ------------------------------------------------------------------------------------------------------ */

function dressAs(place, other) {
  for (const { name } of Array.from(place.attributes)) {
    if (!other.hasAttribute(name) && name !== "open") place.removeAttribute(name);
  }
  for (const { name, value } of Array.from(other.attributes)) {
    if (place.getAttribute(name) !== value && name !== "value") place.setAttribute(name, value);
  }
}

const childWith = (place, node) => Array.from(place.childNodes).find((one) => one.contains(node));

function pathTo(node, place) {
  const path = [];
  for (let one = node; one !== place; one = one.parentNode) path.unshift(one.tagName);
  return path.join(">");
}

// Everything around what is held: so it never leaves the page, and a phone does not fold its keyboard away.
function around(place, other, held, same) {
  dressAs(place, other);
  if (place === held) {
    if (!("value" in held) || held.tagName === "BUTTON") fill(place, other);
    return;
  }
  const [mine, theirs] = [childWith(place, held), childWith(other, same)];
  for (const node of Array.from(place.childNodes)) if (node !== mine) place.removeChild(node);
  let isBefore = true;
  for (const node of Array.from(other.childNodes)) {
    if (node === theirs) isBefore = false;
    else place.insertBefore(node, isBefore ? mine : null);
  }
  around(mine, theirs, held, same);
}

function fill(place, other) {
  place.textContent = "";
  place.append(...Array.from(other.childNodes));
}

function exchange(region, other, hall) {
  const done = doneTo(region);
  const active = document.activeElement;
  const held = region !== active && region.contains(active) ? active : null;
  const known = held && mark(held);
  const same = held && all(FIELDS, other).find((one) => mark(one) === known);
  if (same && pathTo(held, region) === pathTo(same, other)) around(region, other, held, same);
  else {
    dressAs(region, other);
    fill(region, other);
  }
  doAgain(region, done);
  if (!held || region.contains(document.activeElement)) return;
  (all(FIELDS, region).find((one) => mark(one) === known) || hall).focus({ preventScroll: true });
}

// A ring leaves out what it has brought before, and names it (live/carried.py): whether all of that stands here so.
function hasThe(fresh) {
  const named = fresh.querySelector("[data-same]");
  const words = named ? named.dataset.same.split(" ").filter(Boolean) : [];
  return words.every((name, at) => {
    const region = at % 2 ? null : document.querySelector(`[data-region="${name}"]`);
    return !region || region.dataset.key === words[at + 1];
  });
}

/* Following ------------------------------------------------------------------------------------------------------- */

class Live {
  constructor(hall, opened) {
    Object.assign(this, { hall, opened, stamp: hall.dataset.stamp, asked: 0, wait: FIRST, timer: 0 });
    this.isAsking = this.isAskedAgain = false;
    this.address = hall.dataset.fresh || window.location.href;
    document.addEventListener("kulturspejl:page", (event) => this.pressed(event.detail));
    document.addEventListener("kulturspejl:ask", () => this.ask());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.ask(); });
    window.addEventListener("online", () => this.ask());
    window.addEventListener("offline", () => heard(false));
    if (hall.dataset.every) setInterval(() => this.ask(), 1000 * Number(hall.dataset.every));
    if (window.EventSource) this.listen();
    else setInterval(() => this.ask(), WITHOUT_BELL);
  }

  take(fresh) {
    for (const region of all("[data-region]", document)) {
      const other = fresh.querySelector(`[data-region="${region.dataset.region}"]`);
      if (other && other.dataset.key !== region.dataset.key) exchange(region, other, this.hall);
    }
    document.dispatchEvent(new CustomEvent("kulturspejl:exchanged", { detail: fresh }));
  }

  /* Asking: one at a time, for thirty people who are done in the same second are two questions, not thirty ------ */

  async ask() {
    if (this.isAsking) {
      this.isAskedAgain = true;
      return;
    }
    this.isAsking = true;
    clearTimeout(this.timer);
    const mine = (this.asked += 1);
    try {
      await this.fetch(mine);
    } catch (lost) {
      heard(false);
      this.stamp = ""; // What was rung for has not come.
      if (mine === this.asked) this.later(this.wait * between(1, 1.5));
      this.wait = Math.min(this.wait * 2, LONGEST);
    } finally {
      this.isAsking = false;
    }
    if (!this.isAskedAgain) return;
    this.isAskedAgain = false;
    this.ask();
  }

  async fetch(mine) {
    const { ok, status, text } = await reach(this.address, { headers: { Accept: "text/html", "X-Bell": "1" } });
    if (status >= 429) throw new Error("busy");
    heard(true);
    this.wait = FIRST;
    // The room has been deleted, or the name taken off the list: the address itself says what can be done.
    if (status === 404 && this.hall.dataset.fresh) window.location.reload();
    // What has been heard meanwhile may be newer.
    if (ok && mine === this.asked) this.take(parsed(text));
  }

  later(after) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), after);
  }

  // A page that came as the answer to a press. Somebody else's ring may have come while it was under way: then it is
  // older than what has been heard, and an answer that is still awaited would be thrown away.
  pressed(fresh) {
    this.asked += 1;
    heard(true);
    this.take(fresh);
    const hall = fresh.querySelector("[data-bell]");
    if (!hall || hall.dataset.stamp !== this.stamp) this.ask();
  }

  /* Listening: after a lost network a browser listens anew by itself, but it gives up for good where something on the
     way has answered with an error, as a proxy does while the server behind it begins ---------------------------- */

  listen(wait = FIRST) {
    const { bell, fresh } = this.hall.dataset;
    const source = new EventSource(fresh ? `${bell}&seen=${encodeURIComponent(this.stamp)}` : bell);
    let next = wait;
    source.onmessage = (event) => this.rung(event.data);
    source.onopen = () => {
      next = FIRST;
      heard(true);
      // It brings what has been missed: a thousand phones do not ask for it as well.
      if (fresh) clearTimeout(this.timer);
      this.opened();
    };
    source.onerror = () => {
      const isRefused = source.readyState === EventSource.CLOSED;
      if (fresh) heard(false);
      if (fresh && isRefused) this.later(between(0, 1000));
      if (isRefused) setTimeout(() => this.listen(Math.min(2 * next, 2 * LONGEST)), next * between(1, 2));
    };
  }

  // The mark, and under it the page's parts as this reader may see them; without them the page is asked for.
  rung(data) {
    const [stamp, ...page] = data.split("\n");
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    if (!page.length) {
      this.ask();
      return;
    }
    this.asked += 1;
    heard(true);
    const fresh = parsed(page.join("\n"));
    this.take(fresh);
    if (!hasThe(fresh)) this.ask();
  }
}

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

export const follow = (hall, opened = () => {}) => new Live(hall, opened);
