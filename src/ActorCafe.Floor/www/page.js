// What all pages have in common: the transport, the keyboard, the link, the words.
import { byId, valueOf } from './dom.js';
import { Player } from './player.js';
import { say, set } from './svg.js';
import { clock, paceOf, sceneInWords } from './words.js';

const SPEAK_EVERY = 2;
const LINK_EVERY = 300;

/** @typedef {{ t: number | null, pace: number, play: boolean, order: number }} Moment what every page shows: null is the opening */

/** @template {Moment} [S=import('./link.js').State] */
export class Page {
  /** @type {import('./lane.js').Lane[]} */ lanes = [];
  clock = clock;
  /** @type {(t: number) => void} */ also = () => {};
  /** @type {(before: number, now: number) => number | null} */ stopBetween = () => null;
  /** @type {() => void} */ undo = () => {};
  /** @type {(by: 1 | -1) => void} */ staff = () => {};
  /** @type {(stage: number) => void} */ pick = () => {};
  /** Writes the state as an address; null: the address in the browser stays as it is. @type {((state: S) => string) | null} */ write = null;
  #hovered = 0;
  #spoken = -Infinity;
  #linked = -Infinity;
  #later = 0;

  /** @param {S} state what is shown at first @param {HTMLElement} root where keys are heard */
  constructor(state, root = document.documentElement) {
    this.state = state;
    this.player = new Player(how => this.#draw(how), () => this.#changed());
    this.player.pace = this.state.pace;
    if (this.state.order) { /** @type {HTMLInputElement} */ (byId('order')).value = String(this.state.order); }
    this.#controls(root);
    this.#pointer();
    new ResizeObserver(() => this.resize()).observe(byId('lanes'));
    byId('words').addEventListener('toggle', () => this.#speak(true));
  }

  /** Shows these lanes, over the time from their opening to the last one's end. @param {import('./lane.js').Lane[]} lanes @param {boolean} isFirst */
  show(lanes, isFirst) {
    const { player, state } = this;
    this.lanes = lanes;
    player.from = Math.min(...lanes.map(lane => lane.log.opened));
    player.to = Math.max(...lanes.map(lane => lane.log.ended));
    const scrub = /** @type {HTMLInputElement} */ (byId('scrub'));
    scrub.min = String(player.from);
    scrub.max = String(player.to);
    player.t = Math.min(player.to, Math.max(player.from, isFirst ? state.t ?? player.from : player.t));
    set(/** @type {Element} */ (document.querySelector('.legend .orders path')), 'd', lanes[0].view.orderShape);
    for (const lane of lanes) { lane.resize(); }
    if (isFirst && state.play && !Player.isStill) { player.setPlaying(true); } else { player.seek(player.t); }
  }

  resize() {
    for (const lane of this.lanes) { lane.resize(); }
    if (this.lanes.length) { this.player.seek(this.player.t); }
  }

  /** Puts the state into the link, a few times per second at most: a browser refuses more. */
  share() {
    const { state, player } = this, wait = this.#linked + LINK_EVERY - performance.now();
    clearTimeout(this.#later);
    if (!this.write) { return; }
    if (wait > 0) {
      this.#later = window.setTimeout(() => this.share(), wait);
      return;
    }
    state.t = player.t;
    state.pace = player.pace;
    state.play = player.isPlaying;
    this.#linked = performance.now();
    const link = this.write(state);
    if (link !== location.hash) { history.replaceState(null, '', link); }
  }

  /** Marks an order in all shops. @param {number} order 0: none */
  select(order) {
    this.state.order = order;
    /** @type {HTMLInputElement} */ (byId('order')).value = order ? String(order) : '';
    this.player.seek(this.player.t);
  }

  /** @param {{ now: number, jumped: boolean, before: number }} how */
  #draw(how) {
    const { player } = this, stop = player.isPlaying ? this.stopBetween(how.before, player.t) : null;
    if (stop !== null) {
      player.stopAt(stop);
      return false;
    }
    let moves = false;
    for (const lane of this.lanes) {
      lane.view.selected = this.#hovered || this.state.order;
      moves = lane.draw(player.t, { now: how.now, jumped: how.jumped, isStill: Player.isStill, isPlaying: player.isPlaying, pace: player.pace }) || moves;
    }
    const time = this.clock(player.t);
    say(byId('time'), time);
    /** @type {HTMLInputElement} */ (byId('scrub')).value = String(player.t);
    byId('scrub').setAttribute('aria-valuetext', time);
    this.also(player.t);
    this.#speak(!player.isPlaying);
    if (player.isPlaying && performance.now() - this.#linked > 3 * LINK_EVERY) { this.share(); }
    return moves;
  }

  #changed() {
    const { player } = this;
    say(byId('play'), player.isPlaying ? '❚❚' : '▶');
    byId('play').setAttribute('aria-label', player.isPlaying ? 'Pause' : 'Play');
    say(byId('pace'), paceOf(player.pace));
    this.share();
  }

  /** The scene in words, for those who do not look. @param {boolean} now */
  #speak(now) {
    const time = performance.now() / 1000;
    if (!this.lanes.length || byId('words').hidden || (!now && time - this.#spoken < SPEAK_EVERY)) { return; }
    this.#spoken = time;
    const isOpen = /** @type {HTMLDetailsElement} */ (byId('words')).open;
    if (isOpen || now) { say(byId('live'), this.lanes.map(lane => lane.scene ? sceneInWords(lane.log.name, lane.scene) : '').join('. ')); }
    if (isOpen) { import('./table.js').then(({ table }) => byId('moment').replaceChildren(...table(this.lanes))); }
  }

  /** @param {1 | -1} way */
  #step(way) {
    const moments = this.lanes.map(lane => lane.log.momentFrom(this.player.t, way));
    this.player.stopAt(way > 0 ? Math.min(...moments.filter(t => t > this.player.t), this.player.to) : Math.max(...moments.filter(t => t < this.player.t), this.player.from));
  }

  /** The keys, and the buttons that do the same. @param {HTMLElement} root */
  #controls(root) {
    const { player } = this, words = /** @type {HTMLDetailsElement} */ (byId('words')), help = /** @type {HTMLDialogElement} */ (byId('help'));
    /** @type {Record<string, () => void>} */
    const keys = {
      ' ': () => player.setPlaying(!player.isPlaying), ArrowRight: () => this.#step(1), ArrowLeft: () => this.#step(-1),
      Home: () => player.stopAt(player.from), End: () => player.toEnd(),
      '<': () => player.setPace(player.pace / 2), '>': () => player.setPace(player.pace * 2),
      '+': () => this.staff(1), '-': () => this.staff(-1),
      t: () => { words.open = !words.open; }, '?': () => help.showModal(), Escape: () => this.undo(),
    };
    for (const [id, key] of Object.entries({ play: ' ', back: 'ArrowLeft', on: 'ArrowRight', slower: '<', faster: '>', keys: '?' })) { byId(id).addEventListener('click', keys[key]); }
    byId('close').addEventListener('click', () => help.close());
    byId('scrub').addEventListener('input', event => player.stopAt(Number(valueOf(event.target))));
    byId('order').addEventListener('change', event => this.select(Math.max(0, Math.trunc(Number(valueOf(event.target))))));
    root.addEventListener('keydown', event => {
      const at = /** @type {HTMLElement} */ (event.target), isButton = at.matches('button, summary, a, [role=button], input[type=radio]');
      if (event.ctrlKey || event.altKey || event.metaKey || at.matches('input[type=number], input[type=password], select, textarea') || at.closest('dialog')) { return; }
      if ((isButton && (event.key === ' ' || event.key === 'Enter')) || (at.matches('input, [role=button]') && /^(Arrow|Home|End)/.test(event.key))) { return; }
      const act = /^[1-9]$/.test(event.key) ? () => this.pick(Number(event.key) - 1) : keys[event.key];
      if (act && this.lanes.length) {
        act();
        event.preventDefault();
      }
    });
  }

  #pointer() {
    const lanes = byId('lanes'), orderAt = (/** @type {Event} */ event) => Number(/** @type {Element} */ (event.target).getAttribute('data-order'));
    lanes.addEventListener('click', event => { if (orderAt(event)) { this.select(orderAt(event) === this.state.order ? 0 : orderAt(event)); } });
    lanes.addEventListener('pointerover', event => {
      const order = orderAt(event);
      if (order !== this.#hovered) {
        this.#hovered = order;
        if (!this.player.isPlaying) { this.player.seek(this.player.t); }
      }
    });
  }
}
