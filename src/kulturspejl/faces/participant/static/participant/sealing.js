// Six words make two keys that tell nothing of each other: one brings somebody back and is sent, one locks their own
// notes and never leaves the device. How, step by step: docs/en/own-file.md. Needs a secure context.
import { base64, bytes, oneOf } from "/static/device/chance.js";

const ROUNDS = 600000;
const VERSION = "1";
const IV = 12;
const BLOCK = 1024; // The length of what is locked says little about how much somebody has written,
const ANSWERS = 4096; // and nothing about what somebody has handed in without a name, or whether they have.
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const encoder = new TextEncoder();

/* Words ------------------------------------------------------------------------------------------------- */

export const ON_A_CARD = 6;
export const tidy = (words) => words.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");

// The first word stands at an even place of the list; the server begins its own cards at the odd ones.
export function choose(list) {
  const first = list.filter((_, place) => place % 2 === 0);
  return [oneOf(first), ...Array.from({ length: ON_A_CARD - 1 }, () => oneOf(list))].join(" ");
}

export const isServers = (words, list) => list.indexOf(tidy(words).split(" ")[0]) % 2 === 1;

/* Keys --------------------------------------------------------------------------------------------------- */

const roomBytes = (room) => Uint8Array.from(room.replace(/-/g, "").match(/../g), (pair) => parseInt(pair, 16));

export async function keysOf(words, room) {
  const salt = roomBytes(room);
  const typed = await crypto.subtle.importKey("raw", encoder.encode(tidy(words)), "PBKDF2", false, ["deriveBits"]);
  const slowly = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  const root = await crypto.subtle.deriveBits(slowly, typed, 256);
  const stem = await crypto.subtle.importKey("raw", root, "HKDF", false, ["deriveBits", "deriveKey"]);
  const from = (info) => ({ name: "HKDF", hash: "SHA-256", salt, info: encoder.encode("kulturspejl.room." + info) });
  const back = await crypto.subtle.deriveBits(from("come-back.1"), stem, 128);
  const lock = { name: "AES-GCM", length: 256 };
  const sealing = await crypto.subtle.deriveKey(from("seal.1"), stem, lock, false, ["encrypt", "decrypt"]);
  return { comeBack: base32(new Uint8Array(back)), sealing };
}

function base32(bytes) {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{1,5}/g).map((five) => BASE32[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/* The locked copy ------------------------------------------------------------------------------------------ */

const about = (room) => encoder.encode("kulturspejl.room.notes." + VERSION + ":" + room);

const bytesOf = (notes) => encoder.encode(JSON.stringify(notes));

// Answers have room of their own, filled or not.
function lengthOf(notes, whole) {
  const own = Object.fromEntries(Object.entries(notes.fields).filter(([name]) => !name.startsWith("answer:")));
  const length = bytesOf({ ...notes, fields: own }).length;
  const answers = Math.max(1, Math.ceil((whole - length) / ANSWERS));
  return Math.ceil((length + 1) / BLOCK) * BLOCK + answers * ANSWERS;
}

export async function seal(notes, key, room) {
  const plain = bytesOf(notes);
  const padded = new Uint8Array(lengthOf(notes, plain.length)).fill(32);
  padded.set(plain);
  const iv = bytes(IV);
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: about(room) }, key, padded);
  return VERSION + "." + base64(new Uint8Array([...iv, ...new Uint8Array(locked)]));
}

// Throws for what another key has locked, and for what somebody has changed.
export async function open(sealed, key, room) {
  const [version, text] = sealed.split(".");
  if (version !== VERSION) throw new Error("another version");
  const whole = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const how = { name: "AES-GCM", iv: whole.slice(0, IV), additionalData: about(room) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, whole.slice(IV))));
}
