// A level that is drawn over a chart, as a bet.
import { question } from './bets.js';
import { outline } from './chart.js';
import { h, valueOf } from './dom.js';
import { draw, say, set } from './svg.js';

const HEIGHT = 120;

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

/** @param {string} ask @param {import('./log.js').ShopLog} before @param {number | null} bet @param {(bet: number) => void} changed @returns {import('./bets.js').Control} */
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
