// An appointment of a whole day as a calendar file (RFC 5545), made on the device.
import { bytes, hex } from "/static/device/chance.js";

const escape = (words) => words.replace(/([\\;,])/g, "\\$1").replace(/\r\n?|\n/g, "\\n");
const date = (day) => day.replace(/-/g, "");

function next(day) {
  const moment = new Date(day + "T12:00:00Z");
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().slice(0, 10);
}

// Lines of 75 bytes at most, never cut within a sign; the rest begins with a space.
function folded(line) {
  const lines = [];
  let part = "";
  let bytes = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (bytes + size > 75) {
      lines.push(part);
      part = " ";
      bytes = 1;
    }
    part += sign;
    bytes += size;
  }
  return [...lines, part].join("\r\n");
}

export function calendar({ day, title, about }) {
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kulturspejl//own page//EN", "BEGIN:VEVENT",
    `UID:${hex(bytes(12))}@kulturspejl`, `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(next(day))}`,
    `SUMMARY:${escape(title)}`, ...(about ? [`DESCRIPTION:${escape(about)}`] : []),
    "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
  ].map(folded).join("\r\n");
}
