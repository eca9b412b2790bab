// The sums while they are being typed: what each item holds against its slot, changeovers counted as the server counts
// them (core/choreography/changeover.py). The buttons send the form, and nothing that was typed is lost.
const list = document.querySelector(".agenda-form");
const find = { pairs: Number(list.dataset.findPairs), groups: Number(list.dataset.findGroups) };
const back = Number(list.dataset.back);
const whole = (text) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : 0);
const minutesOf = (time) => {
  const [hours, minutes] = time.split(":").map(Number);
  return 60 * hours + minutes;
};
const change = (before, after) => {
  if (after === before || after === "alone") return 0;
  return find[after] ?? (before in find ? back : 0);
};
const write = (place, used, minutes) => {
  const rest = used > minutes ? place.dataset.over : used < minutes ? place.dataset.free : "";
  const words = place.dataset.said.replace("{used}", used).replace("{minutes}", minutes);
  return words + rest.replace("{n}", Math.abs(minutes - used));
};
// What stands on the fold of an item, while its times and its title are being typed.
const head = (item) => {
  const typed = (name) => item.querySelector(name).value;
  item.querySelector("[data-time]").textContent = `${typed("[data-start]")}–${typed("[data-end]")}`;
  item.querySelector("[data-title]").textContent = typed("[name^='title.']");
};
const say = () => {
  let seated = "plenary";
  const total = [0, 0];
  for (const item of list.querySelectorAll(".item")) {
    head(item);
    const said = item.querySelector("[data-sum]");
    if (!said) {
      seated = "plenary";
      continue;
    }
    const begin = minutesOf(item.querySelector("[data-start]").value);
    const slot = minutesOf(item.querySelector("[data-end]").value) - begin;
    let used = 0;
    for (const station of item.querySelectorAll("[data-station]")) {
      if (!station.querySelector("[type=checkbox]").checked) continue;
      for (const field of station.querySelectorAll("[data-minutes]")) {
        const minutes = whole(field.value);
        if (!minutes) continue;
        used += minutes + change(seated, field.dataset.form);
        seated = field.dataset.form;
      }
    }
    const words = write(said, used, slot || 0);
    if (said.textContent !== words) said.textContent = words;
    said.classList.toggle("is-over", used > slot);
    total[0] += used;
    total[1] += slot || 0;
  }
  const place = document.querySelector("[data-total]");
  place.querySelector("[data-whole]").textContent = write(place, ...total);
};
list.addEventListener("input", say);
say();
