// Numbers and bars instead of orders: for a cluster with more facts than can be sent.
import { h } from './dom.js';
import { draw, say, set } from './svg.js';

const FULL = 100;

export class Bars {
  /** @param {import('./log.js').StageInfo[]} stages */
  constructor(stages) {
    this.stages = stages.map(({ name }) => {
      const bar = (/** @type {string} */ look) => {
        const svg = draw('svg', { viewBox: `0 0 ${FULL} 8`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }), level = draw('rect', { height: 8, class: look }, svg);
        return { svg, level, count: h('b') };
      };
      const queue = bar('crowd'), busy = bar('cells serving');
      return { queue, busy, element: h('li', {}, h('span', { class: 'name' }, name), h('span', {}, queue.count, ' waiting', queue.svg), h('span', {}, busy.count, ' busy', busy.svg)) };
    });
    this.element = h('div', { class: 'bars', hidden: true }, h('p', { class: 'say crowded' }, 'More than 2,000 events per second. That is too many to show each order, so only counts are shown.'), h('ul', {}, ...this.stages.map(stage => stage.element)));
  }

  /** @param {{ queues: number[], busy: number[] }} levels */
  show({ queues, busy }) {
    const most = Math.max(...queues, 1), all = Math.max(...busy, 1);
    this.stages.forEach((stage, k) => {
      say(stage.queue.count, String(queues[k]));
      say(stage.busy.count, String(busy[k]));
      set(stage.queue.level, 'width', (FULL * queues[k] / most).toFixed(1));
      set(stage.busy.level, 'width', (FULL * busy[k] / all).toFixed(1));
    });
  }
}
