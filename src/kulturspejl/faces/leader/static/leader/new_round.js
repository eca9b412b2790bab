// A chosen file is read into the field above it, so that its lines can be seen, counted and mended before sending.
const decode = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

// The form is exchanged when somebody looks before sending, so its fields are asked for when they are needed.
const addressesNow = () => document.getElementById("id_addresses");

document.addEventListener("change", async ({ target: file }) => {
  const chosen = file.id === "id_file" && file.files[0];
  if (!chosen || chosen.size > 200000) return;
  const addresses = addressesNow();
  const typed = addresses.value.trimEnd();
  addresses.value = (typed ? typed + "\n" : "") + decode(await chosen.arrayBuffer()).trim();
  file.value = "";
  addresses.dispatchEvent(new Event("input", { bubbles: true }));
});

// What the browser has put back after "back" is counted too, and what was typed before htmx was there.
document.addEventListener("htmx:load", () => {
  const addresses = addressesNow();
  if (addresses.value.trim()) addresses.dispatchEvent(new Event("input", { bubbles: true }));
}, { once: true });
