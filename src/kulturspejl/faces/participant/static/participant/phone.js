// The phone in a room: the page's parts follow the room, what somebody is writing stays, and what is sent is kept
// until the server says that it is stored, once for each id. Works without a secure context.
import { follow, heard } from "/static/device/live.js";
import { clearHere, fill, forgetDraft, keepDraft, valuesOf } from "./filling.js";
import { fetchSoon, forms, mark, outbox, passOver, queue, tell } from "./sending.js";

const main = document.querySelector("main[data-room]");
const parts = document.getElementById("parts");

function dress(form, isNewer) {
  fill(form, isNewer);
  if ("unsigned" in form.dataset) fetchSoon(form);
  tell(form);
}

function begin() {
  forms().forEach((form) => dress(form));
  document.dispatchEvent(new CustomEvent("kulturspejl:parts"));
}

function handIn(form) {
  const { part, unsigned, voucher } = form.dataset;
  const letter = { part, values: valuesOf(form), address: form.getAttribute("action") };
  queue(unsigned === undefined ? letter : { ...letter, unsigned, voucherAt: voucher });
}

// Another page would be the browser's own error.
function stay(event) {
  event.preventDefault();
  heard(false);
  document.getElementById("net").scrollIntoView({ block: "center" });
}

parts.addEventListener("input", (event) => {
  const { form } = event.target; // A field may stand at another form's line.
  if (form && form.matches("[data-part]")) keepDraft(form);
});
parts.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.querySelector("[name=verb][value=take_back]")) {
    const gone = form.elements.namedItem("part").value;
    mark(gone, "");
    forgetDraft(gone);
  }
  if (!form.matches("form[data-part]")) return;
  event.preventDefault();
  if (!("mine" in form.dataset)) handIn(form);
});
// Not handing in is one tap, and sends nothing; taking back goes the way of the answer, with its voucher alone.
parts.addEventListener("click", (event) => {
  const ways = ["[data-pass]", "[data-withdraw]", "a[href]", "[data-clear-here]"];
  const [pass, back, away, clear] = ways.map((one) => event.target.closest(one));
  if (away && !away.target && navigator.onLine === false) stay(event);
  if (clear) clearHere(clear.dataset.clearHere);
  if (pass) passOver(pass.form.dataset.part);
  if (back) queue({ part: back.dataset.withdraw, back: back.closest("[data-back-at]").dataset.backAt });
});
// Another phone has written; where somebody is writing here, their words stay.
document.addEventListener("kulturspejl:notes", () => {
  for (const form of forms()) dress(form, "mine" in form.dataset && !form.contains(document.activeElement));
  begin();
});
document.addEventListener("kulturspejl:exchanged", begin);
document.documentElement.classList.add("js");
begin();
follow(main, () => outbox.again());
outbox.send();
