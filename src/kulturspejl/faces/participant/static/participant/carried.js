// What one of a TRIO writes for all of them: each of their phones keeps it as its owner's own, so that it stands on the
// page that is taken home. The writer's phone has it in the form already. No page names this file, modules import it.
import { list, room, unlist } from "./kept.js";

const CARRIED = "carried";

function keep(place) {
  const part = place.dataset.carried;
  const lines = Array.from(place.querySelectorAll("[data-carries]"));
  const values = Object.fromEntries(lines.map((line) => [line.dataset.carries, line.textContent]));
  const isWriting = Boolean(document.querySelector(`form[data-part="${part}"]`));
  const isKnown = JSON.stringify(room.read("draft." + part)) === JSON.stringify(values);
  if (lines.length && isKnown && (room.read(CARRIED) || []).includes(part)) return;
  if (lines.length) {
    if (!isWriting) room.write("draft." + part, values);
    list("mine", part);
    list(CARRIED, part);
  } else if ((room.read(CARRIED) || []).includes(part)) {
    // Taken back by whoever wrote it.
    if (!isWriting) room.write("draft." + part, {});
    unlist("mine", part);
    unlist(CARRIED, part);
  } else return;
  document.dispatchEvent(new CustomEvent("kulturspejl:noted"));
}

const look = () => document.querySelectorAll("[data-carried]").forEach(keep);

document.addEventListener("kulturspejl:parts", look);
look();
