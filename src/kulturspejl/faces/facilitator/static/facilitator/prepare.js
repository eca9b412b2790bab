// The sum of an item's minutes, while they are being typed. The server says the same when the form is sent.
document.querySelectorAll("[data-sum]").forEach((said) => {
  const item = said.closest("li")
  const words = said.textContent.replace(/^\s*\d+/, "").trim()
  const add = () => {
    const ticked = [...item.querySelectorAll("fieldset")].filter((one) => one.querySelector("[type=checkbox]").checked)
    const sum = ticked.reduce((total, one) => total + (Number(one.querySelector("[data-minutes]").value) || 0), 0)
    said.textContent = sum + " " + words
    said.classList.toggle("fault", sum > Number(said.dataset.sum))
  }
  item.addEventListener("input", add)
  add()
})
