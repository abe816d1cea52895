// How a bet is placed in the lesson: by a choice. Levels and pools have modules of their own.
import { h } from './dom.js';

/** @typedef {{ element: Element, pick: (k: number) => void, staff: (by: 1 | -1) => void }} Control pick and staff: what the keys 1-9, + and - do */

/** @param {string} ask @param {...Node} parts */
export const question = (ask, ...parts) => h('fieldset', {}, h('legend', {}, ask), ...parts);

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
