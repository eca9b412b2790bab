// The page looks by itself how far the half-year has come, and again until its stops are there.
const PATIENCE = 1000;

function fresh(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.querySelector("[data-until-ready]");
}

async function look() {
  const answer = await fetch(location.href);
  const found = answer.ok ? fresh(await answer.text()) : null;
  if (!found) {
    location.reload();
    return;
  }
  document.querySelector("[data-until-ready]").replaceWith(found);
  setTimeout(look, PATIENCE);
}

setTimeout(look, PATIENCE);
