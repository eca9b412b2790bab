// A chosen file is read into the field above it, so that its lines can be seen, counted and mended before sending.
const file = document.getElementById("id_file");
const addresses = document.getElementById("id_addresses");

const decode = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

file?.addEventListener("change", async () => {
  const chosen = file.files[0];
  if (!chosen || chosen.size > 200000) return;
  const typed = addresses.value.trimEnd();
  addresses.value = (typed ? typed + "\n" : "") + decode(await chosen.arrayBuffer()).trim();
  file.value = "";
  addresses.dispatchEvent(new Event("input", { bubbles: true }));
});

// What the browser has put back after "back" is counted too, and what was typed before htmx was there.
document.addEventListener("htmx:load", () => {
  if (addresses.value.trim()) addresses.dispatchEvent(new Event("input", { bubbles: true }));
}, { once: true });
