// What is shown when the door has closed: a bar for each figure, with the bet as a mark.
import { h, style } from './dom.js';
import { draw } from './svg.js';

await style('outcome');

/** @param {import('./figures.js').Row[]} rows */
export function bars(rows) {
  const max = Math.max(...rows.flatMap(row => [row.value, row.bet ?? 0])) || 1;
  return h('ul', { class: 'bars' }, ...rows.map(({ name, value, text, look, bet, isBet }) => {
    const bar = draw('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    draw('rect', { width: (100 * value / max).toFixed(1), height: 10, class: look }, bar);
    if (bet !== undefined) { draw('line', { x1: (99.6 * bet / max + 0.2).toFixed(1), x2: (99.6 * bet / max + 0.2).toFixed(1), y1: 0, y2: 10, class: 'betline' }, bar); }
    return h('li', {}, h('span', {}, name, isBet ? h('b', {}, ' (your bet)') : ''), /** @type {any} */ (bar), h('span', { class: 'figure' }, text));
  }));
}

/** The verdict, the figures and what they teach. @param {import('./figures.js').Scene} scene @param {import('./figures.js').Logs} logs @param {number | null} bet */
export function outcome(scene, logs, bet) {
  const value = bet === null ? undefined : scene.choices?.(logs)[bet]?.value ?? bet;
  return [h('p', { class: 'verdict' }, verdict(scene, logs, bet)), bars(scene.rows?.(logs, value) ?? []), h('p', {}, scene.teaches?.(logs) ?? '')];
}

/**
 * What a bet was, and whether it was right: of several choices the nearest to what was measured, of levels one that differs by a quarter at most.
 * @param {import('./figures.js').Scene} scene @param {import('./figures.js').Logs} logs @param {number | null} bet
 */
function verdict(scene, logs, bet) {
  if (bet === null) { return 'No bet.'; }
  const measured = scene.measured?.(logs) ?? 0, choices = scene.choices?.(logs);
  if (!choices) { return `You drew ${bet}; measured: ${measured.toFixed(2)}. ${Math.abs(bet - measured) <= measured / 4 ? 'Close.' : 'Not this time.'}`; }
  const far = choices.map(({ value }) => Math.abs(value - measured)), isRight = far.indexOf(Math.min(...far)) === bet;
  return `Your bet: ${choices[bet]?.words}. ${isRight ? 'Right.' : 'Not this time.'}`;
}
