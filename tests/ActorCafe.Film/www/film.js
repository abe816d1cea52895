// Records the floor page while it plays and writes what it saw as one animated SVG: no script, no style from elsewhere, so that a README can show it.
// Whatever the page draws is copied with its computed style. What changes from frame to frame becomes an animation.

/** Properties that decide how a shape or a text looks, with the value that needs no mention. */
const STYLE = {
  fill: 'rgb(0, 0, 0)', stroke: 'none', 'stroke-width': '1px', 'stroke-dasharray': 'none', 'paint-order': 'normal',
  'font-size': '', 'font-weight': '400', 'text-anchor': 'start',
};
/** Attributes that are animated, with how values between two frames are found. */
const MOVING = { transform: 'linear', opacity: 'linear', x: 'linear', width: 'linear', d: 'discrete', r: 'discrete' };
const FIXED = ['cx', 'cy', 'x1', 'x2', 'y', 'y1', 'y2', 'height', 'rx'];
const SHAPES = 'path, rect, circle, line, text';

/**
 * @typedef {{ look: string, tag: string, text: string, attributes: Record<string, string>, moving: (Record<string, string> | null)[] }} Item
 *   one look of one mark: its attributes in each frame, null where it is not there
 * @typedef {{ open: string, items: Map<string, Item> }} Layer a part of the page with a scale of its own
 */

export class Film {
  /** @type {Map<Element, Layer>} */ #layers = new Map();
  /** @type {Map<string, string>} */ #looks = new Map();
  /** @type {WeakMap<Element, number>} */ #numbers = new WeakMap();
  #marks = 0;
  #frames = 0;
  #canvas = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

  /** Takes a picture of the page as it is. @param {string[]} parts selectors of what is shown */
  take(parts) {
    for (const part of document.querySelectorAll(parts.join(', '))) {
      this.#box(part);
      this.#texts(part);
      for (const svg of part.querySelectorAll('svg')) {
        if (svg.getClientRects().length > 0) { this.#shapes(svg); }
      }
    }
    this.#frames++;
  }

  /**
   * The film as SVG. It rests on its last frame before it begins again.
   * @param {number} width @param {number} height @param {number} perFrame seconds @param {number} rest seconds
   */
  svg(width, height, perFrame, rest) {
    const seconds = this.#frames * perFrame + rest, share = (/** @type {number} */ frame) => +(frame * perFrame / seconds).toFixed(4);
    return this.#draw(width, height, item => this.#write(item, seconds, share));
  }

  /** The last frame as SVG, for readers who ask for less motion. @param {number} width @param {number} height */
  still(width, height) {
    return this.#draw(width, height, item => {
      const last = item.moving[this.#frames - 1];
      return last ? mark(item, Object.keys(MOVING).filter(key => key in last && (key !== 'opacity' || last[key] !== '1')).map(key => ` ${key}="${last[key]}"`).join('')) : '';
    });
  }

  /** @param {number} width @param {number} height @param {(item: Item) => string} write */
  #draw(width, height, write) {
    const layers = [...this.#layers.values()].map(({ open, items }) => `${open}${[...items.values()].map(write).join('')}</svg>`);
    const looks = [...this.#looks].map(([style, name]) => `.${name}{${style}}`).join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
      + `<style>text{font-family:"Liberation Sans",Arial,Helvetica,sans-serif;white-space:pre}${looks}</style><defs>${this.#hatch()}</defs>`
      + `<rect width="${width}" height="${height}" fill="${getComputedStyle(document.body).backgroundColor}"/>${layers.join('\n')}</svg>\n`;
  }

  /** The background and the border of a part, which SVG does not draw by itself. @param {Element} part */
  #box(part) {
    const style = getComputedStyle(part);
    if (parseFloat(style.borderTopWidth) > 0) {
      const { x, y, width } = part.getBoundingClientRect();
      this.#add(this.#page(), part, 'rect', `fill:${style.borderTopColor}`, '', { x: fine(x), y: fine(y), width: fine(width), height: '1' });
    }
    for (const svg of part.querySelectorAll('svg')) {
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(svg);
      if (parseFloat(borderTopWidth) > 0 && svg.getClientRects().length > 0) {
        const { x, y, width, height } = svg.getBoundingClientRect();
        this.#add(this.#page(), svg, 'rect', `fill:${backgroundColor};stroke:${borderTopColor}`, '', { x: fine(x - 0.5), y: fine(y - 0.5), width: fine(width + 1), height: fine(height + 1), rx: '3' });
      }
    }
  }

  /** @param {Element} part */
  #texts(part) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = /** @type {Element} */ (node.parentElement);
      range.selectNodeContents(node);
      // A text that is broken into lines has a box for each; it is cut where they change.
      for (const [line, { text, box }] of linesOf(node, range).entries()) {
        if (parent.closest('svg') || !text.trim() || box.width === 0) { continue; }
        const style = getComputedStyle(parent);
        this.#canvas.font = `${style.fontWeight} ${style.fontSize} "Liberation Sans"`;
        const look = `fill:${style.color};font-size:${style.fontSize}${style.fontWeight === '400' ? '' : `;font-weight:${style.fontWeight}`}`;
        const baseline = box.y + this.#canvas.measureText(text).fontBoundingBoxAscent;
        this.#add(this.#page(), parent, 'text', look, text, { x: fine(box.x), y: fine(baseline) }, `${[...parent.childNodes].indexOf(/** @type {ChildNode} */ (node))} ${line}`);
      }
    }
  }

  /** @param {SVGSVGElement} svg */
  #shapes(svg) {
    const { x, y, width, height } = svg.getBoundingClientRect(), border = parseFloat(getComputedStyle(svg).borderTopWidth);
    const layer = this.#layer(svg, () => `<svg x="${fine(x + border)}" y="${fine(y + border)}" width="${fine(width - 2 * border)}" height="${fine(height - 2 * border)}" viewBox="${svg.getAttribute('viewBox')}"`
      + ` preserveAspectRatio="${svg.getAttribute('preserveAspectRatio') ?? 'xMidYMid'}"${getComputedStyle(svg).overflow === 'visible' ? ' overflow="visible"' : ''}>`);
    for (const shape of svg.querySelectorAll(SHAPES)) {
      const text = shape.tagName === 'text' ? shape.textContent ?? '' : '', isEmpty = shape.tagName === 'text' ? !text : shape.getAttribute('d') === '' || shape.getAttribute('r') === '0';
      if (isEmpty || shape.getAttribute('visibility') === 'hidden' || shape.getAttribute('width') === '0.0') { continue; }
      const style = getComputedStyle(shape), isText = shape.tagName === 'text';
      const look = Object.entries(STYLE).filter(([key, usual]) => style.getPropertyValue(key) !== usual && (isText || !/^(font|text)/.test(key)))
        .map(([key]) => `${key}:${style.getPropertyValue(key).replace(/url\("?[^#]*#hatch"?\)/, 'url(#hatch)')}`).join(';');
      /** @type {Record<string, string>} */ const attributes = {};
      for (const key of [...Object.keys(MOVING), ...FIXED]) {
        const value = shape.getAttribute(key);
        if (value !== null) { attributes[key] = value; }
      }
      // A worker's parts are placed by their group.
      const group = shape.parentElement?.getAttribute('transform');
      if (group) { attributes.transform = group; }
      this.#add(layer, shape, shape.tagName, look, text, attributes);
    }
  }

  #page() { return this.#layer(document.body, () => '<svg>'); }

  /** @param {Element} of @param {() => string} open */
  #layer(of, open) {
    let layer = this.#layers.get(of);
    if (!layer) { this.#layers.set(of, layer = { open: open(), items: new Map() }); }
    return layer;
  }

  /**
   * Notes a mark of this frame.
   * @param {Layer} layer @param {Element} of @param {string} tag @param {string} style @param {string} text @param {Record<string, string>} attributes
   * @param {string} [which] which of the element's texts
   */
  #add(layer, of, tag, style, text, attributes, which = '') {
    let number = this.#numbers.get(of);
    if (!number) { this.#numbers.set(of, number = ++this.#marks); }
    let look = this.#looks.get(style);
    if (!look) { this.#looks.set(style, look = `s${this.#looks.size}`); }
    const fixed = FIXED.map(key => attributes[key]).join(' '), key = `${number} ${which} ${look} ${text} ${fixed} ${tag === 'text' ? attributes.x : ''}`;
    let item = layer.items.get(key);
    if (!item) { layer.items.set(key, item = { look, tag, text, attributes, moving: [] }); }
    item.moving[this.#frames] = attributes;
  }

  /** @param {Item} item @param {number} seconds @param {(frame: number) => number} share */
  #write(item, seconds, share) {
    const frames = Array.from({ length: this.#frames }, (_, frame) => item.moving[frame] ?? null), last = frames.findLast(frame => frame !== null) ?? {};
    const there = frames.map(frame => frame ? 'visible' : 'hidden'), isThereAtEnd = there[there.length - 1] === 'visible';
    let animations = animate('visibility', there, 'discrete', seconds, share);
    let moving = '';
    for (const [key, how] of Object.entries(MOVING)) {
      if (!(key in last)) { continue; }
      // Where it is not there it keeps still.
      /** @type {string[]} */ const values = [];
      let value = (frames.find(frame => frame !== null) ?? {})[key];
      for (const frame of frames) { values.push(value = frame?.[key] ?? value); }
      if (key === 'opacity' && values.every(each => each === '1')) { continue; }
      const isOut = (/** @type {string} */ each) => key === 'transform' ? each.replace(/^translate\(|\)$/g, '') : each;
      moving += ` ${key}="${last[key]}"`;
      animations += animate(key, values.map(isOut), how, seconds, share);
    }
    return mark(item, `${moving}${isThereAtEnd ? '' : ' visibility="hidden"'}`, animations);
  }

  #hatch() {
    const pattern = /** @type {Element} */ (document.getElementById('hatch')), copy = /** @type {Element} */ (pattern.cloneNode(true));
    [...copy.children].forEach((rect, k) => {
      rect.setAttribute('fill', getComputedStyle(pattern.children[k]).fill);
      rect.removeAttribute('class');
    });
    return new XMLSerializer().serializeToString(copy).replace(' xmlns="http://www.w3.org/2000/svg"', '');
  }
}

/** @param {number} pixels */
const fine = pixels => String(+pixels.toFixed(1));

/** @param {Item} item @param {string} attributes those besides the fixed ones @param {string} [animations] */
function mark(item, attributes, animations = '') {
  const fixed = FIXED.filter(key => key in item.attributes).map(key => ` ${key}="${item.attributes[key]}"`).join(''), text = item.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<${item.tag} class="${item.look}"${fixed}${attributes}${animations || text ? `>${text}${animations}</${item.tag}>` : '/>'}`;
}

/** The lines of a text node as they are broken, with their boxes. @param {Node} node @param {Range} range */
function linesOf(node, range) {
  const text = node.textContent ?? '';
  if (range.getClientRects().length < 2) { return [{ text, box: range.getBoundingClientRect() }]; }
  /** @type {{ text: string, box: DOMRect }[]} */ const lines = [];
  for (let k = 0; k < text.length; k++) {
    range.setStart(node, k);
    range.setEnd(node, k + 1);
    const box = range.getBoundingClientRect(), line = lines.at(-1);
    if (line && (box.y === line.box.y || box.width === 0)) { line.text += text[k]; } else { lines.push({ text: text[k], box }); }
  }
  return lines;
}

/**
 * An animation through the values of all frames; nothing where they are the same.
 * @param {string} key @param {string[]} values @param {string} how @param {number} seconds @param {(frame: number) => number} share
 */
function animate(key, values, how, seconds, share) {
  const isLinear = how === 'linear';
  // Frames at which something begins to change, and between which it keeps still, are enough.
  const kept = values.map((_, frame) => frame).filter(frame => frame === 0 || values[frame] !== values[frame - 1] || (isLinear && (frame === values.length - 1 || values[frame] !== values[frame + 1])));
  if (new Set(values).size === 1) { return ''; }
  const times = kept.map(share), shown = kept.map(frame => values[frame]);
  if (isLinear) {
    times.push(1);
    shown.push(values[values.length - 1]);
  }
  const name = key === 'transform' ? 'animateTransform attributeName="transform" type="translate"' : `animate attributeName="${key}"`;
  return `<${name} dur="${+seconds.toFixed(3)}s" repeatCount="indefinite"${isLinear ? '' : ' calcMode="discrete"'} keyTimes="${times.join(';').replaceAll('0.', '.')}" values="${shown.join(';')}"/>`;
}

Object.assign(globalThis, { film: new Film() });
