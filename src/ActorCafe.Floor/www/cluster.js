// The page of a cluster: its nodes and machines, and the front's shop, as they happen. The log grows, and the playhead goes along with it.
import { Control } from './control.js';
import { byId, h, style, valueOf } from './dom.js';
import { told } from './events.js';
import { Lane, commonOf } from './lane.js';
import { ShopLog } from './log.js';
import { Members } from './members.js';
import { NodesView } from './nodes.js';
import { Page } from './page.js';
import { TICKS } from './spans.js';
import { FactStream } from './stream.js';
import { say } from './svg.js';

/** A log with more facts begins anew. */
const MOST_FACTS = 200_000;
/** Time moves on at least this often, in milliseconds. The scales and the small chart are redrawn at most this often. */
const TICK = 1000;
/** Facts may arrive this late, in seconds. */
const LATE = 0.3;
const MOST_EVENTS = 100;
const SPEAK_EVERY = 2000;
/** @type {Record<string, string>} */ const NAMES = { front: 'the front', seed: 'the seed node' };

/**
 * @typedef {{ t: number, queues: number[], busy: number[], inProgress: number, secondCoffees: number,
 *   accepted: number | null, served: number | null, pending: number | null, duplicatesSuppressed: number | null, repeatedBrews: number, alone: boolean }} Levels alone: without facts; the book's are null until the front is open
 */

export function begin() {
  new ClusterPage().begin();
}

class ClusterPage {
  /** @type {ShopLog | null} */ log = null;
  /** @type {Lane | null} */ lane = null;
  /** @type {import('./bars.js').Bars | null} */ bars = null;
  /** @type {Members | null} */ members = null;
  /** @type {Levels[]} */ levels = [];
  #run = '';
  /** Seconds of shop time in a second. */
  #scale = 1;
  /** Run time less the browser's, in seconds. */
  #ahead = -Infinity;
  /** @type {Map<string, string>} */ #names = new Map();
  /** @type {Map<string, string>} */ #states = new Map();
  /** What is told of earlier runs, and by the page itself, by the browser's time. @type {{ at: number, text: string }[]} */ #notes = [];
  /** @type {{ changes: number, names: number, all: import('./events.js').Told[] }} */ #told = { changes: -1, names: -1, all: [] };
  #grown = 0;
  #heard = '';
  #isLost = false;
  #spokeAt = -Infinity;

  // A moment of a cluster cannot be linked to, so the address stays as it is, with its key.
  page = new Page({ t: null, pace: 1, play: true, order: 0 });

  constructor() {
    const { page } = this;
    page.player.isGrowing = true;
    page.clock = t => this.log ? clockOf(this.#wall(t)) : '';
    page.also = t => this.#at(t);
    this.stream = new FactStream((event, data) => this.#take(event, data), () => this.#connection());
    const key = new URLSearchParams(location.hash.slice(1)).get('key') ?? '';
    if (key) { this.stream.headers['X-Floor-Key'] = key; }
    this.control = new Control(key, { changed: () => this.#processes(), killed: (process, startsAgain) => this.#killed(process, startsAgain), refused: why => say(byId('trouble'), why) });
    this.nodes = new NodesView(this.control);
    this.counters = ['accepted', 'served', 'in progress', 'second coffees', 'late answers dropped', 'repeated brews'].map(name => ({ name, count: h('b') }));
    this.trouble = h('p', { class: 'tell' });
    this.gone = h('p', { class: 'tell gone', role: 'status' });
    this.apiKey = h('form', { hidden: true, submit: event => { event.preventDefault(); this.#unlock(); } },
      h('label', {}, 'API key of this café ', h('input', { type: 'password', id: 'api-key', autocomplete: 'off' })), ' ', h('button', {}, 'Show'));
    this.live = h('button', { id: 'to-live', click: () => page.player.toEnd() }, 'Live');
    this.events = h('ol', { class: 'events' });
    this.spoken = h('p', { role: 'status', class: 'hidden' });
  }

  begin() {
    say(byId('intro'), 'Connecting to the front…');
    style('cluster');
    document.querySelector('.legend')?.before(this.gone, this.apiKey, h('ul', { class: 'counters' }, ...this.counters.map(({ name, count }) => h('li', {}, `${name} `, count)), this.control.element), this.trouble,
      h('div', { class: 'cluster' }, this.nodes.element,
        h('section', { class: 'scroll happened', tabindex: 0, 'aria-labelledby': 'happened' }, h('h2', { id: 'happened' }, 'What happened'), this.events)), this.spoken);
    byId('time').after(this.live);
    this.stream.open();
    this.control.look();
    window.setInterval(() => this.#tick(), TICK);
  }

  /** The time of the run. */
  get #now() { return performance.now() / 1000 + this.#ahead; }

  /** @param {string} event @param {any} data */
  #take(event, data) {
    if (event === 'scene') {
      this.#begin(data);
      return;
    }
    const { log, members } = this;
    if (!log || !members) { return; }
    const scale = this.#scale;
    if (event === 'facts') {
      log.append([real(data.facts, scale, log.ticks[log.ticks.length - 1] ?? Math.round(log.opened * TICKS))], 0);
      this.#until(log.ticks[log.ticks.length - 1] / TICKS);
      if (log.ticks.length > MOST_FACTS) { this.stream.forget(); }
      return;
    }
    data.t /= scale;
    if (event === 'levels') {
      this.levels.push(data);
    } else {
      members.add({ what: event, ...data });
    }
    this.#until(data.t);
  }

  /** The present, as a whole: the log begins anew. @param {any} scene */
  #begin(scene) {
    this.#scale = scene.timeScale ?? 1;
    scene.t /= this.#scale;
    const { page } = this, isAnother = scene.run !== this.#run, wasLive = this.log === null || page.player.isLive;
    if (isAnother) {
      if (this.#run) {
        this.#notes.push(...this.#tellAll().map(({ t, text }) => ({ at: this.#wall(t), text })));
        this.#note('The front was started again. Everything from here on is a new run.');
      }
      this.#run = scene.run;
      this.#ahead = -Infinity;
      this.#states.clear();
      this.members = new Members(scene.nodes, scene.machines);
    } else {
      this.members?.catchUp(scene.t, scene.nodes, scene.machines);
    }
    this.#ahead = Math.max(this.#ahead, scene.t - performance.now() / 1000);
    this.levels = [{ ...scene.levels, t: scene.t }];
    this.log = new ShopLog({
      ...scene, since: clockOf(this.#wall(scene.t)), opened: scene.t, ended: scene.t, capacityPerHour: null, deserted: [],
      facts: [real(scene.facts, this.#scale, Math.round(scene.t * TICKS))],
    });
    this.lane = new Lane(this.log, commonOf([this.log]));
    this.bars?.element.remove();
    this.bars = null;
    byId('lanes').replaceChildren(this.lane.element);
    this.#until(scene.t);
    page.show([this.lane], false);
    if (wasLive) { page.player.toEnd(); }
  }

  /** Everything up to this moment is known. @param {number} t */
  #until(t) {
    const { log } = this;
    if (!log) { return; }
    this.#ahead = Math.max(this.#ahead, t - performance.now() / 1000);
    log.append([], t);
    this.#grow();
  }

  #grow() {
    const { log, lane, page } = this;
    if (!log || !lane || page.lanes[0] !== lane) { return; }
    if (performance.now() - this.#grown > TICK) {
      this.#grown = performance.now();
      rescale(lane);
    }
    /** @type {HTMLInputElement} */ (byId('scrub')).max = String(log.ended);
    page.player.grow(log.ended);
    if (!page.player.isLive) { this.#at(page.player.t); }
  }

  /** Time goes on, even where nothing happens. */
  #tick() {
    if (!document.hidden && this.log && this.stream.lostAt === null) {
      this.log.append([], this.#now - LATE);
      this.#grow();
    }
  }

  /** @param {number} t */
  #at(t) {
    const { log, lane, members, page, bars } = this, scene = lane?.scene;
    if (!log || !members || !scene) { return; }
    const levels = this.levels.findLast(({ t: at }) => at < t + 1e-9) ?? this.levels[0], { alone } = levels;
    const values = [levels.accepted, levels.served, alone ? levels.inProgress : scene.inProgress.now, levels.secondCoffees, levels.duplicatesSuppressed, levels.repeatedBrews];
    this.counters.forEach(({ count }, index) => say(count, values[index]?.toLocaleString('en') ?? '-'));
    if (bars) { bars.element.hidden = !alone; }
    byId('lanes').hidden = byId('words').hidden = alone;
    if (alone && bars) { bars.show(levels); } else if (alone) { this.#addBars(); }
    const moment = members.at(t), nameOf = (/** @type {string} */ address) => this.#nameOf(address);
    /** @type {Map<string, string>} */ const doing = new Map(alone ? [] : scene.stages.flatMap(stage => stage.seats.map(seat => [`${stage.name}-${seat.worker}`, seat.what])));
    this.nodes.show(moment, t, nameOf, machine => doing.get(machine) ?? '');
    say(this.trouble, NodesView.trouble(moment, nameOf));
    const { isLive } = page.player;
    say(this.live, isLive ? '● Live' : 'Live');
    this.live.setAttribute('aria-pressed', String(isLive));
    const up = [...moment.nodes.values()].filter(node => node.status === 'up').length;
    say(byId('intro'), `${log.name}: a cluster of ${up} ${up === 1 ? 'node' : 'nodes'}${isLive ? ', live' : ', at a past moment'}. Every mark is an order or a worker.`);
    this.#list(t);
  }

  /** Few clusters have so many facts that they need bars. */
  async #addBars() {
    const { Bars } = await import('./bars.js');
    if (this.bars || !this.log) { return; }
    this.bars = new Bars(this.log.play.stages);
    byId('lanes').after(this.bars.element);
    this.#at(this.page.player.t);
  }

  /** What happened up to a moment, newest first. @param {number} t */
  #list(t) {
    const until = this.#wall(t) + LATE * 1000, log = this.log;
    const all = [...this.#notes.map(note => ({ ...note, t: NaN })), ...this.#tellAll().map(({ t: when, text }) => ({ at: this.#wall(when), text, t: when }))]
      .filter(({ at }) => at <= until || this.page.player.isLive).sort((a, b) => a.at - b.at).slice(-MOST_EVENTS);
    const heard = all.map(({ at, text }) => `${Math.round(at / 1000)} ${text}`).join('\n');
    if (heard === this.#heard) { return; }
    this.#heard = heard;
    this.events.replaceChildren(...all.reverse().map(({ at, text, t: when }) => h('li', {}, log && when >= log.opened
      ? h('button', { class: 'quiet', 'aria-label': `Go to ${clockOf(at)}`, click: () => this.page.player.stopAt(when) }, clockOf(at))
      : h('span', {}, clockOf(at)), ` ${text}`)));
    if (this.page.player.isLive && all.length && performance.now() - this.#spokeAt > SPEAK_EVERY) {
      this.#spokeAt = performance.now();
      say(this.spoken, all[0].text);
    }
  }

  #tellAll() {
    const { members } = this;
    if (members && (this.#told.changes !== members.changes.length || this.#told.names !== this.#names.size)) {
      this.#told = { changes: members.changes.length, names: this.#names.size, all: told(members, address => this.#nameOf(address)) };
    }
    return members ? this.#told.all : [];
  }

  /** The browser's time of a moment of the run, in milliseconds. @param {number} t */
  #wall(t) { return performance.timeOrigin + (t - this.#ahead) * 1000; }

  /** @param {string} address */
  #nameOf(address) {
    const name = this.#names.get(address);
    return name ? NAMES[name] ?? name : `node ${address.replace(/^.*@/, '')}`;
  }

  /** @param {string} text */
  #note(text) { this.#notes.push({ at: performance.timeOrigin + performance.now(), text }); }

  #connection() {
    const { lostAt, why, isLocked } = this.stream, isLost = lostAt !== null && !isLocked;
    say(this.gone, isLost ? `Not connected since ${clockOf(lostAt.getTime())}${why ? ': ' + why : '.'}` : '');
    this.apiKey.hidden = !isLocked;
    if (this.log && isLost && !this.#isLost) { this.#note('The connection was lost.'); }
    if (this.log && !lostAt && this.#isLost) { this.#note('Connected again.'); }
    this.#isLost = isLost;
    this.#at(this.page.player.t);
  }

  #unlock() {
    this.stream.headers['X-Api-Key'] = valueOf(byId('api-key'));
    this.stream.reopen();
  }

  #processes() {
    for (const { name, address, state, since } of this.control.processes) {
      if (address) { this.#names.set(address, name); }
      const before = this.#states.get(name);
      this.#states.set(name, state);
      if (address && before !== undefined && before !== state && state !== 'running' && this.log) { this.members?.add({ t: this.#now - since, what: 'process', address, state }); }
    }
    this.#at(this.page.player.t);
  }

  /** @param {import('./control.js').Process} process @param {boolean} startsAgain */
  #killed({ name, address }, startsAgain) {
    if (address && this.#states.get(name) !== 'killed') { this.members?.add({ t: this.#now, what: 'process', address, state: 'killed', startsAgain }); }
    this.#states.set(name, 'killed');
    this.page.player.toEnd();
  }
}

/** The log has grown, and with it the scales. @param {Lane} lane */
function rescale({ log, view, inProgress, busy, spark }) {
  const { from, to, orders, workers } = commonOf([log]), { layout } = view;
  inProgress.full = orders || 1;
  busy.full = workers || 1;
  spark.show(log, { ...spark.scale, from, to, max: Math.max(orders, workers) });
  if (layout.stages.some(({ seats }, stage) => log.seatsOf(stage) !== seats)) { view.resize(layout.width); }
}

/** Facts in real time, which is what a viewer's clock says. @param {import('./log.js').Facts} facts @param {number} scale @param {number} last the tick before */
function real({ ticks: [first = 0, ...others], ...columns }, scale, last) {
  return { ...columns, ticks: columns.kind.length ? [first / scale - last, ...others.map(by => by / scale)] : [] };
}

/** @param {number} at in milliseconds */
const clockOf = at => new Date(at).toTimeString().slice(0, 8);
