// The figure and its numbers as a PNG, drawn on a canvas: nothing leaves the device.
import { saveBlob } from "/static/shared/own_file.js";

const WIDTH = 1080;
const EDGE = 72;
const INK = "#1f2a37";
const SOFT = "#55606e";
const FONT = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";

export async function savePicture(svg, lines) {
  const image = await load(svg);
  const height = (WIDTH - 2 * EDGE) * (svg.viewBox.baseVal.height / svg.viewBox.baseVal.width);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const words = layOut(pen, lines);
  canvas.width = WIDTH;
  canvas.height = EDGE * 2 + 80 + height + words.height;
  pen.fillStyle = "#fbf8f2";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  text(pen, lines.title, EDGE, EDGE + 40, "700 46px", INK);
  pen.drawImage(image, EDGE, EDGE + 80, WIDTH - 2 * EDGE, height);
  words.draw(EDGE + 80 + height + 30);
  canvas.toBlob((blob) => saveBlob(blob, "kulturprofil.png"), "image/png");
}

function load(svg) {
  const copy = svg.cloneNode(true);
  copy.querySelectorAll(".web-handle").forEach((handle) => handle.remove());
  copy.setAttribute("width", WIDTH);
  copy.setAttribute("height", WIDTH * (svg.viewBox.baseVal.height / svg.viewBox.baseVal.width));
  const source = new XMLSerializer().serializeToString(copy);
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(source);
  });
}

function layOut(pen, lines) {
  const blocks = [
    ...lines.numbers.map((each) => ["700 34px", INK, each]),
    ...lines.sentences.map((each) => ["400 32px", INK, each]),
    ["700 32px", INK, lines.question],
    ["400 22px", SOFT, lines.credit],
  ].map(([font, color, words]) => {
    const leading = parseInt(font.slice(4), 10) * 1.4;
    return { font, color, rows: wrap(pen, words, font), leading };
  });
  const height = blocks.reduce((sum, block) => sum + block.rows.length * block.leading + 16, 0);
  const draw = (top) => {
    let y = top;
    blocks.forEach((block) => {
      block.rows.forEach((row) => { text(pen, row, EDGE, y, block.font, block.color); y += block.leading; });
      y += 16;
    });
  };
  return { height, draw };
}

function wrap(pen, words, font) {
  pen.font = `${font} ${FONT}`;
  return words.split(" ").reduce((rows, word) => {
    const longer = `${rows[rows.length - 1]} ${word}`.trim();
    if (pen.measureText(longer).width <= WIDTH - 2 * EDGE) return [...rows.slice(0, -1), longer];
    return [...rows, word];
  }, [""]);
}

function text(pen, words, x, y, font, color) {
  pen.font = `${font} ${FONT}`;
  pen.fillStyle = color;
  pen.fillText(words, x, y);
}
