// The page of one shop: changes of its pools at the playhead, and the future without them as a ghost.
import { Timeline } from './timeline.js';
import { byId, h, style, valueOf } from './dom.js';
import { Lane, commonOf } from './lane.js';
import { Refused, play } from './plays.js';
import { say, set } from './svg.js';
import { clock, duration } from './words.js';

/** @typedef {import('./link.js').Edit} Edit */

/** @param {import('./page.js').Page} page @param {string[]} all */
export async function show(page, all) {
  await style('shop');
  const shop = new OneShop(page, all);
  await shop.load(page.state.edits, true);
}

class OneShop {
  /** @type {Edit[][]} */ #undone = [];
  #asked = 0;
  #chosen = -1;

  /** @param {import('./page.js').Page} page @param {string[]} all */
  constructor(page, all) {
    this.page = page;
    this.all = all;
    page.undo = () => this.#undo();
    page.pick = stage => this.#choose(stage);
    page.staff = by => { if (this.#chosen >= 0) { this.#staff(this.#chosen, by); } };
    page.also = t => this.#at(t);
    page.stopBetween = (before, now) => this.#stopBetween(before, now);
    byId('lanes').addEventListener('click', event => {
      const stage = /** @type {Element} */ (event.target).getAttribute('data-stage');
      if (stage !== null) { this.#choose(Number(stage)); }
    });
  }

  /** Simulates the shop with these edits, and without any. @param {Edit[]} edits @param {boolean} [isFirst] */
  async load(edits, isFirst = false) {
    const { page } = this, asked = ++this.#asked;
    let log, base;
    try {
      [log, base] = await Promise.all([play(page.state.shop, page.state, edits), play(page.state.shop, page.state)]);
    } catch (failure) {
      if (isFirst || !(failure instanceof Refused)) { throw failure; }
      byId('trouble').textContent = failure.message;
      return;
    }
    if (asked !== this.#asked) { return; }
    byId('trouble').textContent = '';
    page.state.edits = edits;
    this.log = log;
    this.base = base;
    const lane = new Lane(log, commonOf([log, base]));
    if (isFirst) { this.#build(); }
    byId('lanes').replaceChildren(lane.element);
    byId('intro').textContent = `${log.orders.size} customers. Add or take workers at any moment: the run begins anew from there, and the dashed lines show what would have been.`;
    this.timeline?.show(log, base, edits);
    this.#compare();
    page.show([lane], isFirst);
    this.#choose(this.#chosen);
  }

  #build() {
    const { page, log } = this, { state } = page;
    if (!log) { return; }
    this.timeline = new Timeline({
      seek: t => page.player.stopAt(t),
      move: (edit, at) => this.#change(edits => edits.map(other => other === edit ? { ...edit, at } : other)),
      remove: edit => this.#change(edits => edits.filter(other => other !== edit)),
    });
    this.pools = log.stages.map((stage, index) => {
      const count = h('output'), name = stage.info.name;
      const button = (/** @type {1 | -1} */ by, /** @type {string} */ sign, /** @type {string} */ words) =>
        h('button', { 'aria-label': `One ${name} ${words}`, click: () => { this.#choose(index); this.#staff(index, by); } }, sign);
      const fewer = button(-1, '−', 'fewer'), more = button(1, '+', 'more');
      return { count, fewer, element: h('span', { class: 'pool' }, h('kbd', {}, String(index + 1)), name, fewer, count, more) };
    });
    this.gap = /** @type {HTMLInputElement} */ (h('input', { type: 'number', min: 0.001, step: 'any', change: event => { if (Number(valueOf(event.target)) > 0) { this.#set('', Number(valueOf(event.target))); } } }));
    this.undoButton = h('button', { click: () => this.#undo() }, 'Undo');
    const number = (/** @type {'seed' | 'orders'} */ key, /** @type {string} */ label, /** @type {number} */ now, /** @type {number} */ least) =>
      h('label', {}, `${label} `, h('input', { type: 'number', step: 1, min: least, value: now, change: event => this.#restart(key, valueOf(event.target)) }));
    const shops = h('select', { change: event => { location.hash = `#page=shop&shop=${encodeURIComponent(valueOf(event.target))}`; } }, ...this.all.map(name => h('option', { selected: name === state.shop }, name)));
    this.above = /** @type {HTMLInputElement} */ (h('input', { type: 'number', min: 0, step: 1, value: state.pause?.above ?? 10, change: () => this.#setPause() }));
    this.pauseAt = /** @type {HTMLSelectElement} */ (h('select', { change: () => this.#setPause() }, h('option', { value: '' }, 'no stage'), ...log.stages.map(({ info }) => h('option', { selected: info.name === state.pause?.stage }, info.name))));
    this.table = h('tbody');
    this.story = h('div', { class: 'story' });
    byId('bench').replaceChildren(
      h('div', { class: 'pools' }, ...this.pools.map(pool => pool.element), ...(log.play.gaps ? [h('label', {}, 'a customer every ', this.gap, ' s')] : []), this.undoButton),
      this.timeline.element,
      h('div', { class: 'settings' }, ...(this.all.length > 1 ? [h('label', {}, 'Shop ', shops)] : []), number('seed', 'Seed', log.play.seed, -1e15), number('orders', 'Orders', log.orders.size, 1),
        h('label', {}, 'Pause when ', this.pauseAt), h('label', {}, 'has more waiting than ', this.above)),
      this.story,
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Measures' }, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'the whole run'), h('th', { scope: 'col' }, 'with changes'), h('th', { scope: 'col' }, 'without'))), this.table)));
  }

  /** @param {number} t */
  #at(t) {
    const { log } = this;
    if (!log) { return; }
    this.pools?.forEach(({ count, fewer }, stage) => {
      const workers = log.targetAt(stage, t);
      say(count, String(workers));
      /** @type {HTMLButtonElement} */ (fewer).disabled = workers < 1;
    });
    if (this.gap && this.gap !== document.activeElement) { this.gap.value = String(+(log.gapAt(t) ?? 0).toFixed(3)); }
    this.timeline?.at(t);
    /** @type {HTMLButtonElement} */ (this.undoButton).disabled = this.#undone.length === 0;
    const order = this.page.state.order;
    if (this.story && (order !== this.#told || log !== this.#toldOf)) {
      this.#told = order;
      this.#toldOf = log;
      this.#tell(this.story, log, order);
    }
  }

  /** @param {HTMLElement} into @param {import('./log.js').ShopLog} log @param {number} order */
  async #tell(into, log, order) {
    const told = order ? (await import('./story.js')).story(log, order) : [];
    if (order === this.#told) { into.replaceChildren(...told); }
  }

  #told = 0;
  /** @type {unknown} */ #toldOf = null;

  #compare() {
    const { log, base } = this;
    if (!log || !base || !this.table) { return; }
    /** @type {[string, (of: import('./log.js').ShopLog) => string][]} */
    const rows = [
      ['served per hour', of => of.play.throughputPerHour?.toFixed(1) ?? '-'],
      ['capacity per hour, by formula', of => of.play.capacityPerHour?.toFixed(1) ?? '-'],
      ['mean time in shop', of => duration(of.play.responseTimeMean)],
      ['95 % are served within', of => duration(of.play.responseTimeP95)],
      ['mean orders in progress', of => of.inProgress.at(of.endTicks).mean.toFixed(2)],
      ['mean workers busy', of => of.busy.at(of.endTicks).mean.toFixed(2)],
      ['bottleneck', of => of.play.bottleneck ?? '-'],
      ['last customer', of => clock(of.ended)],
    ];
    this.table.replaceChildren(...rows.map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value(log)), h('td', {}, value(base)))));
  }

  /** @param {number} stage */
  #choose(stage) {
    const lane = this.page.lanes[0];
    if (!lane || stage >= lane.view.drawn.parts.length) { return; }
    this.#chosen = stage;
    lane.view.drawn.parts.forEach((part, index) => set(part.counter, 'class', index === stage ? 'counter chosen' : 'counter'));
  }

  /** One worker more or fewer from now on. @param {number} stage @param {1 | -1} by */
  #staff(stage, by) {
    const { log, page } = this;
    if (!log) { return; }
    const workers = log.targetAt(stage, page.player.t) + by, name = log.stages[stage].info.name;
    if (workers < 0) { return; }
    this.#set(name, workers);
  }

  /** From now on. @param {string} stage @param {number} to */
  #set(stage, to) {
    const at = +this.page.player.t.toFixed(7);
    this.#change(edits => [...edits.filter(edit => edit.stage !== stage || edit.at !== at), { at, stage, to }]);
  }

  /** @param {(edits: Edit[]) => Edit[]} change */
  #change(change) {
    const before = this.page.state.edits;
    this.#undone.push(before);
    this.load(change(before).sort((a, b) => a.at - b.at));
  }

  #undo() {
    const before = this.#undone.pop();
    if (before) { this.load(before); }
  }

  /** @param {'seed' | 'orders'} key @param {string} value */
  #restart(key, value) {
    this.page.state[key] = /^-?\d+$/.test(value) ? value : '';
    this.load(this.page.state.edits);
  }

  #setPause() {
    const stage = this.pauseAt?.value, above = Number(this.above?.value);
    this.page.state.pause = stage && above >= 0 ? { stage, above } : null;
    this.page.share();
  }

  /** @param {number} before @param {number} now */
  #stopBetween(before, now) {
    const pause = this.page.state.pause, stage = this.log?.stages.findIndex(({ info }) => info.name === pause?.stage) ?? -1;
    return pause && stage >= 0 && this.log ? this.log.firstQueueAbove(stage, pause.above, before, now) : null;
  }
}
