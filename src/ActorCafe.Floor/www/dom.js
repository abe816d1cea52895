// Builds elements. Nothing here, or anywhere on the page, parses text as HTML.

/** @typedef {Record<string, string | number | boolean | ((event: any) => void)>} Attributes */

/**
 * @param {string} tag @param {Attributes} [attributes] a function is a listener; true: an attribute without a value
 * @param {...(Node | string)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children);
  return element;
}

/** @param {string} id @returns {HTMLElement} */
export const byId = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** Loads a module's own styles. @param {string} name */
export const style = name => new Promise(resolve => document.head.append(h('link', { rel: 'stylesheet', href: `/floor/${name}.css`, load: resolve })));

/** @param {EventTarget | null} target */
export const valueOf = target => /** @type {HTMLInputElement} */ (target).value;
