// The page looks by itself how far the half-year has come, and again until its stops are there.
const PATIENCE = 1000;

function fresh(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return page.querySelector("[data-until-ready]");
}

// A server that does not answer now may in a moment: this page is all that says how far it is.
async function asked() {
  try {
    return await fetch(location.href);
  } catch (lost) {
    return null;
  }
}

async function look() {
  const answer = await asked();
  if (!answer) {
    setTimeout(look, PATIENCE);
    return;
  }
  const found = answer.ok ? fresh(await answer.text()) : null;
  if (!found) {
    location.reload();
    return;
  }
  document.querySelector("[data-until-ready]").replaceWith(found);
  setTimeout(look, PATIENCE);
}

setTimeout(look, PATIENCE);
