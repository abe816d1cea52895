// Asks the server for runs.
import { addEdits } from './link.js';
import { ShopLog } from './log.js';

/** What the server refuses, in its own sentence. */
export class Refused extends Error {}

/** @typedef {{ name: string, seed: number, costPerHour?: number[] }} Listed */

/** @returns {Promise<Listed[]>} */
export const shops = async () => (await ask('/floor/shops')).json();

/** @param {string} shop @param {{ seed: string, orders: string }} state @param {import('./link.js').Edit[]} edits */
export async function play(shop, state, edits = []) {
  const query = new URLSearchParams({ shop });
  if (state.seed) { query.set('seed', state.seed); }
  if (state.orders) { query.set('orders', state.orders); }
  addEdits(query, edits);
  return new ShopLog(await (await ask(`/floor/plays?${query}`)).json());
}

/** The cheapest pools, as the command plan finds them. @param {string} shop @param {number} p95 the seconds within which 95 % are to be served */
export const plan = async (shop, p95) => (await ask(`/floor/plan?${new URLSearchParams({ shop, p95: String(p95) })}`)).json();

/** @param {string} address */
async function ask(address, tries = 8) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Refused('The server does not answer. Is the command floor still running?');
  }
  if (answer.status === 503 && tries > 1) {
    const seconds = Number(answer.headers.get('Retry-After')) || 1;
    await new Promise(resolve => setTimeout(resolve, seconds * 1000));
    return ask(address, tries - 1);
  }
  if (!answer.ok) { throw new Refused((await answer.text()).trim()); }
  return answer;
}
