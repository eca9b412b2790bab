// A file that somebody has taken along from a course day: opened here, on the device, and sent nowhere. What is not
// understood is refused with a sentence; what is understood is put into the page as text.

import { find, say, store } from "./answer.js";
import { dayOf } from "/static/shared/day.js";
import { read, Unreadable } from "/static/shared/own_file.js";
import { replace } from "/static/shared/replace.js";

const KEY = "taken";
const PLAN = ["goal", "trait", "first_step", "day", "partner"];

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

export class Taken {
  // `take(answers)` puts a profile into the page; `hasOther(answers)` says whether another one stands there.
  constructor(place, take, hasOther) {
    Object.assign(this, { place, take, hasOther, told: find("[data-file-told]", place) });
    this.field = find("input[type=file]", place);
    this.field.addEventListener("change", () => this.open(this.field.files[0]));
    find("[data-taken-delete]", place).addEventListener("click", () => this.forget());
    this.show();
  }

  async open(file) {
    if (!file) return;
    try {
      const own = await read(file);
      if (own.answers && this.hasOther(own.answers) && !window.confirm(say("file_replace"))) return;
      store.write(KEY, own);
      this.show();
      this.told.textContent = say(own.answers ? "file_opened" : "file_opened_plan");
      if (own.answers) this.take(own.answers);
    } catch (torn) {
      this.told.textContent = say(torn instanceof Unreadable ? "file_" + torn.message : "file_not_ours");
    } finally {
      this.field.value = "";
    }
  }

  show() {
    const own = store.read(KEY);
    const rows = own ? this.rows(own) : [];
    find("[data-taken]", this.place).hidden = !rows.length;
    const list = rows.flatMap(([asked, wrote]) => [element("dt", asked), element("dd", wrote)]);
    replace(find("[data-taken-list]", this.place), ...list);
  }

  rows(own) {
    const wrote = (name) => (name === "day" ? dayOf(own.day) : own[name]);
    const plan = PLAN.filter((name) => own[name]).map((name) => [say("own_" + name), wrote(name)]);
    return [...plan, ...(own.notes || []).map((note) => [note.asked, note.wrote])];
  }

  forget() {
    store.remove(KEY);
    this.told.textContent = say("deleted");
    this.show();
    this.field.focus();
  }
}
