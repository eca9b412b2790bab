// The key to one's locked notes between two pages: in the browser's own keeping, where no script can read it out.
// No page names this file, modules import it by this very address.

const OURS = "kulturspejl";
const KEYS = "keys";

export const isPossible = Boolean(window.isSecureContext && window.crypto && crypto.subtle && window.indexedDB);

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

export const keep = (room, key) => inStore("readwrite", (store) => store.put(key, room));
export const kept = (room) => inStore("readonly", (store) => store.get(room));
export const forget = (room) => inStore("readwrite", (store) => store.delete(room));
