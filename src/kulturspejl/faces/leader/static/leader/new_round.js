// A chosen file of text is read into the field above it, so that its lines can be seen, counted and mended before
// sending. Workbooks and other encodings go to the server, which puts their lines there after "Look at it".
const file = document.getElementById("id_file");
const addresses = document.getElementById("id_addresses");

const decode = (bytes) => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") || text.startsWith("PK\u0003\u0004") ? null : text;
  } catch {
    return null;
  }
};

file?.addEventListener("change", async () => {
  const chosen = file.files[0];
  if (!chosen || chosen.size > 200000) return;
  const text = decode(await chosen.arrayBuffer());
  if (text === null) return;
  const typed = addresses.value.trimEnd();
  addresses.value = (typed ? typed + "\n" : "") + text.trim();
  file.value = "";
  addresses.dispatchEvent(new Event("input", { bubbles: true }));
});

// What the browser has put back after "back" is counted too, and what was typed before htmx was there.
document.addEventListener("htmx:load", () => {
  if (addresses.value.trim()) addresses.dispatchEvent(new Event("input", { bubbles: true }));
}, { once: true });
