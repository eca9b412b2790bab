// What somebody brings from their own sheet: it stands after the #, which no browser sends anywhere, and is put into
// the fields here, to be read and changed before a room is opened with it.
const brought = new URLSearchParams(window.location.hash.slice(1)).get("trait");
if (brought) {
  for (const field of document.querySelectorAll("[data-brought]")) {
    if (!field.value) field.value = brought.slice(0, field.maxLength);
  }
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}
