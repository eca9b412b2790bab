// The phone in a room: the page's parts follow the room, what somebody is writing stays, and what is sent is kept
// until the server says that it is stored, once for each id. Works without a secure context.
import { shelf } from "/static/device/store.js"
import { hear } from "/static/shared/hear.js"

(() => {
  const main = document.querySelector("[data-room]")
  if (!main) return
  const { read, write } = shelf("kulturspejl.room." + main.dataset.room + ".")
  const device = shelf("kulturspejl.")
  const parts = document.getElementById("parts")
  const random = (length) => {
    const bytes = crypto.getRandomValues(new Uint8Array(length))
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  }
  const newId = () => {
    const hex = random(16)
    return [hex.slice(0, 8), hex.slice(8, 12), "4" + hex.slice(13, 16), "a" + hex.slice(17, 20), hex.slice(20)].join("-")
  }
  const forms = () => [...parts.querySelectorAll("form[data-part]")]

  // What is filled in stays on the phone while it is being written.
  const valuesOf = (form) => {
    const values = {}
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith("value.") && value.trim()) values[name.slice(6)] = value
      if (name.startsWith("number.") && value !== "") values[name.slice(7)] = Number(value)
    }
    return values
  }
  const fill = (form, isNewer) => {
    const kept = read("draft." + form.dataset.part) || {}
    for (const [name, value] of Object.entries(kept)) {
      for (const field of form.querySelectorAll('[name="value.' + name + '"], [name="number.' + name + '"]')) {
        if (field.type === "radio") field.checked = field.value === String(value)
        else if (!field.value || isNewer) field.value = value
      }
    }
    const profile = form.querySelector("[data-profile]")
    if (profile) profile.textContent = ownProfile(profile.dataset.profile)
    const pull = form.querySelector("[data-pull]")
    if (pull) propose(form, pull)
    if (profile && "unsigned" in form.dataset) takeProfile(form)
    if ("mine" in form.dataset) remember(form.dataset.part, profile)
    if ("unsigned" in form.dataset) fetchSoon(form)
    tell(form)
  }
  // What is the phone's own: only that goes into the locked copy (notes.js) and onto the page after the day.
  const remember = (part, profile) => {
    if (profile) write("has_profile", true)
    else write("mine", [...new Set([...(read("mine") || []), part])])
  }
  const LETTERS = ["A", "B", "C", "D"]
  const ownSums = (asks) => {
    const alone = device.read("alone")
    const isSeen = JSON.stringify(alone) === read("alone_seen")
    const answers = isSeen && read("profile") ? read("profile") : alone.answers
    const number = (name) => Number(answers[name]) || 0
    const now = (letter) => [1, 2, 3, 4, 5, 6].reduce((all, place) => all + number("now_d" + place + "_" + letter), 0)
    return LETTERS.map((letter) => asks === "wish" ? number("wish_" + letter) : now(letter))
  }
  const ownProfile = (asks) => {
    try {
      const sums = ownSums(asks)
      if (!sums.some((sum) => sum)) return ""
      return LETTERS.map((letter, at) => letter + " = " + sums[at]).join(" · ")
    } catch (nothing) { return "" }
  }
  // Which way the own profile pulls is worked out here; it is chosen and sent by its owner alone.
  const propose = (form, line) => {
    let gaps
    try {
      const [now, wish] = [ownSums("now"), ownSums("wish")]
      const whole = now.reduce((all, one) => all + one, 0)
      if (whole !== 60 || wish.reduce((all, one) => all + one, 0) !== whole) return
      gaps = wish.map((one, at) => one - now[at])
    } catch (nothing) { return }
    const most = Math.max(...gaps)
    const letter = most > 0 ? LETTERS[gaps.indexOf(most)] : "none"
    const field = form.querySelector('input[type=radio][value="' + letter + '"]')
    if (!field) return
    const name = field.closest("label").textContent.trim()
    line.textContent = letter === "none" ? line.dataset.stay : line.dataset.pull.replace("{culture}", name)
    line.hidden = false
    if (!form.querySelector("input[type=radio]:checked")) field.checked = true
  }

  // A profile that is handed in: what was given out on this phone stands in the form, ready to be sent.
  const takeProfile = (form) => {
    let answers = {}
    try { answers = device.read("alone").answers || {} } catch (nothing) { return }
    const fields = [...form.querySelectorAll('input[name^="number."]')]
    if (fields.some((field) => field.value) || fields.some((field) => !(field.name.slice(7) in answers))) return
    for (const field of fields) field.value = answers[field.name.slice(7)]
  }

  // The outbox.
  const outbox = () => read("outbox") || []
  // "stored": the server has it; "passed": not handed in; "gone": taken back. A part is on one of these lists at most.
  const WAYS = ["stored", "passed", "gone"]
  const has = (way, part) => (read(way) || []).includes(part)
  const mark = (part, now) => {
    for (const way of WAYS) {
      const others = (read(way) || []).filter((one) => one !== part)
      write(way, way === now ? [...others, part] : others)
    }
  }
  const waits = (part) => outbox().some((letter) => letter.part === part)
  const tell = (form) => {
    const line = form.querySelector(".sent-line")
    if (!line) return
    const part = form.dataset.part
    const way = waits(part) ? "waits" : WAYS.find((one) => has(one, part))
    line.hidden = !way
    line.textContent = way ? line.dataset[way] || "" : ""
    const [pass, back] = ["[data-pass]", "[data-back-line]"].map((one) => form.querySelector(one))
    if (pass) pass.hidden = waits(part) || has("stored", part) || has("passed", part)
    if (back) back.hidden = waits(part) || !has("stored", part)
  }
  const told = () => {
    forms().forEach(tell)
    document.dispatchEvent(new CustomEvent("kulturspejl:sent"))
  }
  const post = (address, { id, part, values, secret, voucher }, credentials) => fetch(address, {
    method: "POST", credentials, headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ id, part, values, secret, voucher }),
  })
  // Without a name: the right to one answer is fetched with the phone's key, the answer is handed in without it.
  const fetchVoucher = async (part, address) => {
    if ((read("vouchers") || {})[part]) return null
    const secrets = read("secrets") || {}
    if (!secrets[part]) write("secrets", { ...secrets, [part]: random(32) })
    const reply = await post(address, { part, secret: read("secrets")[part] }, "same-origin")
    if (!reply.ok) return reply
    const { voucher } = await reply.json()
    write("vouchers", { ...read("vouchers"), [part]: voucher })
    return null
  }
  const handInUnsigned = async (letter) => (await fetchVoucher(letter.part, letter.voucherAt))
    || post(letter.unsigned, { ...letter, voucher: read("vouchers")[letter.part] }, "omit")
  // Nothing was handed in without a voucher, so without one there is nothing to take back.
  const takeOut = ({ part, back }) => {
    const voucher = (read("vouchers") || {})[part]
    return voucher ? post(back, { part, voucher }, "omit") : { ok: true, status: 200 }
  }
  // Everybody fetches it soon after the step has come, whenever they answer: so having it does not tell who answered.
  const soon = new Set()
  const fetchSoon = (form) => {
    const part = form.dataset.part
    if (soon.has(part)) return
    soon.add(part)
    setTimeout(() => fetchVoucher(part, form.dataset.voucher).catch(() => {}), 1000 + Math.random() * 9000)
  }
  let isSending = false
  const send = async () => {
    if (isSending) return
    isSending = true
    try {
      while (outbox().length) {
        const letter = outbox()[0]
        const reply = letter.back ? await takeOut(letter)
          : letter.unsigned ? await handInUnsigned(letter) : await post(letter.address, letter, "same-origin")
        if (reply.status >= 500 || reply.status === 429) throw new Error("later")
        write("outbox", outbox().filter((one) => one.id !== letter.id))
        if (reply.ok) mark(letter.part, letter.back ? "gone" : "stored")
        told()
        if (!reply.ok) say(letter.part, (await reply.json().catch(() => ({}))).title || "")
      }
      net(true)
    } catch (lost) {
      net(false)
      setTimeout(send, 4000)
    } finally {
      isSending = false
    }
  }
  const say = (part, words) => {
    const form = forms().find((one) => one.dataset.part === part)
    const line = form && form.querySelector(".sent-line")
    if (!line || !words) return
    line.hidden = false
    line.textContent = words
  }
  const net = (isThere) => { document.getElementById("net").hidden = isThere }
  parts.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-part]")
    if (form) write("draft." + form.dataset.part, valuesOf(form))
  })
  parts.addEventListener("submit", (event) => {
    const back = event.target.querySelector('[name=verb][value=take_back]')
    if (back) {
      const gone = event.target.elements.namedItem("part").value
      mark(gone, "")
      write("draft." + gone, {})
    }
    const form = event.target.closest("form[data-part]")
    if (!form) return
    event.preventDefault()
    if ("mine" in form.dataset) return
    const part = form.dataset.part
    const letter = { id: newId(), part, values: valuesOf(form), address: form.getAttribute("action") }
    if ("unsigned" in form.dataset) Object.assign(letter, { unsigned: form.dataset.unsigned, voucherAt: form.dataset.voucher })
    queue(letter)
  })
  const queue = (letter) => {
    write("outbox", [...outbox().filter((one) => one.part !== letter.part), letter])
    told()
    send()
  }
  const notHandedIn = (part) => {
    if (!waits(part) && !has("stored", part)) mark(part, "passed")
    told()
  }
  document.addEventListener("kulturspejl:pass", (event) => notHandedIn(event.detail))
  // Not handing in is one tap, and sends nothing; taking back goes the way of the answer, with its voucher alone.
  parts.addEventListener("click", (event) => {
    const [pass, back, away] = ["[data-pass]", "[data-withdraw]", "a[href]"].map((one) => event.target.closest(one))
    if (away && !away.target && navigator.onLine === false) { // another page would be the browser's own error
      event.preventDefault()
      net(false)
      document.getElementById("net").scrollIntoView({ block: "center" })
    }
    if (pass) notHandedIn(pass.form.dataset.part)
    if (back) queue({ id: newId(), part: back.dataset.withdraw, back: back.closest("[data-back-at]").dataset.backAt })
  })

  // The room moves on: a region is exchanged when its key has changed, never while somebody writes in it. Whoever has
  // heard something later has the newer page.
  let stamp = main.dataset.stamp
  let asked = 0
  const take = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html")
    for (const region of parts.querySelectorAll("[data-region]")) {
      const other = fresh.querySelector('[data-region="' + region.dataset.region + '"]')
      if (!other || other.dataset.key === region.dataset.key) continue
      // The goal folds when the day begins, unless somebody is writing it: the task has the first place then.
      const open = region.querySelector("details[open]")
        && (region.dataset.region !== "goal" || region.contains(document.activeElement))
      region.replaceWith(other)
      if (open && other.querySelector("details")) other.querySelector("details").open = true
    }
    begin()
    net(true)
    // Clocks and stages in what has just come are set at once, not at the next tick.
    document.dispatchEvent(new CustomEvent("kulturspejl:exchanged", { detail: fresh }))
  }
  const follow = async () => {
    const mine = ++asked
    try {
      const reply = await fetch(main.dataset.fresh, { headers: { Accept: "text/html" } })
      const text = await reply.text()
      // The room has been deleted, or the name taken off the list: the address itself says what can be done.
      if (reply.status === 404) location.reload()
      if (reply.ok && mine === asked) take(text)
    } catch (lost) { net(false) }
  }
  document.documentElement.classList.add("js")
  const begin = () => {
    forms().forEach((form) => fill(form))
    document.dispatchEvent(new CustomEvent("kulturspejl:parts"))
  }
  // Another phone has written; where somebody is writing here, their words stay.
  document.addEventListener("kulturspejl:notes", () => {
    for (const form of forms()) fill(form, "mine" in form.dataset && !form.contains(document.activeElement))
    begin()
  })
  document.addEventListener("kulturspejl:ask", () => follow())
  const listen = () => {
    if (!window.EventSource) { setInterval(follow, 5000); return }
    // The stamp, and under it the page's parts as this phone may see them; without them the phone asks.
    const rung = (data) => {
      const [mark, ...page] = data.split("\n")
      if (mark === stamp) return
      stamp = mark
      if (!page.length) { follow(); return }
      asked += 1
      take(page.join("\n"))
    }
    hear(() => main.dataset.roomBell + "&seen=" + encodeURIComponent(stamp), {
      rung, opened: () => { net(true); send() }, lost: (isRefused) => { net(false); if (isRefused) follow() },
    })
  }
  window.addEventListener("online", () => { follow(); send() })
  window.addEventListener("offline", () => net(false))
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { follow(); send() } })
  begin()
  listen()
  send()
})()
