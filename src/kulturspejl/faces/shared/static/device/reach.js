// One question to the server, with an end to the waiting: a network that is there and carries nothing is told like one
// that is gone, and whoever asked can ask again.
// No page names this file, modules import it by this very address.

const LONG_ENOUGH = 20000;

// The reply with its whole text. Throws where nobody was reached, or where nothing more came.
export async function reach(address, options = {}) {
  const patience = window.AbortController ? new AbortController() : { signal: undefined, abort: () => {} };
  const alarm = setTimeout(() => patience.abort(), LONG_ENOUGH);
  try {
    const reply = await fetch(address, { ...options, signal: patience.signal });
    return { ok: reply.ok, status: reply.status, url: reply.url, text: await reply.text() };
  } catch (lost) {
    // Given up or torn, it is the same; a DOMException would be read as a key that does not fit (notes.js).
    throw new Error("nobody was reached");
  } finally {
    clearTimeout(alarm);
  }
}
