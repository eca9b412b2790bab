// Somebody came here from a room, for one part of the profile, and goes back. Which room stands after the #: no
// request carries it.

import { carry } from "/static/device/store.js";

export class FromRoom {
  constructor(place) {
    const asked = new URLSearchParams(location.hash.slice(1));
    const code = asked.get("room") || "";
    this.part = asked.get("part") || "both";
    this.address = /^[A-Z0-9]{4,10}$/.test(code) ? `/room/${code}` : "";
    if (!this.address) return;
    place.hidden = false;
    place.querySelector("a").href = this.address;
    this.promise();
  }

  // What is said of somebody's own profile does not hold for an answer to a room.
  promise() {
    document.documentElement.classList.add("for-room");
    document.querySelector("[data-for-room]").hidden = false;
    document.querySelector("[data-asks-wish]").hidden = this.part === "now";
  }

  // Whether the place is behind the part that the room has asked for: then it is time to go back.
  isPast(section) { return this.address !== "" && this.part === "now" && section.id === "wish"; }

  begins(points) {
    return this.address !== "" && this.part === "wish" && points.slice(0, 6).every((each) => each.isWhole);
  }

  leave() {
    carry();
    location.assign(this.address);
  }
}
