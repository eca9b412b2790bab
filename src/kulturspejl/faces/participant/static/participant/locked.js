// The locked copy at the server: fetched, and replaced whole. Where another phone was there first, the two are put
// together field by field, the latest of each.
import { reach } from "/static/device/reach.js";
import { open, seal } from "./sealing.js";

export const EMPTY = { format: "kulturspejl-notes", version: 1, fields: {} };
const TRIES = 5;

export class Elsewhere extends Error {}

export function merge(one, other) {
  const fields = { ...one.fields };
  for (const [name, field] of Object.entries(other.fields)) {
    if (!fields[name] || fields[name].at < field.at) fields[name] = field;
  }
  return { ...EMPTY, fields };
}

export class Locked {
  constructor(address, room, key, headers = {}) {
    Object.assign(this, { address, room, key, headers, mark: null });
  }

  async fetch() {
    const reply = await reach(this.address, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!reply.ok) throw new Elsewhere(String(reply.status));
    const { sealed, mark } = JSON.parse(reply.text);
    const notes = sealed ? await open(sealed, this.key, this.room) : EMPTY;
    this.mark = mark;
    return notes;
  }

  // What is kept in the end: `notes`, and what another phone has kept meanwhile.
  async keep(notes) {
    for (let turn = 0; turn < TRIES; turn += 1) {
      if (this.mark === null) notes = merge(notes, await this.fetch());
      const reply = await this.put(await seal(notes, this.key, this.room));
      if (reply.ok) {
        this.mark = JSON.parse(reply.text).mark;
        return notes;
      }
      if (reply.status !== 409) throw new Elsewhere(String(reply.status));
      this.mark = null;
    }
    throw new Elsewhere("busy");
  }

  put(sealed) {
    return reach(this.address, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Accept: "application/json", ...this.headers },
      body: JSON.stringify({ sealed, seen: this.mark }),
    });
  }

  throwAway() { return reach(this.address, { method: "DELETE", headers: this.headers }); }
}
