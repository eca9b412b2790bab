// For whoever comes too late: an answer that may still lie in the outbox, and the way to the result.
// It imports nothing of answer.js, which would begin a second time; what it needs of it comes as `tools`.
import { Sending } from "./sending.js";

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
export function wait(place, { say, store }) {
  const key = place.dataset.waiting;
  const isOver = "over" in place.dataset;
  const tell = (state) => {
    place.hidden = false;
    place.textContent = say(state);
  };
  // On the result: somebody was in the middle of answering when it closed.
  if (isOver && store.read("draft." + key) && !store.read("sent." + key)) tell("closed");
  const sending = new Sending(store, key, (state) => {
    tell(state);
    if (state === "closed" && !isOver) place.append(toResult(say("to_result")));
    if (state === "sent") store.remove("draft." + key);
  });
  sending.send();
}
