// What is wrong with a field is told as soon as somebody leaves it: the server reads the exercise as it stands, and
// it says of the fields that have been left is put in. Nothing is saved by it; without it the button says so.
import { reach } from "/static/device/reach.js";

const form = document.querySelector(".exercise-form");
const left = new Set();
const fieldOf = (root, name) => root.querySelector(`[data-field="${CSS.escape(name)}"]`);

function tell(mine, theirs) {
  const [old, fault] = [mine, theirs].map((one) => one.querySelector(".fault"));
  if (old?.textContent === fault?.textContent) return;
  old?.remove();
  if (fault) mine.append(document.importNode(fault, true));
  for (const input of mine.querySelectorAll("input, textarea, select")) {
    if (fault) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    if (fault) input.setAttribute("aria-describedby", fault.id);
  }
}

async function look() {
  const typed = new FormData(form);
  typed.set("do", "check");
  const reply = await reach(location.href, { method: "POST", body: typed }).catch(() => null);
  if (!reply?.ok) return;
  const page = new DOMParser().parseFromString(reply.text, "text/html");
  for (const name of left) {
    const [mine, theirs] = [document, page].map((root) => fieldOf(root, name));
    if (mine && theirs) tell(mine, theirs);
  }
}

form.addEventListener("change", ({ target }) => {
  const field = target.closest("[data-field]");
  if (!field) return;
  left.add(field.dataset.field);
  look();
});
