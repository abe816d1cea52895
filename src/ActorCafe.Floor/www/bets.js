// How a bet is placed in the lesson: by a choice, a level drawn over a chart, or the size of each pool.
import { outline } from './chart.js';
import { h, valueOf } from './dom.js';
import { draw, say, set } from './svg.js';

/** @typedef {{ element: Element, pick: (k: number) => void, staff: (by: 1 | -1) => void }} Control pick and staff: what the keys 1-9, + and - do */

const HEIGHT = 120;
const MOST_WORKERS = 9;

/** @param {string} ask @param {...Node} parts */
const question = (ask, ...parts) => h('fieldset', {}, h('legend', {}, ask), ...parts);

/** @param {string} ask @param {string[]} words @param {number | null} bet @param {(bet: number) => void} changed @returns {Control} */
export function choice(ask, words, bet, changed) {
  const inputs = words.map((_, k) => /** @type {HTMLInputElement} */ (h('input', { type: 'radio', name: 'bet', checked: k === bet, change: () => changed(k) })));
  return {
    element: question(ask, ...words.map((text, k) => h('label', { class: 'choice' }, inputs[k], h('span', {}, h('kbd', {}, String(k + 1)), ` ${text}`)))),
    pick: k => {
      if (inputs[k]) {
        inputs[k].checked = true;
        changed(k);
      }
    },
    staff: () => {},
  };
}

/** The orders in progress over time, with lines at a bet and at a mean. @param {import('./log.js').ShopLog} before @param {import('./log.js').ShopLog | null} after @param {number | null} bet */
export function levelChart(before, after, bet) {
  const scale = { from: before.opened, to: Math.max(before.ended, after?.ended ?? 0), max: before.inProgress.max, width: 1000, height: HEIGHT };
  const name = `Orders in progress over time, at most ${scale.max} in ${before.name}` + (after ? ` and ${after.inProgress.max} in ${after.name}` : '');
  const svg = draw('svg', { viewBox: `0 0 1000 ${HEIGHT}`, preserveAspectRatio: 'none', class: 'levels', role: 'img', 'aria-label': name });
  draw('path', { d: outline(before.inProgress, before.ended, scale), class: after ? 'line orders pale' : 'line orders' }, svg);
  if (after) { draw('path', { d: outline(after.inProgress, after.ended, scale), class: 'line orders' }, svg); }
  const line = draw('line', { x1: 0, x2: 1000, class: 'betline' }, svg), height = (/** @type {number | null} */ value) => {
    const y = (HEIGHT - (value ?? -9) / scale.max * HEIGHT).toFixed(1);
    set(line, 'y1', y);
    set(line, 'y2', y);
  };
  height(bet);
  return { svg, max: scale.max, height };
}

/** @param {string} ask @param {import('./log.js').ShopLog} before @param {number | null} bet @param {(bet: number) => void} changed @returns {Control} */
export function level(ask, before, bet, changed) {
  const { svg, max, height } = levelChart(before, null, bet), shown = h('output');
  const range = /** @type {HTMLInputElement} */ (h('input', { type: 'range', min: 0, max, step: 0.5, value: bet ?? max / 2, 'aria-label': 'Orders in progress on average', input: event => choose(Number(valueOf(event.target))) }));
  /** @param {number} value */
  const choose = value => {
    const bounded = Math.min(max, Math.max(0, Math.round(value * 2) / 2));
    range.value = String(bounded);
    say(shown, String(bounded));
    height(bounded);
    changed(bounded);
  };
  const drawn = (/** @type {PointerEvent} */ event) => {
    const box = svg.getBoundingClientRect();
    choose((1 - (event.clientY - box.top) / box.height) * max);
  };
  svg.addEventListener('pointerdown', event => {
    svg.setPointerCapture(event.pointerId);
    drawn(event);
  });
  svg.addEventListener('pointermove', event => { if (svg.hasPointerCapture(event.pointerId)) { drawn(event); } });
  say(shown, bet === null ? '?' : String(bet));
  return { element: question(ask, /** @type {any} */ (svg), h('div', { class: 'level-row' }, range, shown)), pick: () => {}, staff: by => choose(Number(range.value) + by) };
}

/**
 * @param {string} ask @param {string[]} names @param {number[]} costs @param {number[]} sizes @param {(sizes: number[]) => void} changed
 * @returns {Control}
 */
export function pools(ask, names, costs, sizes, changed) {
  let chosen = 0, now = sizes;
  const counts = sizes.map(size => h('output', {}, String(size))), cost = h('b', {}, costOf(sizes, costs).toFixed(1));
  const step = (/** @type {number} */ stage, /** @type {1 | -1} */ by) => {
    chosen = stage;
    const size = now[stage] + by;
    if (size >= 1 && size <= MOST_WORKERS) {
      now = now.with(stage, size);
      say(counts[stage], String(size));
      say(cost, costOf(now, costs).toFixed(1));
      changed(now);
    }
  };
  const button = (/** @type {number} */ stage, /** @type {1 | -1} */ by, /** @type {string} */ sign) =>
    h('button', { 'aria-label': `One ${names[stage]} ${by > 0 ? 'more' : 'fewer'}`, click: () => step(stage, by) }, sign);
  const parts = names.map((name, k) => h('span', { class: 'pool' }, h('kbd', {}, String(k + 1)), `${name} (${costs[k]} each) `, button(k, -1, '−'), counts[k], button(k, 1, '+')));
  return {
    element: question(ask, h('div', { class: 'pools' }, ...parts), h('p', { class: 'cost' }, 'Cost per hour: ', cost)),
    pick: k => { if (k < names.length) { chosen = k; } },
    staff: by => step(chosen, by),
  };
}

/** @param {number[]} sizes @param {number[]} costs */
export const costOf = (sizes, costs) => sizes.reduce((sum, size, k) => sum + size * costs[k], 0);
