// What happened to one order, as a strip of waits and services.
import { h } from './dom.js';
import { duration } from './duration.js';
import { TICKS } from './spans.js';
import { draw } from './svg.js';
import { clock } from './words.js';

const SAID = { serving: 'is served by', handingOver: 'is handed over by', blocked: 'is kept by', down: 'waits for the repair of' };

/** @param {import('./log.js').ShopLog} log @param {number} number */
export function story(log, number) {
  const told = storyOf(log, number);
  if (!told) { return [h('p', { class: 'say' }, `There is no order ${number}.`)]; }
  const { placed, parts } = told, end = Math.max(...parts.map(part => part.to), placed), all = end - placed || 1;
  const strip = draw('svg', { viewBox: '0 0 1000 24', preserveAspectRatio: 'none', class: 'strip', 'aria-hidden': 'true' });
  for (const part of parts) {
    draw('rect', { x: ((part.from - placed) / all * 1000).toFixed(1), width: ((part.to - part.from) / all * 1000).toFixed(1), height: 24, class: `part ${part.what}` }, strip);
  }
  const words = parts.map(part => part.what === 'queue'
    ? `waits ${duration(part.to - part.from)} for ${part.stage}`
    : `${SAID[/** @type {keyof typeof SAID} */ (part.what)]} ${part.stage} ${part.worker} for ${duration(part.to - part.from)}`);
  const ends = told.outcome ? `${told.outcome} at ${clock(told.left)}, after ${duration(told.left - placed)}` : 'still in the shop at the end';
  return [h('p', {}, `Order ${number} (${told.drink}), placed at ${clock(placed)}: ${words.join(', ')}; ${ends}.`), /** @type {any} */ (strip)];
}

/** The waits and services of an order, in seconds. @param {import('./log.js').ShopLog} log @param {number} number */
function storyOf(log, number) {
  const order = log.orders.get(number);
  if (!order) { return null; }
  /** @type {{ what: string, stage: string, worker: number, from: number, to: number }[]} */ const parts = [];
  const end = Math.min(order.left, log.endTicks);
  for (const stage of log.stages) {
    const name = stage.info.name, { from, to, items } = stage.queue;
    items.forEach((item, k) => {
      if (item.order === number) { parts.push({ what: 'queue', stage: name, worker: 0, from: log.ticks[from[k]], to: to[k] < Infinity ? log.ticks[to[k]] : end }); }
    });
    for (const worker of stage.present.items) {
      for (const activity of worker.activities) {
        if (activity.order === number && activity.what !== 'staying') {
          parts.push({ what: activity.what, stage: name, worker: worker.number, from: activity.began, to: Math.min(activity.ended, end) });
        }
      }
    }
  }
  parts.sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    drink: log.play.drinks[order.drink], placed: order.placed / TICKS, left: order.left / TICKS, outcome: order.outcome,
    parts: parts.filter(part => part.to > part.from).map(part => ({ ...part, from: part.from / TICKS, to: part.to / TICKS })),
  };
}
