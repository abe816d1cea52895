// Small helpers for drawing. An attribute or a text is written only when it changes.
const NAMESPACE = 'http://www.w3.org/2000/svg';

export const CUP = 'M-5 -4H4V1A4 4 0 0 1 0 5H-1A4 4 0 0 1 -5 1ZM4 -3H6A1.6 1.6 0 0 1 6 1.4H4';
/** An order slip: orders of a shop that has no coffee machine. */
export const SLIP = 'M-4 -6H4V6H-4ZM-2 -3H2M-2 0H2M-2 3H1';
export const PERSON = 'M0 -7A3 3 0 1 1 0 -1A3 3 0 1 1 0 -7ZM-5 6C-5 1.5 -3 0 0 0S5 1.5 5 6Z';

/** @param {string} name @param {Record<string, string | number>} [attributes] @param {Element} [parent] */
export function draw(name, attributes = {}, parent) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, String(value)); }
  parent?.append(element);
  return /** @type {SVGElement} */ (element);
}

/** @param {Element} element @param {string} key @param {string | number} value */
export function set(element, key, value) {
  const text = String(value);
  if (element.getAttribute(key) !== text) { element.setAttribute(key, text); }
}

/** @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) { element.textContent = text; }
}

/** The part of a circle that is left, clockwise from the top. @param {number} radius @param {number} share from 0 to 1 */
export function arc(radius, share) {
  const angle = Math.max(0.001, Math.min(0.9999, share)) * 2 * Math.PI;
  return `M0 ${-radius}A${radius} ${radius} 0 ${angle > Math.PI ? 1 : 0} 1 ${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`;
}
