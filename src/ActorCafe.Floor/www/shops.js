// The page of several shops.
import { play } from './plays.js';
import { showTogether } from './together.js';

/** @param {import('./page.js').Page} page @param {string[]} all */
export async function show(page, all) {
  const { state } = page, chosen = all.filter(name => !state.shops.length || state.shops.includes(name)), names = chosen.length ? chosen : all;
  showTogether(page, await Promise.all(names.map(name => play(name, state))), name => `#page=shop&shop=${encodeURIComponent(name)}`);
}
