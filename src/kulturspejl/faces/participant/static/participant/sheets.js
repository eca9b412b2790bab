// The page of one's own feedback sheets: shown, written, kept, printed and deleted on this device alone.
import { bytes, hex } from "/static/device/chance.js";
import { find as findSheet, keep, put, remove, sheets, today } from "/static/shared/sheets.js";
import { dayOf } from "/static/shared/day.js";
import { replace } from "/static/shared/replace.js";

const page = document.querySelector("[data-sheets]");
const find = (selector, place) => place.querySelector(selector);
const all = (selector, place) => Array.from(place.querySelectorAll(selector));
const says = page.dataset;
const form = find("[data-form]", page);
const givers = find("[data-givers]", form);

function make(tag, words, name = "") {
  const node = document.createElement(tag);
  node.className = name;
  node.textContent = words;
  return node;
}

/* Showing ------------------------------------------------------------------------------------------------------ */

function side(label, asked, lines) {
  const box = make("div", "", "side");
  if (!asked) return box;
  const question = make("p", "", "asked");
  question.append(make("span", label + ": ", "whose"), asked);
  box.append(question, ...(lines.length ? lines : [make("p", "–", "muted")]));
  return box;
}

function signed(sheet, gave) {
  return Object.entries(gave || {}).map(([at, words]) => {
    const line = make("p", "", "wrote");
    line.append(make("strong", `${sheet.givers[at] || "?"}: `), words);
    return line;
  });
}

function bothSides(sheet) {
  const heads = make("p", "", "heads");
  heads.setAttribute("aria-hidden", "true");
  heads.append(make("strong", sheet.own), make("strong", sheet.theirs));
  const rows = (sheet.rows || []).flatMap((row) => {
    const both = make("div", "", "both");
    both.append(
      side(sheet.own, row.asked, row.wrote ? [make("p", row.wrote, "wrote")] : []),
      side(sheet.theirs, row.others, signed(sheet, row.gave)),
    );
    return row.heading ? [make("h3", row.heading), both] : [both];
  });
  return [heads, ...rows];
}

function card(sheet) {
  const made = find("[data-sheet-card]", page).content.firstElementChild.cloneNode(true);
  const about = ((sheet.rows || [])[0] || {}).wrote || sheet.where || "";
  find("[data-when]", made).textContent = dayOf(sheet.made);
  find("[data-about]", made).textContent = about.length > 60 ? about.slice(0, 59) + "…" : about;
  const until = sheet.kept ? says.wordsKept : says.wordsUntil.replace("{day}", dayOf(sheet.until));
  find("[data-until]", made).textContent = until;
  find("[data-both]", made).append(...bothSides(sheet));
  const tries = (sheet.tries || []).filter(([, words]) => words.trim());
  find("[data-tries]", made).append(...tries.flatMap(([asked, words]) => [make("dt", asked), make("dd", words)]));
  find("[data-keep]", made).hidden = sheet.kept;
  find("[data-unkeep]", made).hidden = !sheet.kept;
  const on = (name, act) => find(`[data-${name}]`, made).addEventListener("click", act);
  on("keep", () => { keep(sheet.id, true); show(sheet.id, "unkeep"); });
  on("unkeep", () => { keep(sheet.id, false); show(sheet.id, "keep"); });
  on("edit", () => edit(sheet));
  on("print", () => printOnly(made));
  on("delete", () => {
    if (!window.confirm(says.wordsSure)) return;
    remove(sheet.id);
    show();
  });
  made.dataset.id = sheet.id;
  return made;
}

function printOnly(one) {
  for (const other of all("details.sheet", page)) other.classList.toggle("no-print", other !== one);
  window.print();
  for (const other of all("details.sheet", page)) other.classList.remove("no-print");
}

function show(open = "", focus = "") {
  const kept = sheets();
  const nothing = find("[data-nothing]", page);
  nothing.textContent = kept.length ? "" : says.wordsNothing;
  nothing.hidden = kept.length > 0;
  replace(find("[data-list]", page), ...kept.map(card));
  const shown = all("details.sheet", page).find((one) => one.dataset.id === open);
  if (!shown) return;
  shown.open = true;
  if (focus) find(`[data-${focus}]`, shown).focus();
  const told = find("[data-told]", page);
  told.textContent = find("[data-until]", shown).textContent;
}

/* Writing ------------------------------------------------------------------------------------------------------ */

let made = 0;
function addGiver(name = "", lines = []) {
  const block = find("[data-giver-form]", form).content.firstElementChild.cloneNode(true);
  made += 1;
  all(".field", block).forEach((field, at) => {
    const input = field.querySelector("input, textarea");
    input.id = `giver-${made}-${at}`;
    field.querySelector("label").htmlFor = input.id;
    input.value = at ? lines[at - 1] || "" : name;
  });
  find("[data-drop]", block).addEventListener("click", () => { block.remove(); full(); });
  givers.append(block);
  full();
  return block;
}
const full = () => { find("[data-add]", form).hidden = givers.children.length >= Number(givers.dataset.most); };

const fieldsOf = (block) => all("textarea", block);
const scaleOf = (field) => field.closest(".field").dataset.scale;
const askedOf = (field) => field.closest(".field").querySelector("label").textContent;

// The two sides stand beside each other by what they are about: the first line of one beside the first of the other.
function rowsOf() {
  const own = fieldsOf(find("[data-own]", form));
  const shape = fieldsOf(find("[data-giver-form]", form).content);
  const seen = {};
  return own.map((field, at) => {
    const scale = scaleOf(field);
    seen[scale] = (seen[scale] || 0) + 1;
    const other = shape.filter((one) => scaleOf(one) === scale)[seen[scale] - 1];
    const place = other ? shape.indexOf(other) : -1;
    const gave = {};
    all("[data-giver]", givers).forEach((block, giver) => {
      const words = place < 0 ? "" : fieldsOf(block)[place].value.trim();
      if (words) gave[giver] = words;
    });
    return {
      heading: at && scaleOf(own[at - 1]) === scale ? "" : scale, asked: askedOf(field), wrote: field.value.trim(),
      others: other ? askedOf(other) : "", gave,
    };
  });
}

function edit(sheet) {
  form.reset();
  replace(givers);
  form.elements.namedItem("sheet").value = sheet.id;
  const rows = sheet.rows || [];
  fieldsOf(find("[data-own]", form)).forEach((field, at) => { field.value = (rows[at] || {}).wrote || ""; });
  const answered = rows.filter((row) => row.others);
  (sheet.givers || []).forEach((name, at) => addGiver(name, answered.map((row) => (row.gave || {})[at] || "")));
  const after = find("[data-after]", form);
  if (after) fieldsOf(after).forEach((field, at) => { field.value = ((sheet.tries || [])[at] || ["", ""])[1]; });
  full();
  find("[data-write]", page).open = true;
  fieldsOf(find("[data-own]", form))[0].focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const told = find("[data-saved]", form);
  if (!all("textarea", form).some((field) => field.value.trim())) { told.textContent = told.dataset.empty; return; }
  const after = find("[data-after]", form);
  const id = form.elements.namedItem("sheet").value || `own/${hex(bytes(12))}`;
  const before = findSheet(id) || {};
  put({
    id,
    made: before.made || today(),
    own: find("[data-own]", form).dataset.label,
    theirs: givers.dataset.label,
    rows: rowsOf(),
    givers: all("[data-giver]", givers).map((block) => find("[data-name]", block).value.trim()),
    tries: after ? fieldsOf(after).map((field) => [askedOf(field), field.value.trim()]) : [],
  });
  form.reset();
  form.elements.namedItem("sheet").value = "";
  replace(givers);
  full();
  find("[data-write]", page).open = false;
  told.textContent = told.dataset.said;
  show(id);
  const shown = all("details.sheet", page).find((one) => one.dataset.id === id);
  shown.querySelector("summary").focus();
});
find("[data-add]", form).addEventListener("click", () => find("[data-name]", addGiver()).focus());

document.documentElement.classList.add("js");
show();
