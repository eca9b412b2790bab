// At a table: what stands in a form on this phone, shown large. Nothing leaves the phone.
import { showLarge } from "/static/shared/large.js";
import { LETTERS } from "/static/shared/web.js";

const words = (node) => (node ? node.textContent.trim() : "");

function profile(form) {
  const said = words(form.querySelector("[data-profile]"));
  const names = (form.querySelector("[data-large]").dataset.names || "").split("|");
  return LETTERS.flatMap((letter, at) => {
    const found = new RegExp(`${letter} = (\\d+)`).exec(said);
    return found ? [{ label: `${letter} ${names[at] || ""}`.trim(), value: found[1] }] : [];
  });
}

function chosen(form) {
  return [...form.querySelectorAll("fieldset")].flatMap((set) => {
    const on = set.querySelector("input:checked");
    return on ? [{ label: words(set.querySelector("legend")), value: words(on.closest("label")) }] : [];
  });
}

const itemsOf = (form) => (form.querySelector("[data-profile]") ? profile(form) : chosen(form));
function told() {
  for (const button of document.querySelectorAll("[data-large]")) {
    button.hidden = !itemsOf(button.closest("form")).length;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-large]");
  if (button) showLarge(itemsOf(button.closest("form")), button.dataset);
});
document.addEventListener("input", told);
document.addEventListener("kulturspejl:parts", told);
told();
