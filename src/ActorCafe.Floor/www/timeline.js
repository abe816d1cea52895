// The chart of one shop over time, with the changes of its pools as marks that can be dragged, moved by key and deleted.
import { outline } from './chart.js';
import { h } from './dom.js';
import { editInWords, momentOf } from './link.js';
import { draw, set } from './svg.js';
import { clock } from './words.js';

/** @typedef {import('./link.js').Edit} Edit */

const STEP = 60;

export class Timeline {
  #from = 0;
  #to = 1;

  /** @param {{ seek: (t: number) => void, move: (edit: Edit, at: number) => void, remove: (edit: Edit) => void }} acts */
  constructor(acts) {
    this.acts = acts;
    this.svg = draw('svg', { viewBox: '0 0 1000 150', preserveAspectRatio: 'none', role: 'img', class: 'chart' });
    this.svg.addEventListener('click', event => acts.seek(this.#timeAt(/** @type {MouseEvent} */ (event).clientX)));
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
    this.#from = log.opened;
    this.#to = Math.max(log.ended, base.ended);
    const max = Math.max(log.inProgress.max, base.inProgress.max, log.busy.max, base.busy.max);
    const scale = { from: this.#from, to: this.#to, max, width: 1000, height: 150 };
    const line = (/** @type {import('./log.js').ShopLog} */ of, /** @type {'inProgress' | 'busy'} */ what, /** @type {string} */ look) =>
      draw('path', { d: outline(of[what], of.ended, scale), class: `line ${look}` });
    const ghosts = edits.length ? [line(base, 'inProgress', 'orders ghost'), line(base, 'busy', 'busy ghost')] : [];
    this.svg.replaceChildren(...ghosts, line(log, 'inProgress', 'orders'), line(log, 'busy', 'busy'), this.head);
    set(this.svg, 'aria-label', `Orders in progress over time, at most ${log.inProgress.max}; workers busy, at most ${log.busy.max}`);
    this.most.textContent = String(max);
    this.first.textContent = clock(this.#from);
    this.last.textContent = clock(this.#to);
    this.marks.replaceChildren(...edits.filter(edit => !edit.queue).map(edit => this.#mark(edit)));
    this.list.replaceChildren(...edits.map(edit => h(
      'li', {}, h('span', {}, `From ${momentOf(edit)}: ${editInWords(edit)} `), h('button', { 'aria-label': `Delete the change at ${momentOf(edit)}: ${editInWords(edit)}`, click: () => this.acts.remove(edit) }, 'Delete'))));
  }

  /** @param {number} t */
  at(t) {
    const x = (this.#share(t) * 1000).toFixed(1);
    set(this.head, 'x1', x);
    set(this.head, 'x2', x);
  }

  /** @param {Edit} edit */
  #mark(edit) {
    let at = edit.at, isDragged = false;
    const mark = h('button', { class: 'edit' }, edit.stage ? editInWords(edit) : `every ${edit.to} s`);
    const place = (/** @type {number} */ t) => {
      at = Math.min(this.#to, Math.max(this.#from, t));
      mark.style.left = `${(this.#share(at) * 100).toFixed(2)}%`;
      mark.setAttribute('aria-label', `${editInWords(edit)} from ${clock(at)}: arrow keys move it, Delete removes it`);
    };
    place(edit.at);
    mark.addEventListener('pointerdown', event => {
      isDragged = true;
      mark.setPointerCapture(event.pointerId);
    });
    mark.addEventListener('pointermove', event => { if (isDragged) { place(Math.round(this.#timeAt(event.clientX))); } });
    mark.addEventListener('pointerup', () => {
      isDragged = false;
      if (Math.abs(at - edit.at) >= 1) { this.acts.move(edit, at); }
    });
    mark.addEventListener('keydown', event => {
      if (event.key === 'Delete' || event.key === 'Backspace') { this.acts.remove(edit); }
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        place(Math.round(edit.at + (event.key === 'ArrowLeft' ? -STEP : STEP)));
        this.acts.move(edit, at);
      }
    });
    return mark;
  }

  /** @param {number} t */
  #share(t) { return Math.min(1, Math.max(0, (t - this.#from) / (this.#to - this.#from || 1))); }

  /** @param {number} x */
  #timeAt(x) {
    const box = this.svg.getBoundingClientRect();
    return this.#from + Math.min(1, Math.max(0, (x - box.left) / box.width)) * (this.#to - this.#from);
  }
}
