// Starts the page that the link names.
import { byId } from './dom.js';
import { read } from './link.js';
import { Page } from './page.js';
import { Refused, shops } from './plays.js';

async function start() {
  const page = new Page(), list = await shops(), all = list.map(shop => shop.name), hasLesson = Boolean(list[0]?.costPerHour), { state } = page;
  // Without shops there is a cluster.
  if (!all.length) { return (await import('./cluster.js')).show(page); }
  if (!all.includes(state.shop)) { state.shop = all.includes('pipeline') ? 'pipeline' : all[0]; }
  if (all.length === 1) {
    state.page = 'shop';
  } else if (!state.page || (state.page === 'lesson' && !hasLesson)) {
    state.page = hasLesson ? 'lesson' : 'shops';
  }
  document.body.dataset.page = state.page;
  const five = byId('to-shops'), lesson = byId('to-lesson');
  five.textContent = all.length === 1 ? 'The shop' : `${['Two', 'Three', 'Four', 'Five'][all.length - 2] ?? all.length} shops`;
  five.hidden = all.length === 1;
  lesson.hidden = !hasLesson;
  byId(`to-${state.page}`).setAttribute('aria-current', 'page');
  // Each page loads only what it needs.
  const { show } = await (state.page === 'lesson' ? import('./lesson.js') : state.page === 'shop' ? import('./shop.js') : import('./shops.js'));
  await show(page, all, list);
}

// A link to another page, or one that was typed: everything starts over.
window.addEventListener('hashchange', event => {
  const before = read(new URL(event.oldURL).hash), now = read(new URL(event.newURL).hash);
  if (JSON.stringify(before) !== JSON.stringify(now)) { location.reload(); }
});
start().catch(failure => {
  byId('intro').textContent = '';
  byId('trouble').textContent = failure instanceof Refused ? failure.message : `Something unforeseen went wrong: ${failure}`;
  if (!(failure instanceof Refused)) { throw failure; }
});
