// Chance on the device: ids and secrets that nobody guesses. Plain http has no `crypto.randomUUID`, but the bytes.
// No page names this file, modules import it by this very address.

export const bytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export const hex = (raw) => Array.from(raw, (byte) => byte.toString(16).padStart(2, "0")).join("");

export function base64(raw) {
  let signs = "";
  for (const byte of raw) signs += String.fromCharCode(byte);
  return btoa(signs);
}

export function uuid() {
  const raw = bytes(16);
  raw[6] = (raw[6] & 15) | 64;
  raw[8] = (raw[8] & 63) | 128;
  return hex(raw).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// One of a list of at most 65,536, each as likely as the other.
export function oneOf(list) {
  const most = 65536 - (65536 % list.length);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint16Array(1));
    if (drawn < most) return list[drawn % list.length];
  }
}

// A moment, never a secret: so that a thousand phones do not all ask in the same second.
export const between = (least, most) => least + Math.random() * (most - least);
