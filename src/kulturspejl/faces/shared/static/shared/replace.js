// What stands in a place, exchanged. `replaceChildren` does the same, and is missing on phones below Safari 14.
export function replace(place, ...nodes) {
  place.textContent = "";
  place.append(...nodes);
}
