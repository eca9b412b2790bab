// One's own picture on the thanks: in memory, and on the phone only if its owner says so.
// It imports nothing of answer.js, which would begin a second time; what it needs of it comes as `tools`.

const find = (selector, place) => place.querySelector(selector);

export async function showOwn(place, answers, unit, { say, store, webWords }) {
  place.querySelectorAll("[data-own]").forEach((node) => { node.textContent = answers[node.dataset.own]; });
  if (!find("[data-own-numbers]", place)) return;
  const { line, preferred, sums, Web } = await import("/static/shared/web.js");
  const [now, wish] = [sums(answers, "now_"), preferred(answers)];
  const whole = Object.values(now).reduce((sum, points) => sum + points, 0);
  const svg = find("svg.web", place);
  if (svg) {
    const web = new Web(svg, webWords());
    web.name(say("own_picture"));
    web.show("now", now);
    web.show("preferred", wish);
  }
  find("[data-own-numbers]", place).textContent = `${say("now")}: ${line(say("of"), now, whole)}`;
  letKeep(place, { unit, now, wish, whole, on: new Date().toISOString().slice(0, 10) }, { say, store });
}

function letKeep(place, profile, { say, store }) {
  const node = find("[data-keep]", place);
  find("[data-keep-box]", place).hidden = false;
  node.addEventListener("click", () => {
    store.write("mine", [profile].concat(store.read("mine") || []).slice(0, 12));
    node.hidden = true;
    const told = find("[data-kept]", place);
    told.textContent = say("kept");
    told.tabIndex = -1;
    told.focus();
  });
}
