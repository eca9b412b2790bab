// Keys for somebody who stands up and talks: each presses the button that carries its name. Nothing while writing.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest("input, textarea, select, button, a, summary")) {
    if (event.key !== "Escape" && !event.key.startsWith("Arrow")) return
    if (event.target.closest("input, textarea, select")) return
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const button = [...document.querySelectorAll("button[data-key]")].find((one) => one.dataset.key === key)
  if (!button) return
  event.preventDefault()
  button.click()
})
