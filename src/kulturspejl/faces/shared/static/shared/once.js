// A press is on its way: the button says so, and a second tap meanwhile changes nothing on the page. The server would
// make one thing of both anyway, so after some seconds, or when one comes back to the page, the button is free again.
const PATIENCE = 8000;
const busy = new Set();
const free = (form) => {
  busy.delete(form);
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
};
// On the window, so that pages that send a form by themselves have said so before.
window.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target) return;
  if (busy.has(form)) return event.preventDefault();
  busy.add(form);
  if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
  setTimeout(() => free(form), PATIENCE);
});
window.addEventListener("pageshow", () => busy.forEach(free));
