// One button for a step: it sends everything that is to be handed in there, and who has sent, or hands in nothing, is
// done. The desk is told some seconds later, in a request of its own, whichever of the two it was.
import { shelf } from "/static/device/store.js"

const hall = document.querySelector("main[data-room]")
const { read, write } = shelf("kulturspejl.room." + hall.dataset.room + ".")
const device = shelf("kulturspejl.")
const all = (selector) => Array.from(document.querySelectorAll(selector))

const forms = () => all("#parts form[data-part]").filter((form) => !("mine" in form.dataset))
const stands = (way, part) => (read(way) || []).includes(part)
const waits = (part) => (read("outbox") || []).some((letter) => letter.part === part)
const isFilled = (form) => Array.from(new FormData(form)).some(([name, value]) =>
  (name.startsWith("value.") || name.startsWith("number.")) && value.trim())
const submit = (form) => form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }))

/* Being done ------------------------------------------------------------------------------------------------ */

const place = () => document.querySelector("[data-doing]")

// All that the step asks for is sent or passed over; or the one button was pressed, and nothing waits any more.
function isDone(station) {
  const asked = forms()
  const settled = asked.filter(({ dataset: { part } }) => !waits(part) && (stands("stored", part) || stands("passed", part)))
  if (!settled.length) return false
  return settled.length === asked.length
    || (read("sent_all") === station && !asked.some((form) => waits(form.dataset.part)))
}

let isOnTheWay = ""
function look() {
  const here = place()
  if (!here) return
  const { station, address } = here.dataset
  const done = isDone(station)
  here.querySelector("[data-all-done]").hidden = !done
  for (const button of here.querySelectorAll("[data-pass-all]")) button.hidden = done
  if (!done || read("done_at") === station || isOnTheWay === station) return
  isOnTheWay = station
  setTimeout(() => tell(address, station), 1000 + Math.random() * 9000)
}

async function tell(address, station) {
  try {
    const reply = await fetch(address, { method: "POST", body: new URLSearchParams({ verb: "done", station }) })
    if (reply.ok || reply.status === 404) write("done_at", station)
  } catch (lost) { /* looked at again when the network is back */ }
  isOnTheWay = ""
}

/* The one button -------------------------------------------------------------------------------------------- */

function sendAll(here) {
  const filled = forms().filter(isFilled)
  here.querySelector("[data-nothing]").hidden = filled.length > 0
  if (!filled.length) return
  write("sent_all", here.dataset.station)
  filled.forEach(submit)
}

function passAll() {
  for (const form of forms()) {
    document.dispatchEvent(new CustomEvent("kulturspejl:pass", { detail: form.dataset.part }))
  }
}

document.addEventListener("click", (event) => {
  const here = event.target.closest("[data-doing]")
  if (event.target.closest("[data-withdraw]")) write("sent_all", "")
  if (here && event.target.closest("[data-send-all]")) sendAll(here)
  if (here && event.target.closest("[data-pass-all]")) passAll()
})
document.addEventListener("input", () => {
  const here = place()
  if (here && here.querySelector("[data-nothing]")) here.querySelector("[data-nothing]").hidden = true
})

/* A profile whose last button was “Send my answer”: it is sent as soon as it is back ------------------------------ */

const names = () => all("[data-here]").map((one) => one.textContent)

// Who was there when the profile was opened: somebody new is told before anything is sent.
document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-opens-profile]")) write("there_at_opening", names())
})

function came() {
  const left = (read("there_at_opening") || names()).slice()
  return names().filter((name) => {
    const at = left.indexOf(name)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function handIn() {
  if (read("hand_in") !== true) return
  write("hand_in", false)
  const form = forms().find((one) => "handsIn" in one.dataset)
  const answers = (device.read("alone") || {}).answers || {}
  const fields = form ? Array.from(form.elements).filter((field) => field.name.startsWith("number.")) : []
  if (!fields.length || fields.some((field) => !(field.name.slice(7) in answers))) return
  for (const field of fields) field.value = answers[field.name.slice(7)]
  form.dispatchEvent(new Event("input", { bubbles: true }))
  const stranger = form.querySelector("[data-stranger]")
  if (stranger && came().length) {
    stranger.textContent = stranger.dataset.stranger.replace("{names}", came().join(", "))
    stranger.hidden = false
    stranger.scrollIntoView({ block: "center" })
    return
  }
  submit(form)
}

document.addEventListener("kulturspejl:parts", look)
document.addEventListener("kulturspejl:sent", look)
window.addEventListener("online", look)
handIn()
look()
