// Levels over shop time: orders in progress and busy workers.
import { TICKS } from './spans.js';
import { draw, set } from './svg.js';

/** @typedef {{ from: number, to: number, max: number, width: number, height: number }} Scale */

/** The outline of a level. @param {import('./spans.js').Level} level @param {number} end when the shop's last customer had left @param {Scale} scale */
export function outline(level, end, { from, to, max, width, height }) {
  const x = (/** @type {number} */ t) => ((t - from) / (to - from || 1) * width).toFixed(1), y = (/** @type {number} */ v) => (height - 1 - v / (max || 1) * (height - 2)).toFixed(1);
  let path = `M0 ${y(0)}`, at = -1;
  level.ticks.forEach((ticks, k) => {
    // Of what happens within a pixel the last is drawn.
    const here = (ticks / TICKS - from) / (to - from || 1) * width;
    if (here - at > 0.7 || k === level.ticks.length - 1) {
      path += `H${x(ticks / TICKS)}V${y(level.values[k])}`;
      at = here;
    }
  });
  return `${path}H${x(end)}`;
}

/** A small chart of a shop, with a line at the playhead. */
export class Spark {
  /** @param {Element} svg @param {import('./log.js').ShopLog} log @param {Scale} scale */
  constructor(svg, log, scale) {
    this.scale = scale;
    set(svg, 'viewBox', `0 0 ${scale.width} ${scale.height}`);
    set(svg, 'preserveAspectRatio', 'none');
    this.orders = draw('path', { class: 'line orders' }, svg);
    this.busy = draw('path', { class: 'line busy' }, svg);
    this.show(log, scale);
    this.head = draw('line', { y1: 0, y2: scale.height, class: 'playhead' }, svg);
  }

  /** @param {import('./log.js').ShopLog} log @param {Scale} scale */
  show(log, scale) {
    this.scale = scale;
    set(this.orders, 'd', outline(log.inProgress, log.ended, scale));
    set(this.busy, 'd', outline(log.busy, log.ended, scale));
  }

  /** @param {number} t */
  at(t) {
    const { from, to, width } = this.scale, x = ((t - from) / (to - from || 1) * width).toFixed(1);
    set(this.head, 'x1', x);
    set(this.head, 'x2', x);
  }
}
