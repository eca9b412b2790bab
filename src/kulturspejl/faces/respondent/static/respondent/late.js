// For whoever comes too late: an answer that may still lie in the outbox, and the way to the result.
// It imports nothing of answer.js, which would begin a second time; what it needs of it comes as `tools`.

// The same address opens the result, or says that it opens in a moment.
export function toResult(words) {
  const line = document.createElement("p");
  const link = line.appendChild(document.createElement("a"));
  link.className = "button small";
  link.href = window.location.pathname;
  link.textContent = words;
  return line;
}

// A page that has no questions: nothing here, being closed, or (`data-over`) the result itself.
export function wait(place, { Outbox, say, store }) {
  const outbox = new Outbox(place.dataset.waiting);
  const isOver = "over" in place.dataset;
  const tell = (state) => {
    place.hidden = false;
    place.textContent = say(state);
  };
  // On the result: somebody was in the middle of answering when it closed.
  if (isOver && store.read("draft." + outbox.key) && !store.read("sent." + outbox.key)) tell("closed");
  outbox.onstate = (state) => {
    tell(state);
    if (state === "closed" && !isOver) place.append(toResult(say("to_result")));
    if (state === "sent") store.remove("draft." + outbox.key);
  };
  outbox.send();
}
