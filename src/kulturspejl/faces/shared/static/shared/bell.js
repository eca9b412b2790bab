// Listens to the page's bell. A ring carries no data: the page is asked for again, with its reader's own
// permissions, and its parts with `data-live` are exchanged where they differ. What somebody is writing elsewhere
// stays, and what somebody has unfolded stays unfolded.
(() => {
  const hall = document.querySelector("[data-bell]")
  if (!hall || !window.EventSource) return
  let stamp = hall.dataset.stamp
  const folds = (part) => [...part.querySelectorAll("details")]
  const name = (fold) => fold.querySelector("summary")?.textContent
  // Each answer carries forgery tokens of its own, and a fold that is open is no news.
  const told = (part) => {
    const copy = part.cloneNode(true)
    for (const token of copy.querySelectorAll("[name=csrfmiddlewaretoken]")) token.remove()
    for (const fold of folds(copy)) fold.open = false
    return copy.innerHTML
  }
  const exchange = (part, other) => {
    const open = folds(part).filter((fold) => fold.open).map(name)
    part.innerHTML = other.innerHTML
    for (const fold of folds(part)) fold.open = fold.open || open.includes(name(fold))
  }
  new EventSource(hall.dataset.bell).onmessage = async (event) => {
    if (event.data === stamp) return
    stamp = event.data
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = fresh.getElementById(part.id)
      if (other && told(other) !== told(part)) exchange(part, other)
    }
  }
})()
