// A bell that is heard again whatever happens. After a lost network a browser listens anew by itself, but it gives up
// for good where something on the way has answered with an error, as a proxy does while the server behind it begins.
const FIRST = 2000;
const LONGEST = 60000;

export function hear(addressNow, { rung, opened = () => {}, lost = () => {} }) {
  let wait = FIRST;
  const listen = () => {
    const bell = new EventSource(addressNow());
    bell.onmessage = (event) => rung(event.data);
    bell.onopen = () => {
      wait = FIRST;
      opened();
    };
    bell.onerror = () => {
      const isRefused = bell.readyState === EventSource.CLOSED;
      lost(isRefused);
      if (!isRefused) return;
      setTimeout(listen, wait * (1 + Math.random())); // not all of them in the same second
      wait = Math.min(2 * wait, LONGEST);
    };
  };
  listen();
}
