// A chosen file of text is read into the field above it, so that its lines can be seen, counted and mended before
// sending. Workbooks and other encodings go to the server, which puts their lines there after "Look at it".
const decode = (bytes) => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") || text.startsWith("PK\u0003\u0004") ? null : text;
  } catch {
    return null;
  }
};

// The form is exchanged when somebody looks before sending, so its fields are asked for when they are needed.
const addressesNow = () => document.getElementById("id_addresses");

document.addEventListener("change", async ({ target: file }) => {
  const chosen = file.id === "id_file" && file.files[0];
  if (!chosen || chosen.size > 200000) return;
  const text = decode(await new Response(chosen).arrayBuffer()); // Safari 13 has no `arrayBuffer` of a file.
  if (text === null) return;
  const addresses = addressesNow();
  const typed = addresses.value.trimEnd();
  addresses.value = (typed ? typed + "\n" : "") + text.trim();
  file.value = "";
  addresses.dispatchEvent(new Event("input", { bubbles: true }));
});

// What the browser has put back after "back" is counted too, and what was typed before htmx was there.
document.addEventListener("htmx:load", () => {
  const addresses = addressesNow();
  if (addresses.value.trim()) addresses.dispatchEvent(new Event("input", { bubbles: true }));
}, { once: true });
