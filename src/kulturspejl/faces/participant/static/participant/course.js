// Whoever is in today's room already, on this device, goes back to it instead of coming in a second time.
const here = document.querySelector("[data-room-id][data-here]");

async function isIn() {
  const answer = await fetch(here.dataset.back, { credentials: "same-origin" });
  return answer.ok && !(await answer.text()).includes("data-come-in");
}

function goBack() {
  const link = document.createElement("a");
  link.className = "button";
  link.href = here.dataset.back;
  link.textContent = here.dataset.here;
  const line = document.createElement("p");
  line.append(link);
  here.querySelector("form[data-come-in]").replaceWith(line);
}

if (here) isIn().then((already) => already && goBack(), () => {});
