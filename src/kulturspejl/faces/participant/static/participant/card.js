// The card's code to scan: the same six words as a link. They stand after the #, which no browser sends anywhere.
import { generate } from "./lean-qr.js";

export function toScan(card) {
  const words = card.dataset.words.trim().split(/\s+/).map(encodeURIComponent).join("-");
  const link = `${location.origin}${card.dataset.back}#${words}`;
  const canvas = document.createElement("canvas");
  generate(link).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 });
  canvas.className = "scan";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", card.dataset.says);
  card.append(canvas);
}

const card = document.querySelector("[data-words]");
if (card && card.dataset.words) toScan(card);
