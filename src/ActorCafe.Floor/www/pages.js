// The pages of simulated shops: a lesson, several shops, one shop. The link names the page and what it shows.
import { byId, h, style } from './dom.js';
import { read, write } from './link.js';
import { Page } from './page.js';

/** @typedef {{ name: string, seed: number, costPerHour?: number[] }} Listed */

/** What a cluster and a report have no keys for. */
const KEYS = [
  ['1-9, then + or −', 'one worker more or fewer at that stage, from now on (one shop)'],
  ['1-9, Enter', 'place a bet, go on (lesson)'],
  ['Esc', 'undo the last change'],
];

/** @param {Listed[]} list */
export async function begin(list) {
  const state = read(location.hash), all = list.map(shop => shop.name), hasLesson = Boolean(list[0].costPerHour);
  if (!all.includes(state.shop)) { state.shop = all.includes('pipeline') ? 'pipeline' : all[0]; }
  if (all.length === 1) {
    state.page = 'shop';
  } else if (!state.page || (state.page === 'lesson' && !hasLesson)) {
    state.page = hasLesson ? 'lesson' : 'shops';
  }
  await style('pages');
  const tab = (/** @type {string} */ page, /** @type {string} */ name) => h('a', { href: `#page=${page}`, 'aria-current': page === state.page && 'page' }, name);
  document.querySelector('h1')?.after(h('nav', { 'aria-label': 'Pages' },
    ...(hasLesson ? [tab('lesson', 'Lesson')] : []),
    ...(all.length > 1 ? [tab('shops', `${['Two', 'Three', 'Four', 'Five'][all.length - 2] ?? all.length} shops`)] : []),
    tab('shop', 'One shop')));
  byId('last-keys').before(...KEYS.flatMap(([key, what]) => [h('dt', {}, key), h('dd', {}, what)]));
  // A link to another page, or one that was typed: everything starts over.
  window.addEventListener('hashchange', event => {
    const before = read(new URL(event.oldURL).hash), now = read(new URL(event.newURL).hash);
    if (JSON.stringify(before) !== JSON.stringify(now)) {
      // This page may have written its own link over it meanwhile.
      history.replaceState(null, '', event.newURL);
      location.reload();
    }
  });
  const page = new Page(state);
  page.write = write;
  // Each page loads only what it needs.
  const { show } = await (state.page === 'lesson' ? import('./lesson.js') : state.page === 'shop' ? import('./shop.js') : import('./shops.js'));
  await show(page, all, list);
}
