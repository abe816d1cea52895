// Runs, as the server simulates them.
import { ask } from './ask.js';
import { addEdits } from './link.js';
import { ShopLog } from './log.js';

/** @param {string} shop @param {{ seed: string, orders: string }} state @param {import('./link.js').Edit[]} edits */
export async function play(shop, state, edits = []) {
  const query = new URLSearchParams({ shop });
  if (state.seed) { query.set('seed', state.seed); }
  if (state.orders) { query.set('orders', state.orders); }
  addEdits(query, edits);
  return new ShopLog(await ask(`/floor/plays?${query}`));
}

/** The cheapest pools, as the command plan finds them. @param {string} shop @param {number} p95 the seconds within which 95 % are to be served */
export const plan = (shop, p95) => ask(`/floor/plan?${new URLSearchParams({ shop, p95: String(p95) })}`);
