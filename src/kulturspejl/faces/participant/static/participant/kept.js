// What this phone keeps of its room, and of the device that the room shares with the page for trying alone.
// No page names this file, modules import it.
import { shelf, windowShelf } from "/static/device/store.js";

const hall = document.querySelector("main[data-room]");

export const room = shelf("room", hall.dataset.room);
export const device = shelf();
// What only this phone can have, none of it anybody's words: without it, whoever reloads a page could answer no more.
export const receipts = windowShelf("room", hall.dataset.room);

// Lists of names, each at most once.
export const listed = (list, one) => (room.read(list) || []).includes(one);
export const list = (name, one) => room.write(name, [...new Set([...(room.read(name) || []), one])]);
export const unlist = (name, one) => room.write(name, (room.read(name) || []).filter((other) => other !== one));
