// What is sent waits here until the server says that it has it: each letter with an id of its own, so that it is stored
// once however often it is sent. How one letter is delivered, and what is said of it, its page knows.
// No page names this file, modules import it by this very address.
import { between, uuid } from "/static/device/chance.js";
import { reach } from "/static/device/reach.js";

const FIRST = 2000;
const LONGEST = 30000;
const BUSY = [408, 425, 429];

// Reached, but not now: by a status that asks to come again, or because another answered in the server's place.
export class Later extends Error {}

// One sending as JSON. Throws where nobody was reached, and `Later` where it is worth another try.
export async function post(address, body, { credentials = "same-origin" } = {}) {
  const { ok, status, text } = await reach(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    credentials,
    referrerPolicy: credentials === "omit" ? "no-referrer" : "",
    body: JSON.stringify(body),
  });
  if (status >= 500 || BUSY.includes(status)) throw new Later(String(status));
  try {
    return { ok, status, content: JSON.parse(text) };
  } catch (unreadable) {
    // The network's own page to sign in at, or a proxy: whatever it says, our server has not got the letter.
    throw new TypeError("not our server");
  }
}

export class Outbox {
  // `deliver(letter)` gives { ok, status, content }. A letter that was refused goes, but for what `left(letter)` keeps;
  // what is not `isReady` stays where it is. `told(state, letter, content)`: sending, stored, refused, later, offline.
  constructor(shelf, key, { deliver, told, isReady = () => true, left = () => null }) {
    Object.assign(this, { shelf, key, deliver, told, isReady, left, wait: FIRST, isBusy: false, timer: 0 });
    const again = () => { if (!document.hidden) this.again(); };
    ["online", "pageshow"].forEach((name) => window.addEventListener(name, again));
    document.addEventListener("visibilitychange", again);
  }

  // A single letter, not in a list: so it was kept by the program of October 2026 and before.
  get letters() { return [].concat(this.shelf.read(this.key) || []); }

  about(part) { return this.letters.find((one) => one.part === part); }

  write(letters) {
    if (letters.length) this.shelf.write(this.key, letters);
    else this.shelf.remove(this.key);
  }

  // The newest about something takes the place of what still waits about it.
  put(letter) {
    const kept = Object.assign({ id: uuid() }, letter);
    this.write([...this.letters.filter((one) => one.part !== letter.part), kept]);
    this.send();
  }

  // Other words of a letter that is still here; null takes it out.
  keep(letter, newer = letter) {
    this.write(this.letters.map((one) => (one.id === letter.id ? newer : one)).filter(Boolean));
  }

  again() {
    this.wait = FIRST;
    return this.send();
  }

  // One after the other, and never two at once.
  async send() {
    if (this.isBusy) return;
    this.isBusy = true;
    clearTimeout(this.timer);
    let letter = null;
    try {
      while ((letter = this.letters.find(this.isReady))) await this.take(letter);
      this.wait = FIRST;
    } catch (lost) {
      this.timer = setTimeout(() => this.send(), this.wait * between(1, 1.5));
      this.wait = Math.min(this.wait * 2, LONGEST);
      this.told(lost instanceof Later ? "later" : "offline", letter, {});
    } finally {
      this.isBusy = false;
    }
  }

  async take(letter) {
    this.told("sending", letter, {});
    const { ok, status, content } = await this.deliver(letter);
    this.keep(letter, ok ? null : this.left(letter));
    this.told(ok ? "stored" : "refused", letter, content, status);
  }
}
