// Listens to the page's bell. A ring carries no data: the page is asked for again, with its reader's own
// permissions, and its parts with `data-live` are exchanged. What somebody is writing elsewhere stays.
(() => {
  const hall = document.querySelector("[data-bell]")
  if (!hall || !window.EventSource) return
  let stamp = hall.dataset.stamp
  new EventSource(hall.dataset.bell).onmessage = async (event) => {
    if (event.data === stamp) return
    stamp = event.data
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = fresh.getElementById(part.id)
      if (other) part.innerHTML = other.innerHTML
    }
  }
})()
