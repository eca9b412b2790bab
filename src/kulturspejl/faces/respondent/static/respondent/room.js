// Somebody came here from a room, for one part of the profile, and goes back. Which room stands after the #: no
// request carries it.

import { carry, shelf } from "/static/device/store.js";

export class FromRoom {
  constructor(place) {
    const asked = new URLSearchParams(location.hash.slice(1));
    const code = asked.get("room") || "";
    this.part = asked.get("part") || "both";
    this.handsIn = asked.get("hand") === "1";
    this.code = code;
    this.address = /^[A-Z0-9]{4,10}$/.test(code) ? `/room/${code}` : "";
    if (!this.address) return;
    place.hidden = false;
    place.querySelector("a").href = this.address;
    this.promise();
  }

  // What is said of somebody's own profile does not hold for an answer to a room.
  promise() {
    document.documentElement.classList.add("for-room");
    document.querySelector(this.handsIn ? "[data-for-handing-in]" : "[data-for-room]").hidden = false;
    document.querySelector("[data-asks-wish]").hidden = this.part === "now";
    if (this.part === "now") this.asksSix();
  }

  // The room asks for six of the screens, and the last of them ends in what comes of it.
  asksSix() {
    const screens = Array.from(document.querySelectorAll('[data-screen][data-kind="now"]'));
    for (const place of document.querySelectorAll("[data-place]")) place.textContent = place.dataset.place;
    const last = screens[screens.length - 1].querySelector("[data-next]");
    last.textContent = this.handsIn ? last.dataset.send : last.dataset.return;
  }

  // Whether the place is behind the part that the room has asked for: then it is time to go back.
  isPast(section) { return this.address !== "" && this.part === "now" && section.id === "wish"; }

  begins(points) {
    return this.address !== "" && this.part === "wish" && points.slice(0, 6).every((each) => each.isWhole);
  }

  leave() {
    if (this.handsIn) shelf("room", this.code).write("hand_in", true);
    carry();
    location.assign(this.address);
  }
}
