// One A4 page as a PDF: the same drawing as vectors, the words as text that can be selected, read aloud and searched.
// Written by hand because it happens on the device and a library would weigh more than the whole page.

import { saveBlob } from "/static/shared/own_file.js";

const WIDTH = 595.28;
const HEIGHT = 841.89;
const EDGE = 56;
const FIGURE = 296;

export function savePdf(svg, lines) {
  saveBlob(new Blob([makePdf(svg, lines)], { type: "application/pdf" }), "kulturprofil.pdf");
}

function makePdf(svg, lines) {
  const page = new Page();
  let y = page.words(lines.title, { size: 22, bold: true, top: EDGE, tag: "H1" });
  y = page.words(lines.made, { size: 10, top: y + 2, ink: "#55606e" });
  const box = svg.viewBox.baseVal;
  const scale = FIGURE / box.width;
  page.figure(svg, { x: (WIDTH - FIGURE) / 2, top: y + 8, scale, name: lines.numbers.join(". ") });
  y += 8 + box.height * scale + 14;
  lines.numbers.forEach((each) => { y = page.words(each, { size: 13, bold: true, top: y }); });
  lines.sentences.forEach((each) => { y = page.words(each, { size: 12, top: y + 5 }); });
  y = page.words(lines.asks, { size: 12, bold: true, top: y + 14, tag: "H2" });
  y = page.words(lines.question, { size: 13, top: y + 2 });
  page.words(lines.credit, { size: 8.5, top: HEIGHT - EDGE - 24, ink: "#55606e" });
  return assemble(page, lines);
}

/* A page: what is drawn, and the tree of headings, paragraphs and the figure for those who listen */

class Page {
  constructor() {
    this.ops = [];
    this.tree = [];
    this.opacities = new Map();
    this.pen = document.createElement("canvas").getContext("2d");
  }

  words(text, { size, top, bold = false, ink = "#1f2a37", tag = "P" }) {
    const rows = this.wrap(text, size, bold);
    this.open(tag);
    rows.forEach((row, n) => this.put(row, EDGE, HEIGHT - top - size - n * size * 1.35, { size, bold, ink }));
    this.close();
    return top + rows.length * size * 1.35 + size * 0.25;
  }

  open(tag, alt = "") {
    this.ops.push(`/${tag} <</MCID ${this.tree.length}>> BDC`);
    this.tree.push({ tag, alt });
  }

  close() { this.ops.push("EMC"); }

  put(text, x, y, { size, bold, ink }) {
    this.ops.push(letters(text, { size, bold, ink, turned: 1, x, y }));
  }

  width(text, size, bold) {
    // These families share Helvetica's widths, which every PDF reader has.
    this.pen.font = `${bold ? "bold" : "normal"} 100px Helvetica, Arial, "Liberation Sans"`;
    return (this.pen.measureText(text).width * size) / 100;
  }

  wrap(text, size, bold) {
    return text.split(" ").reduce((rows, word) => {
      const longer = `${rows[rows.length - 1]} ${word}`.trim();
      if (this.width(longer, size, bold) <= WIDTH - 2 * EDGE) return [...rows.slice(0, -1), longer];
      return [...rows, word];
    }, [""]);
  }

  figure(svg, { x, top, scale, name }) {
    this.open("Figure", name);
    this.ops.push(`q ${n(scale)} 0 0 ${n(-scale)} ${n(x)} ${n(HEIGHT - top)} cm`);
    Array.from(svg.children).forEach((node) => this.draw(node, {}));
    this.ops.push("Q");
    this.close();
  }

  /* SVG to PDF, for the few things that drawing/spider.py draws */

  draw(node, above) {
    const style = inherit(node, above);
    if (style.visibility === "hidden" || node.classList.contains("web-handle")) return;
    const move = matrix(node.getAttribute("transform"));
    if (move) this.ops.push("q", `${move.map(n).join(" ")} cm`);
    if (node.tagName === "g") Array.from(node.children).forEach((child) => this.draw(child, style));
    else if (node.tagName === "text") this.label(node, style);
    else if (outline(node)) this.shape(outline(node), style);
    if (move) this.ops.push("Q");
  }

  shape(path, style) {
    const fill = color(style.fill || "#000000");
    const stroke = color(style.stroke);
    if (!fill && !stroke) return;
    this.ops.push("q", `/${this.opacity(style["fill-opacity"] || "1")} gs`);
    if (fill) this.ops.push(paint(fill, "rg"));
    if (stroke) {
      const dash = (style["stroke-dasharray"] || "").trim();
      this.ops.push(`${paint(stroke, "RG")} ${n(style["stroke-width"] || 1)} w 1 j [${dash}] 0 d`);
    }
    this.ops.push(path, fill && stroke ? "B" : fill ? "f" : "S", "Q");
  }

  opacity(value) {
    if (!this.opacities.has(value)) this.opacities.set(value, `G${this.opacities.size}`);
    return this.opacities.get(value);
  }

  label(node, style) {
    const size = Number(style["font-size"] || 14);
    const bold = Number(style["font-weight"] || 400) >= 600;
    const text = node.textContent;
    const anchor = style["text-anchor"];
    const back = anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
    const x = Number(node.getAttribute("x")) - back * this.width(text, size, bold);
    const drop = node.getAttribute("dominant-baseline") === "central" ? size * 0.35 : 0;
    const y = Number(node.getAttribute("y")) + drop;
    // The page is upside down inside a figure, so letters are turned back.
    this.ops.push(letters(text, { size, bold, ink: color(style.fill) || "#000000", turned: -1, x, y }));
  }
}

function letters(text, { size, bold, ink, turned, x, y }) {
  const font = `/${bold ? "F2" : "F1"} ${n(size)} Tf ${paint(ink, "rg")}`;
  return `BT ${font} 1 0 0 ${turned} ${n(x)} ${n(y)} Tm (${encode(text)}) Tj ET`;
}

const INHERITED = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "font-size", "font-weight", "text-anchor",
  "visibility",
];

function inherit(node, above) {
  const style = Object.assign({}, above);
  INHERITED.forEach((name) => { if (node.hasAttribute(name)) style[name] = node.getAttribute(name); });
  return style;
}

// Paper colours stand in the drawing as what a colour falls back to.
function color(value) {
  const hex = /#[0-9a-f]{6}/i.exec(value || "");
  return hex ? hex[0] : "";
}

function paint(hex, operator) {
  return [1, 3, 5].map((at) => n(parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ") + " " + operator;
}

function matrix(transform) {
  if (!transform) return null;
  const [, name, inside] = /(\w+)\(([^)]*)\)/.exec(transform);
  const [a, b = 0, c = 0] = inside.split(/[ ,]+/).map(Number);
  if (name === "translate") return [1, 0, 0, 1, a, b];
  const turn = (a * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [cos, sin, -sin, cos, b - cos * b + sin * c, c - sin * b - cos * c];
}

function outline(node) {
  const number = (name) => Number(node.getAttribute(name));
  if (node.tagName === "line") return `${n(number("x1"))} ${n(number("y1"))} m ${n(number("x2"))} ${n(number("y2"))} l`;
  if (node.tagName === "rect") return ["x", "y", "width", "height"].map((name) => n(number(name))).join(" ") + " re";
  if (node.tagName === "circle") return circle(number("cx"), number("cy"), number("r"));
  if (node.tagName === "polygon") {
    const pairs = node.getAttribute("points").trim().split(/\s+/);
    const points = pairs.map((pair) => pair.split(",").map(Number).map(n).join(" "));
    return `${points[0]} m ${points.slice(1).map((point) => `${point} l`).join(" ")} h`;
  }
  return node.tagName === "path" ? path(node.getAttribute("d")) : "";
}

function path(d) {
  const arc = /A([\d.]+)/.exec(d);
  if (arc) return circle(0, 0, Number(arc[1]));
  let [x, y] = [0, 0];
  return (d.match(/[MLHVZ][^MLHVZ]*/gi) || []).map((part) => {
    const [a, b] = part.slice(1).trim().split(/[ ,]+/).map(Number);
    const kind = part[0].toUpperCase();
    const [fromX, fromY] = part[0] === kind ? [0, 0] : [x, y];
    if (kind === "Z") return "h";
    if (kind !== "V") x = fromX + a;
    if (kind !== "H") y = fromY + (kind === "V" ? a : b);
    return `${n(x)} ${n(y)} ${kind === "M" ? "m" : "l"}`;
  }).join(" ");
}

function circle(x, y, r) {
  const k = 0.5523 * r;
  const curve = (...numbers) => numbers.map(n).join(" ") + " c";
  return [
    `${n(x + r)} ${n(y)} m`,
    curve(x + r, y + k, x + k, y + r, x, y + r), curve(x - k, y + r, x - r, y + k, x - r, y),
    curve(x - r, y - k, x - k, y - r, x, y - r), curve(x + k, y - r, x + r, y - k, x + r, y), "h",
  ].join(" ");
}

/* The file */

const n = (value) => String(Math.round(Number(value) * 1000) / 1000);

// WinAnsi, the alphabet of the fonts that every reader has: æ ø å and the signs below.
const SIGNS = {
  "–": 0x96, "—": 0x97, "’": 0x92, "‘": 0x91, "“": 0x93, "”": 0x94, "…": 0x85, "•": 0x95, "€": 0x80, "−": 0x2d,
};

function encode(text) {
  return Array.from(text, (sign) => {
    const code = SIGNS[sign] || sign.codePointAt(0);
    const safe = code < 256 ? code : 0x3f;
    return safe >= 32 && safe < 127 && !"()\\".includes(String.fromCharCode(safe))
      ? String.fromCharCode(safe)
      : "\\" + safe.toString(8).padStart(3, "0");
  }).join("");
}

const inHex = (sign) => sign.charCodeAt(0).toString(16).padStart(4, "0");
const utf16 = (text) => `<FEFF${Array.from(text).map(inHex).join("")}>`;

function assemble(page, { title, language }) {
  const content = page.ops.join("\n");
  const first = 10;
  const opacity = ([value, name]) => `/${name} << /Type /ExtGState /ca ${n(value)} >>`;
  const opacities = Array.from(page.opacities, opacity).join(" ");
  const kids = page.tree.map((_, at) => `${first + at} 0 R`);
  const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /MarkInfo << /Marked true >> /StructTreeRoot 8 0 R `
      + "/ViewerPreferences << /DisplayDocTitle true >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /StructParents 0 /Tabs /S `
      + `/Resources << /Font << /F1 5 0 R /F2 6 0 R >> /ExtGState << ${opacities} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font("Helvetica"), font("Helvetica-Bold"),
    `<< /Title ${utf16(title)} /Producer (Kulturspejl) >>`,
    "<< /Type /StructTreeRoot /K 9 0 R /ParentTree << /Nums [0 [" + kids.join(" ") + "]] >> >>",
    `<< /Type /StructElem /S /Document /P 8 0 R /K [${kids.join(" ")}] >>`,
    ...page.tree.map(({ tag, alt }, at) => {
      const said = alt ? ` /Alt ${utf16(alt)}` : "";
      return `<< /Type /StructElem /S /${tag} /P 9 0 R /Pg 3 0 R /K ${at}${said} >>`;
    }),
  ];
  return write(objects);
}

function write(objects) {
  let file = "%PDF-1.7\n";
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0) & 255);
}
