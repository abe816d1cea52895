// Draws scenes of a shop. At rest the drawing is a function of the scene alone; in motion tokens glide to where they belong.
import { Layout, shapeOf } from './layout.js';
import { CUP, PERSON, SLIP, arc, draw, say, set } from './svg.js';

const SEAT_CLASS = { idle: 'seat', serving: 'seat serving', handingOver: 'seat handing', blocked: 'seat held', staying: 'seat held', down: 'seat down' };
const CELLS = ['serving', 'handing', 'held', 'down', 'idle'];
const CELL_OF = { serving: 'serving', handingOver: 'handing', blocked: 'held', staying: 'held', down: 'down', idle: 'idle' };
const CROSS = 'M-10 -10L10 10M-10 10L10 -10';

/** @typedef {{ x: number, y: number, look: string, shape: string, order: number }} Wanted */
/** @typedef {{ element: SVGElement, x: number, y: number, from: { x: number, y: number }, to: { x: number, y: number }, at: number, leaves: boolean }} Token */

export class ShopView {
  /** @type {Map<string, Token>} */ #tokens = new Map();
  selected = 0;

  /** @param {Element} svg @param {import('./log.js').ShopLog} log */
  constructor(svg, log) {
    this.svg = svg;
    this.log = log;
    this.orderShape = log.stages.some(({ info }) => info.worker === 'coffee-machine') ? CUP : SLIP;
    this.layout = this.#layoutOf(600);
    this.drawn = this.#drawAnew();
  }

  /** @param {number} width */
  resize(width) {
    this.layout = this.#layoutOf(width);
    this.drawn = this.#drawAnew();
  }

  /** @param {number} width */
  #layoutOf(width) { return new Layout(width, this.log.stages.map((_, stage) => this.log.seatsOf(stage))); }

  #drawAnew() {
    const { width } = this.layout;
    set(this.svg, 'viewBox', `0 0 ${width} ${this.layout.height}`);
    set(this.svg, 'height', this.layout.height);
    this.#tokens.clear();
    this.svg.replaceChildren();
    const back = draw('g', {}, this.svg), labels = draw('g', {}, this.svg);
    const parts = this.log.stages.map((stage, index) => this.#drawStage(stage.info.name, index, back, labels));
    const { zone } = this.layout.pickUp, middle = zone.top + 59;
    draw('line', { x1: zone.x + 4, x2: zone.x + zone.width, y1: middle, y2: middle, class: 'path pick' }, back);
    draw('text', { x: zone.x + zone.width / 2, y: zone.top + 109, class: 'dim middle' }, labels).textContent = 'pick-up';
    const pickUp = { count: draw('text', { x: zone.x + 8, y: zone.top + 17, class: 'count' }, labels), rest: draw('text', { class: 'rest', 'data-people': 0 }, labels) };
    return { parts, pickUp, tokens: draw('g', {}, this.svg) };
  }

  /** @param {string} name @param {number} index @param {Element} back @param {Element} labels */
  #drawStage(name, index, back, labels) {
    const { line, seats } = this.layout.stages[index], box = this.layout.box(index), { zone } = line, middle = zone.top + 59;
    draw('line', { x1: zone.x + 4, x2: zone.x + zone.width - 2, y1: middle, y2: middle, class: 'path' }, back);
    const counter = draw('rect', { ...box, rx: 6, class: 'counter', 'data-stage': index }, back);
    const label = draw('text', { x: box.x + box.width / 2, y: zone.top + 109, class: 'dim middle' }, labels), shape = shapeOf(seats);
    label.textContent = name;
    return {
      shape, counter, label, name,
      count: draw('text', { x: zone.x + zone.width - 4, y: zone.top + 17, class: 'count end' }, labels),
      nobody: [-3, 10].map(y => draw('text', { x: box.x + box.width / 2, y: middle + y, class: 'dim middle nobody' }, labels)),
      bar: draw('rect', { y: middle - 8, height: 16, class: 'crowd', visibility: 'hidden' }, back),
      rest: draw('text', { class: 'rest end', 'data-orders': 0, 'data-waiting': 0 }, labels),
      seats: shape !== 'seats' ? [] : Array.from({ length: seats }, (_, seat) => {
        const { x, y } = this.layout.seat(index, seat), group = draw('g', { transform: `translate(${x} ${y})` }, back);
        return { body: draw('circle', { r: 9, class: 'seat away' }, group), ring: draw('path', { class: 'ring' }, group) };
      }),
      cells: shape === 'seats' ? [] : CELLS.map(look => draw('path', { class: `cells ${look}` }, back)),
    };
  }

  /**
   * Draws a scene.
   * @param {import('./log.js').Scene} scene
   * @param {{ now: number, still: boolean, crowd: boolean, flight: number }} how the wall time in seconds; still: no glides; crowd: numbers instead of tokens; flight: how
   *   long a token is on its way, in seconds
   * @returns {boolean} whether anything is still on its way
   */
  draw(scene, how) {
    /** @type {Map<string, Wanted>} */ const wanted = new Map();
    scene.stages.forEach((stage, index) => this.#drawSceneOf(stage, index, how.crowd, wanted));
    this.#drawPickUp(scene, how.crowd, wanted);
    return this.#move(wanted, how);
  }

  /** How many tokens a scene needs. @param {import('./log.js').Scene} scene */
  tokensOf(scene) {
    return Math.min(scene.waitingForPickUp, this.layout.pickUp.room)
      + scene.stages.reduce((sum, stage, index) => sum + Math.min(stage.queued, this.layout.stages[index].line.room) + stage.seats.length, 0);
  }

  /** @param {import('./log.js').StageScene} stage @param {number} index @param {boolean} crowd @param {Map<string, Wanted>} wanted */
  #drawSceneOf(stage, index, crowd, wanted) {
    const part = this.drawn.parts[index], { line } = this.layout.stages[index], places = line.places(stage.queued);
    say(part.count, stage.queued ? String(stage.queued) : '');
    const shown = crowd ? [] : stage.queue.slice(0, places.shown);
    shown.forEach(({ order, inProgress }, k) => wanted.set(`o${order}`, { ...places.at(k), look: inProgress ? 'token' : 'token waits', shape: inProgress ? this.orderShape : PERSON, order }));
    const orders = stage.queuedInProgress - shown.filter(token => token.inProgress).length, rest = stage.queued - shown.length;
    set(part.rest, 'data-orders', orders);
    set(part.rest, 'data-waiting', rest - orders);
    dots(part.rest, rest && !crowd, places.rest, 6);
    const width = Math.min(line.zone.width - 8, stage.queued * 15 / 4), isBar = crowd && stage.queued > 0;
    set(part.bar, 'visibility', isBar ? 'visible' : 'hidden');
    set(part.bar, 'x', isBar ? (line.zone.x + line.zone.width - 4 - width).toFixed(1) : 0);
    set(part.bar, 'width', isBar ? width.toFixed(1) : 0);
    set(part.bar, 'class', orders * 2 > rest ? 'crowd' : 'crowd waits');
    this.#drawWorkers(stage, index, crowd, wanted);
  }

  /** @param {import('./log.js').StageScene} stage @param {number} index @param {boolean} crowd @param {Map<string, Wanted>} wanted */
  #drawWorkers(stage, index, crowd, wanted) {
    const part = this.drawn.parts[index], isEmpty = stage.seats.length === 0;
    part.nobody.forEach((text, line) => say(text, isEmpty ? ['nobody', 'there'][line] : ''));
    if (part.shape !== 'seats') {
      this.#drawPool(stage, index);
      return;
    }

    const taken = new Map(stage.seats.map(seat => [seat.seat, seat]));
    part.seats.forEach((drawn, seat) => {
      const worker = taken.get(seat), what = worker?.what ?? 'away';
      set(drawn.body, 'class', SEAT_CLASS[/** @type {keyof typeof SEAT_CLASS} */ (what)] ?? 'seat away');
      set(drawn.body, 'r', isEmpty ? 0 : 9);
      set(drawn.ring, 'd', worker && what === 'serving' ? arc(13, worker.left) : what === 'down' ? CROSS : '');
      set(drawn.ring, 'class', what === 'down' ? 'cross' : 'ring');
      if (worker?.order && !crowd && what !== 'staying') {
        wanted.set(`o${worker.order}`, { ...this.layout.seat(index, seat), look: 'token seated', shape: this.orderShape, order: worker.order });
      }
    });
  }

  /** A pool of many workers: a cell each, or a stacked bar. @param {import('./log.js').StageScene} stage @param {number} index */
  #drawPool(stage, index) {
    const part = this.drawn.parts[index], box = this.layout.box(index), cells = part.shape === 'grid' ? this.layout.cells(index) : null, size = cells?.size.toFixed(1);
    /** @type {Record<string, import('./log.js').Seat[]>} */ const groups = { serving: [], handing: [], held: [], down: [], idle: [] };
    for (const seat of stage.seats) { groups[CELL_OF[/** @type {keyof typeof CELL_OF} */ (seat.what)]].push(seat); }
    let y = box.y + 4;
    CELLS.forEach((look, k) => {
      const group = groups[look], height = (box.height - 8) * group.length / stage.seatCount;
      set(part.cells[k], 'd', cells
        ? group.map(({ seat }) => `M${cells.at(seat).x.toFixed(1)} ${cells.at(seat).y.toFixed(1)}h${size}v${size}h-${size}z${look === 'down' ? `l${size} ${size}` : ''}`).join('')
        : `M${box.x + 4} ${y.toFixed(1)}h${box.width - 8}v${height.toFixed(1)}h${8 - box.width}z`);
      set(part.cells[k], 'data-count', group.length);
      y += height;
    });
    say(part.label, `${part.name}: ${groups.serving.length} of ${stage.seats.length} busy${groups.down.length ? `, ${groups.down.length} down` : ''}`);
  }

  /** @param {import('./log.js').Scene} scene @param {boolean} crowd @param {Map<string, Wanted>} wanted */
  #drawPickUp(scene, crowd, wanted) {
    const places = this.layout.pickUp.places(scene.waitingForPickUp), shown = crowd ? [] : scene.pickUp.slice(0, places.shown);
    shown.forEach((order, k) => wanted.set(`c${order}`, { ...places.at(k), look: 'token person', shape: PERSON, order }));
    const rest = scene.waitingForPickUp - shown.length;
    say(this.drawn.pickUp.count, scene.waitingForPickUp ? String(scene.waitingForPickUp) : '');
    set(this.drawn.pickUp.rest, 'data-people', rest);
    dots(this.drawn.pickUp.rest, rest && !crowd, places.rest, -6);
  }

  /** @param {Map<string, Wanted>} wanted @param {{ now: number, still: boolean, flight: number }} how */
  #move(wanted, { now, still, flight }) {
    const shareOf = (/** @type {Token} */ { at }) => still ? 1 : Math.min(1, (now - at) / flight);
    let moves = false;
    for (const [key, want] of wanted) {
      const token = this.#tokens.get(key) ?? this.#enter(key, want, now);
      if (token.to.x !== want.x || token.to.y !== want.y || token.leaves) { send(token, want, now, false); }
      const share = shareOf(token);
      moves ||= share < 1;
      place(token, share);
      set(token.element, 'd', want.shape);
      set(token.element, 'class', want.order === this.selected ? `${want.look} selected` : want.look);
      set(token.element, 'opacity', 1);
    }
    for (const [key, token] of this.#tokens) {
      if (wanted.has(key)) { continue; }
      if (!token.leaves) { send(token, { x: this.layout.width + 10, y: token.y }, now, true); }
      const share = shareOf(token);
      if (share < 1) {
        moves = true;
        place(token, share);
        set(token.element, 'opacity', (1 - share).toFixed(2));
      } else {
        token.element.remove();
        this.#tokens.delete(key);
      }
    }
    if (still) { this.drawn.tokens.replaceChildren(...[...wanted.keys()].map(key => /** @type {Token} */ (this.#tokens.get(key)).element)); }
    return moves;
  }

  /** A token that was not there: from the door, or from the counter where the order was taken. @param {string} key @param {Wanted} want @param {number} now @returns {Token} */
  #enter(key, want, now) {
    const first = this.layout.box(0), from = key[0] === 'c' ? { x: first.x + first.width / 2, y: first.y + 37 } : { x: -8, y: 59 };
    const element = draw('path', { d: want.shape, class: want.look, transform: '', opacity: 1, 'data-order': want.order }, this.drawn.tokens);
    const token = { element, ...from, from, to: { x: want.x, y: want.y }, at: now, leaves: false };
    this.#tokens.set(key, token);
    return token;
  }
}

/** Stands for tokens that have no room. @param {Element} text @param {unknown} isNeeded @param {{ x: number, y: number }} at @param {number} by */
function dots(text, isNeeded, { x, y }, by) {
  say(text, isNeeded ? '…' : '');
  set(text, 'x', x + by);
  set(text, 'y', y + 4);
}

/** From where it is now. @param {Token} token @param {{ x: number, y: number }} to @param {number} at in seconds @param {boolean} leaves */
function send(token, { x, y }, at, leaves) {
  Object.assign(token, { from: { x: token.x, y: token.y }, to: { x, y }, at, leaves });
}

/** @param {Token} token @param {number} share of the way */
function place(token, share) {
  const eased = share * share * (3 - 2 * share), far = Math.hypot(token.to.x - token.from.x, token.to.y - token.from.y) > 25;
  token.x = token.from.x + (token.to.x - token.from.x) * eased;
  token.y = token.from.y + (token.to.y - token.from.y) * eased - (far && share < 1 ? Math.sin(Math.PI * share) * 12 : 0);
  set(token.element, 'transform', `translate(${token.x.toFixed(1)} ${token.y.toFixed(1)})`);
}
