// Asks the server for runs.
import { addEdits } from './link.js';
import { ShopLog } from './log.js';

/** What the server refuses, in its own sentence. */
export class Refused extends Error {}

/** @returns {Promise<{ name: string, seed: number }[]>} */
export const shops = async () => (await ask('/floor/shops')).json();

/** @param {string} shop @param {import('./link.js').State} state @param {import('./link.js').Edit[]} edits */
export async function play(shop, state, edits = []) {
  const query = new URLSearchParams({ shop });
  if (state.seed) { query.set('seed', state.seed); }
  if (state.orders) { query.set('orders', state.orders); }
  addEdits(query, edits);
  return new ShopLog(await (await ask(`/floor/plays?${query}`)).json());
}

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
