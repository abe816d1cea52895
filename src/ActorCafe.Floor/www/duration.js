// How a length of time is said.
import { two } from './words.js';

/** A length of time: 42m 33s. @param {number | null} seconds */
export function duration(seconds) {
  if (seconds === null) { return '-'; }
  const s = Math.round(seconds);
  return s < 60 ? `${seconds.toFixed(1)}s` : s < 3600 ? `${Math.floor(s / 60)}m ${two(s % 60)}s` : `${Math.floor(s / 3600)}h ${two(Math.floor(s / 60) % 60)}m`;
}
