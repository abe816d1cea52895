// The lesson: five scenes and a puzzle. In each you place a bet, open the door, and see what was measured.
import { choice, level, levelChart } from './bets.js';
import { byId, h } from './dom.js';
import { Lane, commonOf } from './lane.js';
import { addEdits, write } from './link.js';
import { bars, verdict } from './outcome.js';
import { plan, play } from './plays.js';
import * as puzzle from './puzzle.js';
import { SCENES } from './scenes.js';
import { say, set } from './svg.js';

/** The floor is shown at this pace for a while, and then so fast that the rest takes some seconds. */
const PACE = 90;
const SLOW = 1080;
const REST = 10;
/** Later than any shop closes. */
const END = 1e9;
const LAST = SCENES.length + 1;
const KEPT = 'actorcafe.lesson';
const TITLES = [...SCENES.map(scene => scene.title), puzzle.TITLE];

/** @typedef {import('./log.js').ShopLog} ShopLog */

/** @param {import('./page.js').Page} page @param {string[]} _ @param {import('./plays.js').Listed[]} list */
export async function show(page, _, list) {
  const style = h('link', { rel: 'stylesheet', href: '/floor/lesson.css' });
  await new Promise(resolve => {
    style.addEventListener('load', resolve);
    document.head.append(style);
  });
  page.state.scene = Math.min(LAST, page.state.scene);
  await new Lesson(page, list.find(({ name }) => name === puzzle.SHOP)?.costPerHour ?? []).load(true);
}

class Lesson {
  /** @type {Map<string, Promise<ShopLog>>} */ #runs = new Map();
  /** @type {Record<string, ShopLog>} */ #logs = {};
  /** @type {import('./puzzle.js').Plan | null} */ #plan = null;
  /** @type {import('./bets.js').Control | null} */ #control = null;
  /** @type {Promise<void> | null} */ #planning = null;
  #asked = 0;

  /** @param {import('./page.js').Page} page @param {number[]} costs */
  constructor(page, costs) {
    this.page = page;
    this.costs = costs;
    this.bets = kept();
    this.links = TITLES.map((title, k) => h('a', { href: `#page=lesson&scene=${k + 1}`, click: event => {
      event.preventDefault();
      this.#go(k + 1, 'bet');
    } }, k < SCENES.length ? `${k + 1}` : '', h('span', {}, k < SCENES.length ? ` ${title}` : title)));
    byId('lanes').after(/** @type {Element} */ (document.querySelector('.legend')));
    this.panel = h('div', { class: 'scene' });
    byId('intro').replaceWith(h('section', { 'aria-label': 'Lesson' }, h('nav', { class: 'scenes', 'aria-label': 'Scenes' }, ...this.links), this.panel));
    const button = (/** @type {() => void} */ click, label = '', text = '') => /** @type {HTMLButtonElement} */ (h('button', label ? { 'aria-label': label, click } : { click }, text));
    this.before = button(() => this.#go(page.state.scene - 1, 'bet'), 'The scene before', '←');
    this.after = button(() => this.#go(page.state.scene + 1, 'bet'), 'The next scene', '→');
    this.count = h('span', { class: 'of' });
    this.other = button(() => this.#otherwise());
    this.main = button(() => this.#on());
    this.main.className = 'main';
    this.spoken = h('p', { role: 'status', class: 'hidden' });
    /** @type {HTMLElement} */ (document.querySelector('.transport')).append(h('div', { class: 'row lesson', role: 'group', 'aria-label': 'Lesson' }, this.before, this.count, this.after, this.other, this.main), this.spoken);
    page.also = t => this.#at(t);
    page.pick = k => this.#control?.pick(k);
    page.staff = by => this.#control?.staff(by);
    byId('lanes').addEventListener('click', event => {
      const at = /** @type {Element} */ (event.target), stage = at.getAttribute('data-stage');
      if (stage !== null && this.#asksForStage && at.closest('.shop') === page.lanes.at(-1)?.element) { this.#control?.pick(Number(stage)); }
    });
    document.addEventListener('keydown', event => {
      const at = /** @type {HTMLElement} */ (event.target);
      if (event.key === 'Enter' && !event.repeat && !at.matches('button, a, summary, input[type=number]') && !at.closest('dialog')) { this.#on(); }
    });
  }

  get #scene() { return SCENES[this.page.state.scene - 1]; }

  get #asksForStage() { return this.#scene?.unit === 'stage' && this.page.state.step === 'bet'; }

  /** The bet of this scene; null if there is none. */
  get #bet() { return this.bets[this.page.state.scene] ?? null; }

  get #sizes() { return /** @type {number[] | null} */ (this.#bet) ?? (this.#plan?.met && this.page.state.step !== 'bet' ? puzzle.poolsOf(this.#plan, this.#logs[puzzle.SHOP]) : puzzle.FIRST); }

  /** @param {number} scene @param {string} step */
  #go(scene, step) {
    const { state } = this.page, isOther = scene !== state.scene;
    Object.assign(state, { scene, step, t: step === 'told' ? END : null, play: step === 'open' });
    this.page.player.pace = PACE;
    byId('trouble').textContent = '';
    history.pushState(null, '', write(state));
    if (isOther || !this.#scene) { this.load(); } else { this.#render(); }
  }

  /** Loads the runs of a scene and shows it. @param {boolean} [isFirst] @param {boolean} [isFloorOnly] */
  async load(isFirst = false, isFloorOnly = false) {
    const { page } = this, { state } = page, asked = ++this.#asked, scene = this.#scene;
    if (isFirst && state.step === 'told' && state.t === null) { Object.assign(state, { t: END, play: false }); }
    /** @type {ShopLog[]} */ let shown;
    if (scene) {
      const names = [...scene.needs ?? [], ...scene.shops], logs = await Promise.all(names.map(name => this.#run(name)));
      if (asked !== this.#asked) { return; }
      this.#logs = Object.fromEntries(logs.map(log => [log.name, log]));
      shown = scene.shops.map(name => this.#logs[name]);
    } else {
      this.#logs = { [puzzle.SHOP]: await this.#run(puzzle.SHOP) };
      this.#plan ??= await this.#planned(!this.#bet && state.step !== 'bet');
      const log = await this.#run(puzzle.SHOP, this.#sizes);
      if (asked !== this.#asked) { return; }
      this.#logs = { [puzzle.SHOP]: log };
      shown = [log];
    }
    const common = commonOf(shown);
    this.lanes = shown.map(log => new Lane(log, common, linkOf(log, scene ? null : this.#sizes)));
    byId('lanes').replaceChildren(...this.lanes.map(lane => lane.element));
    if (isFloorOnly) { this.#show(); } else { this.#render(); }
  }

  /** The plan, or null while it is awaited; the page is drawn again when it is there. @param {boolean} isNeeded */
  async #planned(isNeeded) {
    this.#planning ??= plan(puzzle.SHOP, puzzle.LIMIT).then(found => {
      this.#plan = found;
      if (!this.#scene && this.page.state.step === 'told') { this.#draw(); }
    });
    if (isNeeded) { await this.#planning; }
    return this.#plan;
  }

  /** @param {string} shop @param {number[] | null} [sizes] */
  #run(shop, sizes = null) {
    const key = `${shop} ${sizes ?? ''}`, known = this.#runs.get(key);
    const run = known ?? play(shop, { seed: '', orders: sizes ? puzzle.ORDERS : '' }, sizes ? this.#logs[shop].stages.map(({ info }, k) => ({ at: 0, stage: info.name, to: sizes[k] })) : []);
    this.#runs.set(key, run);
    return run;
  }

  /** Shows the step: the panel, the buttons, and the floor at its moment. */
  #render() {
    this.#draw();
    this.#show();
  }

  #show() {
    const { page } = this, { state, player } = page;
    page.show(this.lanes ?? [], true);
    if (state.step === 'bet') {
      // The door is closed: there is no later moment yet.
      player.to = player.from;
      player.setPlaying(false);
    }
  }

  #draw() {
    const { state } = this.page, scene = this.#scene, isBet = state.step === 'bet';
    document.body.dataset.step = state.step;
    this.links.forEach((link, k) => { if (k + 1 === state.scene) { link.setAttribute('aria-current', 'step'); } else { link.removeAttribute('aria-current'); } });
    const title = (scene ? `${state.scene}. ` : '') + TITLES[state.scene - 1], told = scene ? scene.say(this.#logs) : puzzle.says();
    this.#control = isBet ? this.#ask() : null;
    const end = state.step === 'told' ? this.#outcome() : [];
    this.panel.replaceChildren(h('div', {}, h('h2', {}, title), h('p', {}, told)), h('div', { class: 'answer' }, ...(this.#control ? [this.#control.element] : end.length ? end : [h('p', {}, this.#question())])));
    say(this.count, scene ? `${state.scene} of ${SCENES.length}` : 'Puzzle');
    this.before.disabled = state.scene === 1;
    this.after.disabled = state.scene === LAST;
    say(this.other, isBet ? 'Tell me' : state.step === 'open' ? 'Skip' : 'Again');
    say(this.main, isBet ? 'Open the door' : state.step === 'open' ? 'Result' : state.scene < LAST ? 'Next' : 'Five shops');
    say(this.spoken, isBet ? `${title}. ${told}` : end.map(part => part.textContent).join(' '));
  }

  #question() {
    const scene = this.#scene, bet = this.#bet;
    return scene ? scene.ask + (bet === null ? '' : ` Your bet: ${scene.choices?.(this.#logs)[Number(bet)]?.words ?? bet}.`) : puzzle.QUESTION;
  }

  #ask() {
    const scene = this.#scene, bet = /** @type {number | null} */ (this.#bet), changed = (/** @type {import('./scenes.js').Bet} */ to) => this.#place(to);
    if (!scene) {
      return puzzle.ask(this.costs, this.#sizes, sizes => {
        this.#place(sizes);
        this.load(false, true);
      }, this.#logs[puzzle.SHOP]);
    }
    this.#mark(bet);
    return scene.level ? level(scene.ask, this.#logs[scene.level.from], bet, changed) : choice(scene.ask, scene.choices?.(this.#logs).map(({ words }) => words) ?? [], bet, changed);
  }

  #outcome() {
    const scene = this.#scene, logs = this.#logs, bet = this.#bet;
    this.#mark(null);
    if (!scene) { return puzzle.outcome({ log: logs[puzzle.SHOP], costs: this.costs, plan: this.#plan, bet: /** @type {number[] | null} */ (bet) }); }
    const chosen = /** @type {number | null} */ (bet), value = chosen === null ? undefined : scene.choices?.(logs)[chosen]?.value ?? chosen;
    const chart = scene.level
      ? [/** @type {any} */ (levelChart(logs[scene.level.from], logs[scene.level.to], chosen).svg), h('p', { class: 'say' }, `orders in progress over time; pale: ${scene.level.from}, strong: ${scene.level.to}, dashed: your bet`)]
      : [];
    return [h('p', { class: 'verdict' }, verdict(scene, logs, chosen)), bars(scene.rows(logs, value)), ...chart, h('p', {}, scene.teaches(logs))];
  }

  /** Marks the stage that was chosen. @param {number | null} bet */
  #mark(bet) {
    if (this.#asksForStage) { this.lanes?.at(-1)?.view.drawn.parts.forEach((part, k) => set(part.counter, 'class', k === bet ? 'counter chosen' : 'counter')); }
  }

  /** @param {import('./scenes.js').Bet | null} bet */
  #place(bet) {
    this.bets = { ...this.bets, [this.page.state.scene]: bet };
    keep(this.bets);
    if (this.#scene) { this.#mark(/** @type {number | null} */ (bet)); }
    byId('trouble').textContent = '';
  }

  /** The main button. */
  #on() {
    const { scene, step } = this.page.state;
    if (step === 'told') {
      if (scene < LAST) { this.#go(scene + 1, 'bet'); } else { location.hash = '#page=shops'; }
    } else if (step === 'open') {
      this.#go(scene, 'told');
    } else if (this.#bet === null && this.#scene) {
      byId('trouble').textContent = 'Place a bet first, or choose Tell me.';
    } else {
      if (this.#bet === null) { this.#place(puzzle.FIRST); }
      this.#go(scene, 'open');
    }
  }

  /** The button beside it. */
  #otherwise() {
    const { scene, step } = this.page.state;
    if (step === 'bet') {
      this.#place(null);
      this.#go(scene, 'open');
    } else if (step === 'open' && scene < LAST) {
      this.#go(scene + 1, 'bet');
    } else {
      this.#go(scene, this.#scene && step === 'told' ? 'open' : 'bet');
    }
  }

  /** @param {number} t */
  #at(t) {
    const { state, player } = this.page;
    if (state.step !== 'open') { return; }
    if (t >= player.to) {
      this.#go(state.scene, 'told');
    } else if (player.isPlaying && player.pace === PACE && t > player.from + SLOW) {
      player.setPace((player.to - t) / REST);
    }
  }
}

/** @param {ShopLog} log @param {number[] | null} sizes */
function linkOf(log, sizes) {
  const link = new URLSearchParams({ page: 'shop', shop: log.name });
  if (sizes) {
    link.set('orders', puzzle.ORDERS);
    addEdits(link, log.stages.map(({ info }, k) => ({ at: 0, stage: info.name, to: sizes[k] })));
  }
  return `#${link}`;
}

/** The bets of earlier visits. A browser may keep nothing. @returns {Record<string, import('./scenes.js').Bet | null>} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

/** @param {Record<string, import('./scenes.js').Bet | null>} bets */
function keep(bets) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(bets));
  } catch {
    // The bets are kept as long as the page.
  }
}
