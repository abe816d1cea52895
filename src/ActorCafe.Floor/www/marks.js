// The changes of a run: marks on its chart that can be dragged, moved by key and deleted, and a list of them.
import { h } from './dom.js';
import { QUEUES } from './link.js';
import { clock } from './words.js';

/** @typedef {import('./link.js').Edit} Edit */

const STEP = 60;

/** @param {import('./timeline.js').Timeline} timeline @param {Edit[]} edits */
export function showMarks(timeline, edits) {
  timeline.marks.replaceChildren(...edits.filter(edit => !edit.queue).map(edit => markOf(timeline, edit)));
  timeline.list.replaceChildren(...edits.map(edit => h(
    'li', {}, h('span', {}, `From ${momentOf(edit)}: ${editInWords(edit)} `),
    h('button', { 'aria-label': `Delete the change at ${momentOf(edit)}: ${editInWords(edit)}`, click: () => timeline.acts.remove(edit) }, 'Delete'))));
}

/** @param {import('./timeline.js').Timeline} timeline @param {Edit} edit */
function markOf(timeline, edit) {
  let at = edit.at, isDragged = false;
  const { acts } = timeline, mark = h('button', { class: 'edit' }, edit.stage ? editInWords(edit) : `every ${edit.to} s`);
  const place = (/** @type {number} */ t) => {
    at = Math.min(timeline.to, Math.max(timeline.from, t));
    mark.style.left = `${(timeline.share(at) * 100).toFixed(2)}%`;
    mark.setAttribute('aria-label', `${editInWords(edit)} from ${clock(at)}: arrow keys move it, Delete removes it`);
  };
  place(edit.at);
  mark.addEventListener('pointerdown', event => {
    isDragged = true;
    mark.setPointerCapture(event.pointerId);
  });
  mark.addEventListener('pointermove', event => { if (isDragged) { place(Math.round(timeline.timeAt(event.clientX))); } });
  mark.addEventListener('pointerup', () => {
    isDragged = false;
    if (Math.abs(at - edit.at) >= 1) { acts.move(edit, at); }
  });
  mark.addEventListener('keydown', event => {
    if (event.key === 'Delete' || event.key === 'Backspace') { acts.remove(edit); }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      place(Math.round(edit.at + (event.key === 'ArrowLeft' ? -STEP : STEP)));
      acts.move(edit, at);
    }
  });
  return mark;
}

/** @param {Edit} edit */
const editInWords = edit => edit.queue ? `queue at ${edit.stage}, ${QUEUES[edit.queue]}` : edit.stage ? `${edit.stage} ${edit.to}` : `a customer every ${edit.to} s`;

/** @param {Edit} edit */
const momentOf = edit => edit.queue ? 'opening' : clock(edit.at);
