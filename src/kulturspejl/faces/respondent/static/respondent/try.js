// The profile alone: everything happens here, on the device. The page makes no request after it has loaded.

import { all, beginAtNow, find, History, Points, say, Steps, store, webWords } from "./answer.js";
import { LETTERS, line as write, preferred, sums, Web } from "/static/shared/web.js";
import { read } from "/static/shared/reading.js";
import { savePicture } from "./picture.js";
import { savePdf } from "./pdf.js";
import { Taken } from "./taken.js";
import { showLarge } from "/static/shared/large.js";
import { FromRoom } from "./room.js";
import { replace } from "/static/shared/replace.js";

const line = (values, whole) => write(say("of"), values, whole);
const KEY = "alone";
const language = document.documentElement.lang;
const texts = JSON.parse(find("#reading").textContent);

class Alone {
  constructor(form) {
    this.form = form;
    this.whole = 6 * Number(form.dataset.total);
    this.now = find("#now");
    this.sections = all("[data-screen]", form);
    this.history = new History();
    this.points = all("section[data-total]", form).map((section) => new Points(section, this.history));
    this.points.forEach((points) => { points.onchange = () => this.changed(); });
    this.history.onundo = (points) => this.steps.show(this.sections.indexOf(points.section), false);
    this.steps = new Steps(this.sections, (section) => this.mayLeave(section));
    this.steps.onshow = (place) => this.shown(place);
    this.wishWeb = new Web(find(".drag svg.web", form), webWords());
    this.ownWeb = new Web(find(".mine svg.web", form), webWords());
    this.wishWeb.letDrag("preferred", (letter, sum) => this.points[6].give(find("#wish_" + letter), sum));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => this.enter(event));
    this.room = new FromRoom(find("[data-room]"));
    this.equip();
    this.begin();
    const [take, hasOther] = [(answers) => this.take(answers), (answers) => this.hasOther(answers)];
    this.taken = new Taken(find(".taken-along", form), take, hasOther);
  }

  take(answers) {
    this.points.forEach((points) => points.restore(answers));
    this.history.past = [];
    this.changed();
    this.steps.show(this.sections.findIndex((section) => section.id === "result"));
  }

  hasOther(answers) {
    const here = this.answers();
    const isOther = Object.keys(answers).some((name) => answers[name] !== here[name]);
    return isOther && this.points.some((points) => points.sum);
  }

  equip() {
    const on = (name, act) => find(`[data-${name}]`, this.form).addEventListener("click", act);
    on("picture", () => savePicture(find(".mine svg.web", this.form), this.lines()));
    on("pdf", () => savePdf(find(".mine svg.web", this.form), this.lines()));
    on("print", () => window.print());
    // On paper nothing can be unfolded.
    window.addEventListener("beforeprint", () => { find("[data-table]", this.form).closest("details").open = true; });
    on("delete", () => this.forget());
    on("large", (event) => showLarge(this.numbers(), event.currentTarget.dataset));
  }

  begin() {
    const kept = store.read(KEY);
    if (kept) this.points.forEach((points) => points.restore(kept.answers));
    this.changed();
    const reach = this.points.findIndex((points) => !points.isWhole);
    const most = reach === -1 ? this.sections.length - 1 : reach + 1;
    const wish = this.sections.findIndex((section) => section.id === "wish");
    const at = kept ? Math.min(kept.at, most) : 0;
    this.steps.start(this.room.begins(this.points) ? wish : this.room.isPast(this.sections[at]) ? wish - 1 : at);
    this.listMine();
    this.unfold();
  }

  // A link to what stands in a fold opens it.
  unfold() {
    const fold = location.hash === "#more" && find("#more");
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
  }

  answers() { return Object.assign({}, ...this.points.map((points) => points.values())); }

  changed() {
    const answers = this.answers();
    this.wishWeb.show("now", sums(answers, "now_"));
    this.wishWeb.show("preferred", preferred(answers));
    this.keep();
  }

  keep() {
    if (this.points.some((points) => points.sum)) store.write(KEY, { answers: this.answers(), at: this.steps.at });
  }

  shown(place) {
    this.keep();
    if (this.room.isPast(this.sections[place])) {
      this.room.leave();
      return;
    }
    beginAtNow(this.points, this.sections[place]);
    if (this.sections[place].id === "result") this.showResult();
  }

  mayLeave(section) {
    const points = this.points.find((each) => each.section === section);
    if (!points || points.isWhole) return true;
    points.complain();
    (points.inputs.find((input) => !points.value(input)) || points.inputs[0]).focus();
    return false;
  }

  enter(event) {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    this.steps.next();
  }

  profile() {
    const answers = this.answers();
    return { now: sums(answers, "now_"), wish: preferred(answers) };
  }

  lines() {
    const { now, wish } = this.profile();
    const { sentences, question } = read(now, wish, this.whole, texts);
    return {
      title: say("title"),
      numbers: [`${say("now")}: ${line(now, this.whole)}`, `${say("wish")}: ${line(wish, this.whole)}`],
      sentences,
      question,
      asks: say("asks"),
      credit: texts.credit,
      made: say("made", { date: new Date().toLocaleDateString(language) }),
      language,
    };
  }

  showResult() {
    const { now, wish } = this.profile();
    const { sentences, question } = this.lines();
    this.ownWeb.show("now", now);
    this.ownWeb.show("preferred", wish);
    find("[data-own-numbers]", this.form).textContent = line(now, this.whole);
    replace(find("[data-reading]", this.form), ...sentences.map((text) => element("p", text)));
    find("[data-question]", this.form).textContent = question;
    replace(find("[data-table]", this.form), ...LETTERS.map((letter) => row(letter, now[letter], wish[letter])));
  }

  forget() {
    if (!window.confirm(say("delete_sure"))) return;
    store.remove(KEY);
    store.remove("mine");
    this.taken.forget();
    this.points.forEach((points) => points.restore(Object.fromEntries(points.inputs.map((input) => [input.name, ""]))));
    this.history.past = [];
    this.steps.show(0);
    store.remove(KEY);
    this.listMine();
    this.now.hidden = false;
    this.now.textContent = say("deleted");
  }

  numbers() {
    const { now } = this.profile();
    return LETTERS.map((letter) => ({ label: `${letter} ${texts.called[letter]}`, value: String(now[letter]) }));
  }

  listMine() {
    const mine = store.read("mine") || [];
    const place = find(".mine-list", this.form);
    place.hidden = mine.length === 0;
    replace(find("[data-mine]", place), ...mine.map((each, at) => this.mineRow(each, at)));
  }

  mineRow(profile, at) {
    const day = new Date(profile.on).toLocaleDateString(language);
    const item = element("li", `${profile.unit}, ${day}: ${line(profile.now, profile.whole)} `);
    const button = element("button", say("delete"));
    button.type = "button";
    button.className = "link";
    button.addEventListener("click", () => {
      store.write("mine", (store.read("mine") || []).filter((_, place) => place !== at));
      this.listMine();
    });
    item.appendChild(button);
    return item;
  }
}

function element(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

function row(letter, now, wish) {
  const node = document.createElement("tr");
  const head = element("th", `${letter} ${texts.called[letter]}`);
  head.scope = "row";
  node.append(head, ...[now, wish].map((sum) => {
    const cell = element("td", String(sum));
    cell.className = "number";
    return cell;
  }));
  return node;
}

new Alone(find("form[data-alone]"));
