// The lesson: five scenes and a puzzle. In each you place a bet, open the door, and see what was measured.
import { choice } from './bets.js';
import { byId, h, style } from './dom.js';
import { Lane, commonOf } from './lane.js';
import { write } from './link.js';
import { play } from './plays.js';
import { say } from './svg.js';

/** Titles, and the modules of the scenes, each loaded when its scene is opened. @type {[string, () => Promise<{ SCENE: import('./figures.js').Scene }>][]} */
const SCENES = [
  ['1. One does it all', () => import('./scene1.js')],
  ['2. Twice the staff', () => import('./scene2.js')],
  ['3. Cut the work', () => import('./scene3.js')],
  ['4. A second grinder', () => import('./scene4.js')],
  ['5. A second machine', () => import('./scene5.js')],
  ['Yours', () => import('./puzzle.js')],
];
const LAST = SCENES.length;
/** The floor is shown at this pace for a while, and then so fast that the rest takes some seconds. */
const PACE = 90;
const SLOW = 1080;
const REST = 10;
/** Later than any shop closes. */
const END = 1e9;
const KEPT = 'actorcafe.lesson';
/** The buttons of each step. @type {Record<string, [string, string]>} */
const BUTTONS = { bet: ['Tell me', 'Open the door'], open: ['Skip', 'Result'], told: ['Again', 'Next'] };

/** @typedef {import('./log.js').ShopLog} ShopLog */

/** @param {import('./page.js').Page} page @param {string[]} _ @param {import('./pages.js').Listed[]} list */
export async function show(page, _, list) {
  await style('lesson');
  page.state.scene = Math.min(LAST, page.state.scene);
  await new Lesson(page, list.find(({ name }) => name === 'pipeline')?.costPerHour ?? []).load({ isFirst: true });
}

class Lesson {
  /** @type {Map<string, Promise<ShopLog>>} */ #runs = new Map();
  /** @type {import('./figures.js').Logs} */ #logs = {};
  /** @type {import('./figures.js').Scene | undefined} */ #scene;
  /** @type {import('./bets.js').Control | null} */ #control = null;
  /** @type {Lane[]} */ #lanes = [];
  #asked = 0;
  #isOpen = false;

  /** @param {import('./page.js').Page} page @param {number[]} costs */
  constructor(page, costs) {
    this.page = page;
    this.costs = costs;
    this.bets = kept();
    this.links = SCENES.map(([title], k) => h('a', { href: `#page=lesson&scene=${k + 1}`, click: event => {
      event.preventDefault();
      this.#go(k + 1, 'bet');
    } }, title));
    this.panel = h('div', { class: 'scene' });
    byId('lanes').after(/** @type {Element} */ (document.querySelector('.legend')));
    byId('intro').replaceWith(h('section', { 'aria-label': 'Lesson' }, h('nav', { class: 'scenes', 'aria-label': 'Scenes' }, ...this.links), this.panel));
    const button = (/** @type {() => void} */ click, label = '', text = '') => /** @type {HTMLButtonElement} */ (h('button', label ? { 'aria-label': label, click } : { click }, text));
    this.before = button(() => this.#go(page.state.scene - 1, 'bet'), 'The scene before', '←');
    this.after = button(() => this.#go(page.state.scene + 1, 'bet'), 'The next scene', '→');
    this.count = h('span', { class: 'place' });
    this.other = button(() => this.#otherwise());
    this.main = button(() => this.#on());
    this.main.className = 'main';
    this.spoken = h('p', { role: 'status', class: 'hidden' });
    /** @type {HTMLElement} */ (document.querySelector('.transport')).append(h('div', { class: 'row lesson', role: 'group', 'aria-label': 'Lesson' }, this.before, this.count, this.after, this.other, this.main), this.spoken);
    page.also = t => this.#at(t);
    page.pick = k => this.#control?.pick(k);
    page.staff = by => this.#control?.staff(by);
    byId('lanes').addEventListener('click', event => this.#scene?.clicked?.(event, this.#lanes, this.#control));
    document.addEventListener('keydown', event => {
      const at = /** @type {HTMLElement} */ (event.target);
      if (event.key === 'Enter' && !event.repeat && !at.matches('button, a, summary, input[type=number]') && !at.closest('dialog')) { this.#on(); }
    });
  }

  /** The bet of this scene; null if there is none. @returns {any} */
  get #bet() { return this.bets[this.page.state.scene] ?? null; }

  /** @param {number} scene @param {string} step */
  #go(scene, step) {
    Object.assign(this.page.state, { scene, step, t: step === 'told' ? END : null, play: step === 'open' });
    this.page.player.pace = PACE;
    byId('trouble').textContent = '';
    history.pushState(null, '', write(this.page.state));
    // Until the step is loaded, the player is still at the one before, and sharing its moment would overwrite this step's.
    this.page.write = null;
    this.#load();
  }

  /** @param {boolean} [isFloorOnly] */
  #load(isFloorOnly = false) {
    this.#isOpen = false;
    this.load({ isFloorOnly }).catch(failure => { byId('trouble').textContent = failure.message; });
  }

  /** Loads what a step needs, and shows it. @param {{ isFirst?: boolean, isFloorOnly?: boolean }} [how] */
  async load({ isFirst = false, isFloorOnly = false } = {}) {
    const { state } = this.page, asked = ++this.#asked, scene = (await SCENES[state.scene - 1][1]()).SCENE, bet = this.#bet;
    if (isFirst && state.step === 'told' && state.t === null) { Object.assign(state, { t: END, play: false }); }
    await scene.prepare?.(state.step, bet, () => { if (state.step === 'told' && this.#scene === scene) { this.#draw(); } });
    const names = [...scene.needs ?? [], ...scene.shops];
    let logs = Object.fromEntries(await Promise.all(names.map(async name => [name, await this.#run(name)])));
    const sizes = scene.sizes?.(logs, bet, state.step);
    if (sizes) { logs = { [names[0]]: await this.#run(names[0], scene.orders, editsOf(logs[names[0]], sizes)) }; }
    if (state.step === 'told') { this.outcome = (await import('./outcome.js')).outcome; }
    if (asked !== this.#asked) { return; }
    const shown = scene.shops.map(name => logs[name]), common = commonOf(shown);
    if (shown.some((log, k) => log !== this.#lanes[k]?.log) || shown.length !== this.#lanes.length) {
      this.#lanes = shown.map(log => new Lane(log, common, write({ ...state, page: 'shop', shop: log.name, t: 0, orders: scene.orders ?? '', edits: sizes ? editsOf(log, sizes) : [] })));
      byId('lanes').replaceChildren(...this.#lanes.map(lane => lane.element));
    }
    this.#scene = scene;
    this.#logs = logs;
    if (!isFloorOnly) { this.#draw(); }
    this.#isOpen = state.step === 'open';
    this.page.write = write;
    this.page.show(this.#lanes, true);
    if (state.step === 'bet') {
      // The door is closed: there is no later moment yet.
      this.page.player.to = this.page.player.from;
      this.page.player.setPlaying(false);
    }
  }

  /** @param {string} shop @param {string} [orders] @param {import('./link.js').Edit[]} [edits] */
  #run(shop, orders = '', edits = []) {
    const key = `${shop} ${edits.map(({ to }) => to)}`, run = this.#runs.get(key) ?? play(shop, { seed: '', orders }, edits);
    this.#runs.set(key, run);
    return run;
  }

  /** Shows the panel and the buttons of the step. */
  #draw() {
    const { scene: number, step } = this.page.state, scene = this.#scene, logs = this.#logs, bet = this.#bet, isBet = step === 'bet';
    if (!scene) { return; }
    const [title] = SCENES[number - 1], told = scene.say(logs);
    document.body.dataset.step = step;
    this.links.forEach((link, k) => { if (k + 1 === number) { link.setAttribute('aria-current', 'step'); } else { link.removeAttribute('aria-current'); } });
    this.#control = isBet ? this.#ask(scene) : null;
    scene.mark?.(this.#lanes, isBet ? bet : null);
    const end = step === 'told' ? scene.outcome?.(logs, bet, this.costs) ?? this.outcome?.(scene, logs, bet) ?? [] : [];
    const asked = scene.ask + (bet === null || scene.first ? '' : ` Your bet: ${scene.choices?.(logs)[bet]?.words ?? bet}.`);
    this.panel.replaceChildren(h('div', {}, h('h2', {}, title), h('p', {}, told)), h('div', { class: 'answer' }, ...(this.#control ? [this.#control.element] : end.length ? end : [h('p', {}, asked)])));
    say(this.count, number < LAST ? `${number} of ${LAST - 1}` : 'Puzzle');
    this.before.disabled = number === 1;
    this.after.disabled = number === LAST;
    say(this.other, BUTTONS[step][0]);
    say(this.main, step === 'told' && number === LAST ? 'Five shops' : BUTTONS[step][1]);
    say(this.spoken, isBet ? `${title}. ${told}` : end.map(part => part instanceof Node ? part.textContent : part).join(' '));
  }

  /** @param {import('./figures.js').Scene} scene */
  #ask(scene) {
    const changed = (/** @type {import('./figures.js').Bet} */ bet) => {
      this.#place(bet);
      scene.mark?.(this.#lanes, bet);
      if (scene.sizes) { this.#load(true); }
    };
    return scene.control?.(this.#logs, this.#bet, changed, this.costs) ?? choice(scene.ask, scene.choices?.(this.#logs).map(({ words }) => words) ?? [], this.#bet, changed);
  }

  /** @param {import('./figures.js').Bet | null} bet */
  #place(bet) {
    this.bets = { ...this.bets, [this.page.state.scene]: bet };
    byId('trouble').textContent = '';
    try {
      localStorage.setItem(KEPT, JSON.stringify(this.bets));
    } catch {
      // The bets then last only as long as the page.
    }
  }

  /** The main button. */
  #on() {
    const { scene, step } = this.page.state;
    if (step === 'told') {
      if (scene < LAST) { this.#go(scene + 1, 'bet'); } else { location.hash = '#page=shops'; }
    } else if (step === 'open') {
      this.#go(scene, 'told');
    } else if (this.#bet === null && !this.#scene?.first) {
      byId('trouble').textContent = 'Place a bet first, or choose Tell me.';
    } else {
      this.#place(this.#bet ?? this.#scene?.first);
      this.#go(scene, 'open');
    }
  }

  /** The button beside it. */
  #otherwise() {
    const { scene, step } = this.page.state;
    if (step === 'bet') { this.#place(null); }
    if (step === 'open' && scene < LAST) { this.#go(scene + 1, 'bet'); } else { this.#go(scene, step === 'open' || (step === 'told' && scene === LAST) ? 'bet' : 'open'); }
  }

  /** @param {number} t */
  #at(t) {
    const { state, player } = this.page;
    if (!this.#isOpen) { return; }
    if (t >= player.to) {
      this.#go(state.scene, 'told');
    } else if (player.isPlaying && player.pace === PACE && t > player.from + SLOW) {
      player.setPace((player.to - t) / REST);
    }
  }
}

/** Pools of these sizes from opening on. @param {ShopLog} log @param {number[]} sizes */
const editsOf = (log, sizes) => log.stages.map(({ info }, k) => ({ at: log.opened, stage: info.name, to: sizes[k] }));

/** The bets of earlier visits. A browser may keep nothing. @returns {Record<string, import('./figures.js').Bet | null>} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
