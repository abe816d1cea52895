// Several shops below each other: the same customers at the same instant.
import { byId } from './dom.js';
import { Lane, commonOf } from './lane.js';

/** @param {import('./page.js').Page} page @param {import('./log.js').ShopLog[]} logs @param {(name: string) => string} [link] where a shop's name leads */
export function showTogether(page, logs, link) {
  const common = commonOf(logs), lanes = logs.map(log => new Lane(log, common, link?.(log.name)));
  byId('lanes').replaceChildren(...lanes.map(lane => lane.element));
  const orders = new Set(logs.map(log => log.orders.size)), same = orders.size === 1 ? `the same ${[...orders][0]} customers, ` : '';
  byId('intro').textContent = `${logs.length > 1 ? `${logs.length} shops, ${same}the same moment in each. ` : ''}Every mark is an order or a worker of the run.`;
  page.show(lanes, true);
}
