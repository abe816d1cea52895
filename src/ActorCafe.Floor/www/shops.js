// The page of several shops: the same customers at the same instant.
import { byId } from './dom.js';
import { Lane, commonOf } from './lane.js';
import { play } from './plays.js';

/** @param {import('./page.js').Page} page @param {string[]} all */
export async function show(page, all) {
  const { state } = page, chosen = all.filter(name => !state.shops.length || state.shops.includes(name)), names = chosen.length ? chosen : all;
  const logs = await Promise.all(names.map(name => play(name, state)));
  const common = commonOf(logs), lanes = logs.map(log => new Lane(log, common, `#page=shop&shop=${encodeURIComponent(log.name)}`));
  byId('lanes').replaceChildren(...lanes.map(lane => lane.element));
  const orders = new Set(logs.map(log => log.orders.size)), same = orders.size === 1 ? `the same ${[...orders][0]} customers, ` : '';
  byId('intro').textContent = `${names.length > 1 ? `${names.length} shops, ${same}the same moment in each. ` : ''}Every mark is an order or a worker of the run.`;
  page.show(lanes, true);
}
