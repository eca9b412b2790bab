// Listens to the page's bell. A ring carries no data: the page is asked for again, with its reader's own
// permissions, and its parts with `data-live` are exchanged where they differ. What somebody is writing stays, what
// has focus keeps it, and what somebody has unfolded stays unfolded. With `data-every` the page is also asked for
// every so many seconds: for what changes with time alone, and where something on the way holds the bell back.
import { hear } from "/static/shared/hear.js"

(() => {
  const hall = document.querySelector("[data-bell]")
  if (!hall) return
  const AGAIN_AFTER = 3000
  let stamp = hall.dataset.stamp
  const LONG_ENOUGH = 20000
  let asked = 0
  let isAsking = false
  let isRungAgain = false
  const folds = (part) => [...part.querySelectorAll("details")]
  const name = (fold) => fold.querySelector("summary")?.textContent
  // Each answer carries forgery tokens and ids of its forms of its own, and a fold that is open is no news.
  const told = (part) => {
    const copy = part.cloneNode(true)
    for (const token of copy.querySelectorAll("[name=csrfmiddlewaretoken], [name=form_id]")) token.remove()
    for (const fold of folds(copy)) fold.open = false
    return copy.innerHTML
  }
  // What the server said last. The page itself cannot be asked: clocks that run here have changed it since.
  const last = new Map([...document.querySelectorAll("[data-live]")].map((part) => [part.id, told(part)]))

  // The same button or field before and after: by what it would send, not by where it stands.
  const sent = (form) => [...form.querySelectorAll("[type=hidden]")]
    .filter((one) => !["csrfmiddlewaretoken", "form_id", "seen"].includes(one.name)).map((one) => one.name + "=" + one.value)
  const mark = (one) => [one.tagName, one.id, one.name, one.getAttribute("href"),
    ...(one.form ? sent(one.form) : [one.textContent])].join("|")
  const fields = (part) => [...part.querySelectorAll("button, input:not([type=hidden]), textarea, select, summary, a")]
  const isTyped = (one) => "defaultValue" in one && one.value !== one.defaultValue
  const exchange = (part, other) => {
    const open = folds(part).filter((fold) => fold.open).map(name)
    const typed = new Map(fields(part).filter(isTyped).map((one) => [mark(one), one.value]))
    const held = part.contains(document.activeElement) ? mark(document.activeElement) : null
    part.innerHTML = other.innerHTML
    for (const fold of folds(part)) fold.open = fold.open || open.includes(name(fold))
    for (const one of fields(part)) {
      if (typed.has(mark(one))) one.value = typed.get(mark(one))
    }
    if (held === null) return
    const same = fields(part).find((one) => mark(one) === held) || hall
    same.focus({ preventScroll: true })
  }

  const take = (fresh) => {
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = fresh.getElementById(part.id)
      const words = other && told(other)
      if (!other || words === last.get(part.id)) continue
      last.set(part.id, words)
      exchange(part, other)
    }
    document.dispatchEvent(new CustomEvent("kulturspejl:exchanged", { detail: fresh }))
  }
  const heard = (isHeard) => {
    for (const words of document.querySelectorAll("[data-unheard]")) words.hidden = isHeard
  }
  // One at a time: thirty people who are done in the same second are two questions, not thirty.
  const ask = async () => {
    if (isAsking) return void (isRungAgain = true)
    isAsking = true
    const mine = ++asked
    try {
      const signal = AbortSignal.timeout?.(LONG_ENOUGH)
      const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Bell": "1" }, signal })
      if (answer.status >= 429) throw new Error("busy")
      const text = await answer.text()
      heard(true)
      // A press has been answered meanwhile, with a page that may be newer.
      if (answer.ok && mine === asked) take(new DOMParser().parseFromString(text, "text/html"))
    } catch {
      heard(false)
      if (mine === asked) setTimeout(() => mine === asked && ask(), AGAIN_AFTER)
    } finally {
      isAsking = false
      if (isRungAgain) {
        isRungAgain = false
        ask()
      }
    }
  }
  // A page that came as the answer to a press. Somebody else's ring may have come while it was under way: then it is
  // older than what has been heard, and an answer that is still awaited would be thrown away.
  document.addEventListener("kulturspejl:page", (event) => {
    asked += 1
    heard(true)
    take(event.detail)
    if (event.detail.querySelector("[data-bell]")?.dataset.stamp !== stamp) ask()
  })
  if (hall.dataset.every) setInterval(ask, 1000 * Number(hall.dataset.every))
  if (!window.EventSource) return
  hear(() => hall.dataset.bell, {
    rung: (data) => {
      if (data === stamp) return
      stamp = data
      ask()
    },
  })
})()
