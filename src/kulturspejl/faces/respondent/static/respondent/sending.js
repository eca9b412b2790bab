// A whole answer on its way: admitted with a voucher, then sent without anything that tells whose it is. Fetched when
// somebody begins, or comes back to an answer that waits.
// No page names this file, modules import it.
import { base64, bytes } from "/static/device/chance.js";
import { Later, Outbox, post } from "/static/device/outbox.js";

const FINAL = { 404: "not_known", 409: "spent", 410: "closed", 422: "mend" };
const UNSIGNED = { credentials: "omit" };

// What is not final may be another tomorrow, and the answer waits for it.
async function sent(address, body) {
  const reply = await post(address, body, UNSIGNED);
  if (!reply.ok && !(reply.status in FINAL)) throw new Later(String(reply.status));
  return reply;
}

export class Sending {
  // `told(state, content, letter)`: sending, offline, later, sent, or why it cannot be taken in.
  constructor(store, key, told) {
    this.told = told;
    this.outbox = new Outbox(store, "outbox." + key, {
      deliver: (letter) => this.deliver(letter),
      told: (...state) => this.say(...state),
      isReady: (letter) => Boolean(letter.answers),
      // Kept with its voucher, but no longer on its way: the person decides what now.
      left: ({ id, secret, voucher }) => ({ id, secret, voucher }),
    });
  }

  // The same voucher and the same id for ever: an answer is stored once, however often it is sent.
  put(letter) {
    const waiting = this.outbox.about() || { secret: base64(bytes(32)) };
    this.outbox.put({ ...waiting, ...letter });
  }

  send() { return this.outbox.send(); }

  async deliver(letter) {
    if (!letter.voucher) {
      const reply = await sent(letter.admit, { blinded: letter.secret });
      if (!reply.ok) return reply;
      letter.voucher = reply.content.voucher;
      this.outbox.keep(letter);
    }
    return sent(letter.send, { voucher: letter.voucher, id: letter.id, answers: letter.answers });
  }

  say(state, letter, content, status) {
    const isAway = state === "sending" && navigator.onLine === false;
    const words = { stored: "sent", refused: FINAL[status] };
    this.told(isAway ? "offline" : words[state] || state, content, letter);
  }
}

/* On the page of somebody who answers (`page` is answer.js's, and so are the `tools`) ----------------------------- */

export function sendingFor(page, tools) {
  return new Sending(tools.store, page.key, (...state) => told(page, tools, ...state));
}

function told(page, tools, state, content, letter) {
  if (state === "sent") {
    thank(page, tools, letter.answers);
    return;
  }
  const isWaiting = ["sending", "offline", "later"].includes(state);
  page.setBusy(isWaiting);
  page.now.classList.toggle("warning", !isWaiting);
  page.tell(state === "mend" ? content.title || tools.say(state) : tools.say(state));
  if (state === "closed") tools.toResult().then((way) => page.now.append(way), () => {});
  if (state === "mend") mend(page, content.faults || {});
}

// The server has found something: the screen that it belongs to is shown, with what it says.
function mend({ points, steps, sections }, faults) {
  const of = ({ id }) => Object.keys(faults).filter((name) => name === id || name.startsWith(id + "_"));
  const at = points.find((each) => of(each).length);
  if (!at) return;
  steps.go(sections.indexOf(at.section));
  at.fault(of(at).map((name) => faults[name]).join(" "));
}

function thank(page, { store, showOwn }, answers) {
  page.isDone = true;
  store.remove("draft." + page.key);
  // Only that an answer went out with this code, so that nobody fills it in twice by mistake.
  store.write("sent." + page.key, true);
  const thanks = document.getElementById("thanks");
  const svg = page.form.querySelector(".drag svg.web");
  if (svg) thanks.querySelector(".mine").prepend(svg);
  page.form.remove();
  page.tell("");
  thanks.hidden = false;
  showOwn(thanks, answers, page.form.dataset.unit);
  window.history.replaceState({}, "");
  window.scrollTo(0, 0);
  thanks.querySelector("h1").focus({ preventScroll: true });
}
