// What the page says while it is being filled in: the sum of an item's minutes against its slot, what waits for home,
// and places that are moved by a button. The server says the same when the form is sent.
const form = document.querySelector("form.prepare");
const home = document.querySelector("[data-home-list]");
const offers = (item) => [...item.querySelectorAll(".offer")];
const isTicked = (offer) => offer.querySelector("[type=checkbox]").checked;
const add = (item) => {
  const said = item.querySelector("[data-sum]");
  if (!said) return;
  const slot = Number(said.dataset.sum);
  const minutes = (offer) => Number(offer.querySelector("[data-minutes]").value) || 0;
  const sum = offers(item).filter(isTicked).reduce((total, offer) => total + minutes(offer), 0);
  const rest = sum > slot ? said.dataset.over : sum < slot ? said.dataset.free : "";
  const words = said.dataset.said.replace("{used}", sum) + rest.replace("{n}", Math.abs(slot - sum));
  if (said.textContent !== words) said.textContent = words;
  said.classList.toggle("is-over", sum > slot);
};
const leaveOut = () => {
  for (const line of home.querySelectorAll("[data-home]")) {
    line.hidden = form.elements["tick." + line.dataset.home].checked;
  }
  home.hidden = !home.querySelector("[data-home]:not([hidden])");
};
const say = () => {
  form.querySelectorAll(".agenda-form > li").forEach(add);
  leaveOut();
};
const order = (item) => {
  offers(item).forEach((offer, place) => { offer.querySelector("[data-place]").value = place + 1; });
};
form.addEventListener("click", (event) => {
  const way = event.target.dataset.way;
  if (!way) return;
  const offer = event.target.closest(".offer");
  const other = way === "up" ? offer.previousElementSibling : offer.nextElementSibling;
  if (!other?.classList.contains("offer")) return;
  if (way === "up") other.before(offer);
  else other.after(offer);
  order(offer.closest("li"));
  event.target.focus();
});
form.querySelectorAll("[data-way]").forEach((button) => { button.hidden = false; });
form.querySelectorAll("label [data-place]").forEach((field) => { field.closest("label").hidden = true; });
form.addEventListener("input", say);
say();
