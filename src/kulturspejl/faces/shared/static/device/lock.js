// The key to one's locked notes between two pages: in the browser's own keeping, where no script can read it out.
// A device that several people use keeps no key, and opens nothing with one that somebody else has left.
// No page names this file, modules import it by this very address.
import { isShared } from "/static/device/store.js";

const OURS = "kulturspejl";
const KEYS = "keys";

// Where cookies are refused, some browsers throw at the very name: a page that imports this must still begin.
function hasStore() {
  try {
    return Boolean(window.indexedDB);
  } catch (refused) {
    return false;
  }
}

export const isPossible = Boolean(window.isSecureContext && window.crypto && crypto.subtle && hasStore());

function inStore(mode, act) {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(OURS, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(KEYS);
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const work = asked.result.transaction(KEYS, mode);
      const answer = act(work.objectStore(KEYS));
      work.oncomplete = () => { asked.result.close(); done(answer.result); };
      work.onabort = work.onerror = () => { asked.result.close(); failed(work.error); };
    };
  });
}

// Says whether it is there now. Throws where the browser refuses, as some do in a private window.
export async function keep(room, key) {
  if (isShared()) return false;
  await inStore("readwrite", (store) => store.put(key, room));
  return true;
}

export const kept = async (room) => (isShared() ? undefined : inStore("readonly", (store) => store.get(room)));
export const forget = (room) => inStore("readwrite", (store) => store.delete(room));
