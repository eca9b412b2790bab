// What is handed in: with the phone's key, or without a name, and then with a voucher that the key has fetched before.
// No page names this file, modules import it.
import { between, bytes, hex } from "/static/device/chance.js";
import { heard } from "/static/device/live.js";
import { Outbox, post } from "/static/device/outbox.js";
import { list, listed, receipts, room, unlist } from "./kept.js";

const SECRET = 32;
const parts = document.getElementById("parts");
export const forms = () => Array.from(parts.querySelectorAll("form[data-part]"));

/* What has become of an answer: "stored", the server has it; "passed", not handed in; "gone", taken back --------- */

const WAYS = ["stored", "passed", "gone"]; // A part is on one of these lists at most.

export function mark(part, now) {
  for (const way of WAYS) if (way !== now) unlist(way, part);
  if (now) list(now, part);
  keep("refusals", part, undefined);
}

export const waits = (part) => outbox.letters.some((letter) => letter.part === part);

// Why the server did not take an answer in, in its own words, until something else becomes of it; "" for nothing.
export const refusal = (part) => kept("refusals")[part] || "";

export function tell(form) {
  const line = form.querySelector(".sent-line");
  if (!line) return;
  const { part } = form.dataset;
  const way = waits(part) ? "waits" : WAYS.find((one) => listed(one, part));
  line.textContent = (!waits(part) && refusal(part)) || line.dataset[way] || "";
  line.hidden = !line.textContent;
  const [pass, back] = ["[data-pass]", "[data-back-line]"].map((one) => form.querySelector(one));
  if (pass) pass.hidden = waits(part) || listed("stored", part) || listed("passed", part);
  if (back) back.hidden = waits(part) || !listed("stored", part);
  // The server's page says it of what was sent before it was made; what has gone since, the phone knows alone.
  const taken = document.querySelector(`[data-take-back="${part}"]`);
  if (taken && (listed("stored", part) || listed("gone", part))) taken.hidden = !listed("stored", part);
}

// Taking back what stands for the group is a form of its own: from then on nothing of it is stored.
document.addEventListener("submit", ({ target }) => {
  if ("takeBack" in target.dataset) mark(target.dataset.takeBack, "gone");
});

// Not handing in is one tap, and sends nothing.
export function passOver(part) {
  if (!waits(part) && !listed("stored", part)) mark(part, "passed");
  told();
}

function told() {
  forms().forEach(tell);
  document.dispatchEvent(new CustomEvent("kulturspejl:sent"));
}

// What has come too late is not among the answers; its form is gone, so the page says it over what stands there now.
function refuse({ part, back }, words, isLate) {
  const form = forms().find((one) => one.dataset.part === part);
  const line = form ? form.querySelector(".sent-line") : document.getElementById("not-taken");
  if (!back) keep("refusals", part, words);
  room.write("sent_all", ""); // Pressed, but there is something to put right.
  document.dispatchEvent(new CustomEvent("kulturspejl:refused", { detail: { part, isLate } }));
  told();
  line.hidden = !words;
  line.textContent = words;
}

/* Delivering ------------------------------------------------------------------------------------------------------ */

const TOO_LATE = 409; // The room has moved on. Whatever else is refused would stand beside an answer that counts.
const UNSIGNED = { credentials: "omit" };
const kept = (name) => ({ ...receipts.read(name), ...room.read(name) });
const keep = (name, part, value) => {
  for (const place of [room, receipts]) place.write(name, { ...kept(name), [part]: value });
};

// The right to one answer is fetched with the phone's key, the answer is handed in without it.
async function fetchVoucher(part, address) {
  if (kept("vouchers")[part]) return null;
  if (!kept("secrets")[part]) keep("secrets", part, hex(bytes(SECRET)));
  const reply = await post(address, { part, secret: kept("secrets")[part] });
  if (!reply.ok) return reply;
  keep("vouchers", part, reply.content.voucher);
  return null;
}

async function handInUnsigned({ id, part, values, unsigned, voucherAt }) {
  const refused = await fetchVoucher(part, voucherAt);
  return refused || post(unsigned, { id, part, values, voucher: kept("vouchers")[part] }, UNSIGNED);
}

// Nothing was handed in without a voucher, so without one there is nothing to take back.
async function takeOut({ part, back }) {
  const voucher = kept("vouchers")[part];
  return voucher ? post(back, { part, voucher }, UNSIGNED) : { ok: true, status: 200, content: {} };
}

function deliver(letter) {
  if (letter.back) return takeOut(letter);
  if (letter.unsigned) return handInUnsigned(letter);
  return post(letter.address, { id: letter.id, part: letter.part, values: letter.values });
}

export const outbox = new Outbox(room, "outbox", {
  deliver,
  told(state, letter, content, status) {
    if (state === "sending") return;
    heard(state === "stored" || state === "refused");
    if (state === "stored") mark(letter.part, letter.back ? "gone" : "stored");
    if (state === "refused") refuse(letter, content.title || "", status === TOO_LATE);
    else told();
  },
});

export function queue(letter) {
  document.getElementById("not-taken").hidden = true;
  outbox.put(letter);
  told();
}

// Everybody fetches it soon after the step has come, whenever they answer: so having it does not tell who answered.
const soon = new Set();
export function fetchSoon({ dataset: { part, voucher } }) {
  if (soon.has(part)) return;
  soon.add(part);
  // Where the room has moved on meanwhile it is not asked for any more: the server would have to say no.
  const isStill = () => forms().some((form) => form.dataset.part === part);
  setTimeout(() => {
    if (isStill()) fetchVoucher(part, voucher).catch(() => {});
    else soon.delete(part);
  }, between(1000, 10000));
}
