// The chart of one shop over time, with its changes.
import { outline } from './chart.js';
import { h } from './dom.js';
import { draw, set } from './svg.js';
import { clock } from './words.js';

/** @typedef {import('./link.js').Edit} Edit */

export class Timeline {
  from = 0;
  to = 1;

  /** @param {{ seek: (t: number) => void, move: (edit: Edit, at: number) => void, remove: (edit: Edit) => void }} acts */
  constructor(acts) {
    this.acts = acts;
    this.svg = draw('svg', { viewBox: '0 0 1000 150', preserveAspectRatio: 'none', role: 'img', class: 'chart' });
    this.svg.addEventListener('click', event => acts.seek(this.timeAt(/** @type {MouseEvent} */ (event).clientX)));
    this.head = draw('line', { y1: 0, y2: 150, class: 'playhead' });
    this.marks = h('div', { class: 'marks' });
    this.most = h('span', { class: 'most' });
    this.first = h('span');
    this.last = h('span');
    this.list = h('ol', { class: 'edits' });
    this.element = h('div', { class: 'timeline' }, h('div', { class: 'plot' }, this.svg, this.most, this.marks), h('div', { class: 'ends' }, this.first, h('span', { class: 'say' }, 'orders in progress, workers busy; dashed: without changes'), this.last), this.list);
  }

  /** @param {import('./log.js').ShopLog} log @param {import('./log.js').ShopLog} base @param {Edit[]} edits */
  show(log, base, edits) {
    this.from = log.opened;
    this.to = Math.max(log.ended, base.ended);
    const max = Math.max(log.inProgress.max, base.inProgress.max, log.busy.max, base.busy.max);
    const scale = { from: this.from, to: this.to, max, width: 1000, height: 150 };
    const line = (/** @type {import('./log.js').ShopLog} */ of, /** @type {'inProgress' | 'busy'} */ what, /** @type {string} */ look) =>
      draw('path', { d: outline(of[what], of.ended, scale), class: `line ${look}` });
    const ghosts = edits.length ? [line(base, 'inProgress', 'orders ghost'), line(base, 'busy', 'busy ghost')] : [];
    this.svg.replaceChildren(...ghosts, line(log, 'inProgress', 'orders'), line(log, 'busy', 'busy'), this.head);
    set(this.svg, 'aria-label', `Orders in progress over time, at most ${log.inProgress.max}; workers busy, at most ${log.busy.max}`);
    this.most.textContent = String(max);
    this.first.textContent = clock(this.from);
    this.last.textContent = clock(this.to);
    // Few pages have marks.
    if (edits.length || this.list.firstChild) { import('./marks.js').then(({ showMarks }) => showMarks(this, edits)); }
  }

  /** @param {number} t */
  at(t) {
    const x = (this.share(t) * 1000).toFixed(1);
    set(this.head, 'x1', x);
    set(this.head, 'x2', x);
  }

  /** Where a moment is, from 0 to 1. @param {number} t */
  share(t) { return Math.min(1, Math.max(0, (t - this.from) / (this.to - this.from || 1))); }

  /** @param {number} x in pixels of the window */
  timeAt(x) {
    const box = this.svg.getBoundingClientRect();
    return this.from + Math.min(1, Math.max(0, (x - box.left) / box.width)) * (this.to - this.from);
  }
}
