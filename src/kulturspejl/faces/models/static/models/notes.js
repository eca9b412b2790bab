// Notes stay in this browser: they are written to its own store and to nothing else.
(() => {
  const place = document.querySelector("[data-notes]");
  const field = document.getElementById("notes");
  const key = `kulturspejl-notes-${place.dataset.notes}`;
  const said = place.querySelector("[data-forgotten]");
  try {
    field.value = localStorage.getItem(key) || "";
  } catch {
    return; // A browser that keeps nothing shows no field that promises to keep.
  }
  place.hidden = false;
  field.addEventListener("input", () => {
    said.textContent = "";
    if (field.value) localStorage.setItem(key, field.value);
    else localStorage.removeItem(key);
  });
  place.querySelector("[data-forget]").addEventListener("click", () => {
    field.value = "";
    localStorage.removeItem(key);
    said.textContent = said.dataset.says;
    field.focus();
  });
})();
