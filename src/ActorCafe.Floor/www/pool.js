// A pool's size between two buttons.
import { h } from './dom.js';

/** @param {string} name @param {number} index @param {string} label @param {(by: 1 | -1) => void} step */
export function pool(name, index, label, step) {
  const button = (/** @type {1 | -1} */ by) =>
    /** @type {HTMLButtonElement} */ (h('button', { 'aria-label': `One ${name} ${by > 0 ? 'more' : 'fewer'}`, click: () => step(by) }, by > 0 ? '+' : '−'));
  const count = h('output'), fewer = button(-1);
  return { count, fewer, element: h('span', { class: 'pool' }, h('kbd', {}, String(index + 1)), label, fewer, count, button(1)) };
}
