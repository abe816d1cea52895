// What happened to one order, as a strip of waits and services.
import { h } from './dom.js';
import { draw } from './svg.js';
import { clock, duration } from './words.js';

const SAID = { serving: 'is served by', handingOver: 'is handed over by', blocked: 'is kept by' };

/** @param {ReturnType<import('./log.js').ShopLog['storyOf']>} told @param {number} number */
export function story(told, number) {
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
