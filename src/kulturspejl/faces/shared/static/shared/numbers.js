// At a table: what stands in a form on this phone, shown large. Nothing leaves the phone.
import { showLarge } from "/static/shared/large.js";

const words = (node) => (node ? node.textContent.trim() : "");

function chosen(form) {
  return [...form.querySelectorAll("fieldset")].flatMap((set) => {
    const on = set.querySelector("input:checked");
    return on ? [{ label: words(set.querySelector("legend")), value: words(on.closest("label")) }] : [];
  });
}

function told() {
  for (const button of document.querySelectorAll("[data-large]")) {
    button.hidden = !chosen(button.closest("form")).length;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-large]");
  if (button) showLarge(chosen(button.closest("form")), button.dataset);
});
document.addEventListener("input", told);
document.addEventListener("kulturspejl:parts", told);
told();
