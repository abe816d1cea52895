// The page of one shop: changes of its pools at the playhead, and the future without them as a ghost.
import { Refused } from './ask.js';
import { byId, h, style, valueOf } from './dom.js';
import { duration } from './duration.js';
import { Lane, commonOf } from './lane.js';
import { QUEUES } from './link.js';
import { play } from './plays.js';
import { pool } from './pool.js';
import { firstQueueAbove, gapAt, targetAt } from './queries.js';
import { say, set } from './svg.js';
import { Timeline } from './timeline.js';
import { clock } from './words.js';

/** @typedef {import('./link.js').Edit} Edit @typedef {import('./log.js').ShopLog} ShopLog */

const NO_STAGE = 'no stage';

/** @param {import('./page.js').Page} page @param {string[]} all */
export async function show(page, all) {
  await style('shop');
  const [log, base] = await logsOf(page, page.state.edits);
  new OneShop(page, all, log, base).show(log, base, true);
}

/** The shop with these edits, and without any. @param {import('./page.js').Page} page @param {Edit[]} edits */
const logsOf = ({ state }, edits) => {
  const base = play(state.shop, state);
  return Promise.all([edits.length ? play(state.shop, state, edits) : base, base]);
};

class OneShop {
  /** @type {Edit[][]} */ #undone = [];
  #asked = 0;
  #chosen = -1;
  #told = 0;
  /** @type {unknown} */ #toldOf = null;

  /** @param {import('./page.js').Page} page @param {string[]} all @param {ShopLog} log @param {ShopLog} base */
  constructor(page, all, log, base) {
    const { state } = this.page = page, names = log.stages.map(({ info }) => info.name);
    this.log = log;
    this.base = base;
    page.undo = () => this.#undo();
    page.pick = stage => this.#choose(stage);
    page.staff = by => { if (this.#chosen >= 0) { this.#staff(this.#chosen, by); } };
    page.also = t => this.#at(t);
    page.stopBetween = (before, now) => this.#stopBetween(before, now);
    byId('lanes').addEventListener('click', event => {
      const stage = /** @type {Element} */ (event.target).getAttribute('data-stage');
      if (stage !== null) { this.#choose(Number(stage)); }
    });
    this.timeline = new Timeline({
      seek: t => page.player.stopAt(t),
      move: (edit, at) => this.#change(edits => edits.map(other => other === edit ? { ...edit, at } : other)),
      remove: edit => this.#change(edits => edits.filter(other => other !== edit)),
    });
    this.pools = names.map((name, index) => pool(name, index, name, by => {
      this.#choose(index);
      this.#staff(index, by);
    }));
    this.gap = number(0.001, '', text => { if (Number(text) > 0) { this.#set('', Number(text)); } }, 'any');
    this.undoButton = /** @type {HTMLButtonElement} */ (h('button', { click: () => this.#undo() }, 'Undo'));
    const shops = options(name => { location.hash = `#page=shop&shop=${encodeURIComponent(name)}`; }, all, state.shop);
    this.above = number(0, state.pause?.above ?? 10, () => this.#setPause());
    this.pauseAt = options(() => this.#setPause(), [NO_STAGE, ...names], state.pause?.stage);
    this.queueAt = options(() => this.#showQueue(), names, names.find(name => state.edits.some(edit => edit.queue && edit.stage === name)) ?? names.find((_, stage) => log.seatsOf(stage) > 1));
    this.queue = options(words => this.#setQueue(words), Object.values(QUEUES));
    this.oneWorker = h('span', { class: 'say' });
    this.table = h('tbody');
    this.theory = h('p', { class: 'say' });
    this.story = h('div', { class: 'story' });
    byId('bench').replaceChildren(
      h('div', { class: 'pools' }, ...this.pools.map(each => each.element), ...(log.play.gaps ? [h('label', {}, 'a customer every ', this.gap, ' s')] : []), this.undoButton),
      this.timeline.element,
      h('div', { class: 'settings' }, ...(all.length > 1 ? [h('label', {}, 'Shop ', shops)] : []),
        h('label', {}, 'Seed ', number(-1e15, log.play.seed, text => this.#restart('seed', text))), h('label', {}, 'Orders ', number(1, log.orders.size, text => this.#restart('orders', text))),
        h('label', {}, 'Queue at ', this.queueAt), h('label', {}, h('span', { class: 'hidden' }, 'Which queue '), this.queue), this.oneWorker,
        h('label', {}, 'Pause when ', this.pauseAt), h('label', {}, 'has more waiting than ', this.above)),
      this.story,
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Measures' },
        h('table', {}, h('thead', {}, h('tr', {}, ...['the whole run', 'with changes', 'without'].map(name => h('th', { scope: 'col' }, name)))), this.table)),
      this.theory);
  }

  /** @param {ShopLog} log with changes @param {ShopLog} base without @param {boolean} [isFirst] */
  show(log, base, isFirst = false) {
    const { page } = this, lane = new Lane(log, commonOf([log, base]));
    this.log = log;
    this.base = base;
    byId('lanes').replaceChildren(lane.element);
    byId('intro').textContent = `${log.orders.size} customers. Add or remove workers at any moment. The run continues from there with them, and the dashed lines show what would have happened without.`;
    this.timeline.show(log, base, page.state.edits);
    this.#compare();
    this.#showQueue();
    page.show([lane], isFirst);
    this.#choose(this.#chosen);
  }

  /** @param {Edit[]} edits */
  async #load(edits) {
    const { page } = this, asked = ++this.#asked, trouble = byId('trouble');
    try {
      const [log, base] = await logsOf(page, edits);
      if (asked === this.#asked) {
        trouble.textContent = '';
        page.state.edits = edits;
        this.show(log, base);
      }
    } catch (failure) {
      if (!(failure instanceof Refused)) { throw failure; }
      trouble.textContent = failure.message;
    }
  }

  /** @param {number} t */
  #at(t) {
    const { log, gap } = this, { order } = this.page.state;
    this.pools.forEach(({ count, fewer }, stage) => {
      const workers = targetAt(log, stage, t);
      say(count, String(workers));
      fewer.disabled = workers < 1;
    });
    if (gap !== document.activeElement) { gap.value = String(+(gapAt(log, t) ?? 0).toFixed(3)); }
    this.timeline.at(t);
    this.undoButton.disabled = this.#undone.length === 0;
    if (order !== this.#told || log !== this.#toldOf) {
      this.#told = order;
      this.#toldOf = log;
      this.#tell(log, order);
    }
  }

  /** @param {ShopLog} log @param {number} order */
  async #tell(log, order) {
    if (!order) {
      this.story.replaceChildren();
      return;
    }
    const { story } = await import('./story.js');
    if (order === this.#told && log === this.#toldOf) { this.story.replaceChildren(...story(log, order)); }
  }

  #compare() {
    const { log, base } = this;
    /** @type {[string, (of: ShopLog) => string][]} */
    const rows = [
      ['served per hour', ({ play: { throughputPerHour } }) => throughputPerHour?.toFixed(1) ?? '-'],
      ['capacity per hour, by formula', ({ play: { capacityPerHour } }) => capacityPerHour?.toFixed(1) ?? '-'],
      ['mean time in shop', of => duration(of.play.responseTimeMean)],
      ['in the long run, by formula', ({ play: { theory } }) => theory && theory.timeInShop !== null ? `${theory.exact ? '' : '~'}${duration(theory.timeInShop)}` : '-'],
      ['95 % are served within', of => duration(of.play.responseTimeP95)],
      ['mean orders in progress', of => of.inProgress.at(of.endTicks).mean.toFixed(2)],
      ['mean workers busy', of => of.busy.at(of.endTicks).mean.toFixed(2)],
      ['bottleneck', of => of.play.bottleneck ?? '-'],
      ['last customer', of => clock(of.ended)],
    ];
    this.table.replaceChildren(...rows.map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value(log)), h('td', {}, value(base)))));
    const [now, before] = [log, base].map(theoryInWords);
    this.theory.textContent = now === before ? now : `With changes: ${now} Without: ${before}`;
  }

  #showQueue() {
    const stage = this.queueAt.selectedIndex;
    this.queue.value = QUEUES[this.log.play.routers[stage]];
    this.oneWorker.textContent = this.log.seatsOf(stage) < 2 ? '(no difference with one worker)' : '';
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
    const workers = targetAt(this.log, stage, this.page.player.t) + by;
    if (workers >= 0) { this.#set(this.log.stages[stage].info.name, workers); }
  }

  /** From now on. @param {string} stage @param {number} to */
  #set(stage, to) {
    const at = +this.page.player.t.toFixed(7);
    this.#change(edits => [...edits.filter(edit => edit.queue || edit.stage !== stage || edit.at !== at), { at, stage, to }]);
  }

  /** During the whole run. @param {string} words */
  #setQueue(words) {
    const { value: stage, selectedIndex } = this.queueAt, router = this.base.play.routers[selectedIndex], queue = Object.keys(QUEUES).find(key => QUEUES[key] === words);
    this.#change(edits => [...edits.filter(edit => !edit.queue || edit.stage !== stage), ...(queue === router ? [] : [{ at: 0, stage, to: 0, queue }])]);
  }

  /** @param {(edits: Edit[]) => Edit[]} change */
  #change(change) {
    const before = this.page.state.edits;
    this.#undone.push(before);
    this.#load(change(before).sort((a, b) => a.at - b.at));
  }

  #undo() {
    const before = this.#undone.pop();
    if (before) { this.#load(before); }
  }

  /** @param {'seed' | 'orders'} key @param {string} value */
  #restart(key, value) {
    this.page.state[key] = /^-?\d+$/.test(value) ? value : '';
    this.#load(this.page.state.edits);
  }

  #setPause() {
    const stage = this.pauseAt.value, above = Number(this.above.value);
    this.page.state.pause = stage !== NO_STAGE && above >= 0 ? { stage, above } : null;
    this.page.share();
  }

  /** @param {number} before @param {number} now */
  #stopBetween(before, now) {
    const { page: { state: { pause } }, log } = this, stage = log.stages.findIndex(({ info }) => info.name === pause?.stage);
    return pause && stage >= 0 ? firstQueueAbove(log, stage, pause.above, before, now) : null;
  }
}

/** @param {number} min @param {string | number} value @param {(text: string) => void} change @param {string | number} step */
const number = (min, value, change, step = 1) =>
  /** @type {HTMLInputElement} */ (h('input', { type: 'number', min, step, value, change: event => change(valueOf(event.target)) }));

/** @param {(name: string) => void} change @param {string[]} names @param {string} [now] */
const options = (change, names, now) =>
  /** @type {HTMLSelectElement} */ (h('select', { change: event => change(valueOf(event.target)) }, ...names.map(name => h('option', { selected: name === now }, name))));

/** How theory comes to its figure, or why it has none. @param {ShopLog} log */
const theoryInWords = ({ play: { theory } }) =>
  theory ? `${theory.timeInShop === null ? 'No formula gives the mean time in shop' : theory.exact ? 'The formula is exact' : 'The formula is an approximation'} (${theory.why}).` : '';
