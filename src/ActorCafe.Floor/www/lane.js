// A shop's row: what it is, its lane, and its dials.
import { Spark } from './chart.js';
import { h } from './dom.js';
import { draw, say, set } from './svg.js';
import { ShopView } from './view.js';
import { desertedInWords, poolsOf } from './words.js';

/** The facts of a shop per second above which no one could follow a token. */
const MOST_FACTS = 400;
const MOST_TOKENS = 300;
const LONGEST_FLIGHT = 0.35;
const SHORTEST_FLIGHT = 0.1;
/** A row that has too much to show goes back to tokens when it is clearly below the limits. */
const BACK = 0.8;

/** @typedef {{ from: number, to: number, orders: number, workers: number }} Common what all rows of a page share: the time, and the full scale of both dials */

/** The time and the scales that rows of these logs share. @param {import('./log.js').ShopLog[]} logs @returns {Common} */
export const commonOf = logs => ({
  from: Math.min(...logs.map(log => log.opened)),
  to: Math.max(...logs.map(log => log.ended)),
  orders: Math.max(...logs.map(log => log.inProgress.max)),
  workers: Math.max(...logs.map(log => log.stages.reduce((sum, _, stage) => sum + log.seatsOf(stage), 0))),
});

class Dial {
  /** @param {string} kind @param {string} name @param {number} full */
  constructor(kind, name, full) {
    this.full = full || 1;
    this.element = h('div', { class: `dial ${kind}` });
    this.now = h('b');
    this.of = h('span');
    this.mean = h('span', { class: 'mean' });
    this.element.append(`${name} `, this.now, this.of, this.mean);
    const bar = draw('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, this.element);
    this.level = draw('rect', { height: 8, class: 'level' }, bar);
    this.mark = draw('rect', { width: 0.6, height: 8, class: 'mark' }, bar);
  }

  /** @param {{ now: number, mean: number }} level @param {string} of @param {number} digits */
  show({ now, mean }, of, digits) {
    say(this.now, String(now));
    say(this.of, of);
    say(this.mean, ` mean ${mean.toFixed(digits)}`);
    set(this.level, 'width', (100 * now / this.full).toFixed(1));
    set(this.mark, 'x', Math.min(99.4, 100 * mean / this.full).toFixed(1));
  }
}

export class Lane {
  #isCrowd = false;

  /** @param {import('./log.js').ShopLog} log @param {Common} common @param {string} [link] where the shop's name leads */
  constructor(log, common, link) {
    this.log = log;
    const capacity = log.play.capacityPerHour;
    this.pools = h('p', { class: 'say' });
    this.served = h('b');
    this.lost = h('span');
    this.crowd = h('p', { class: 'say crowded' });
    const about = h(
      'div', { class: 'about' }, h('h2', {}, link ? h('a', { href: link }, log.name) : log.name), this.pools,
      h('p', { class: 'say' }, this.served, log.play.since ? ` served since ${log.play.since}` : ' served', this.lost), capacity === null ? '' : h('p', { class: 'say can' }, `can serve ${capacity.toFixed(1)} per hour`), this.crowd,
      ...[desertedInWords(log)].filter(Boolean).map(words => h('p', { class: 'say deserted' }, words)));
    const svg = draw('svg', { class: 'lane', role: 'img', 'aria-label': `The floor of ${log.name}. The table in words says the same.` });
    this.view = new ShopView(svg, log);
    this.inProgress = new Dial('orders', 'orders in progress', common.orders);
    this.busy = new Dial('busy', 'workers busy', common.workers);
    const spark = draw('svg', { class: 'spark', role: 'img', 'aria-label': `${log.name}: orders in progress and busy workers over time` });
    this.spark = new Spark(spark, log, { from: common.from, to: common.to, max: Math.max(common.orders, common.workers), width: 240, height: 30 });
    const dials = h('div', { class: 'dials' }, this.inProgress.element, this.busy.element, spark);
    this.element = h('section', { class: 'shop', 'data-shop': log.name, 'aria-label': log.name }, about, svg, dials);
  }

  resize() {
    const width = this.view.svg.clientWidth;
    if (width && width !== this.view.layout.width) { this.view.resize(width); }
  }

  /**
   * @param {number} t @param {{ now: number, jumped: boolean, isStill: boolean, isPlaying: boolean, pace: number }} how
   * @returns {boolean} whether anything is still on its way
   */
  draw(t, how) {
    const scene = this.scene = this.log.sceneAt(t), flight = Math.min(LONGEST_FLIGHT, this.log.medianService / how.pace / 2);
    this.#isCrowd = how.isPlaying && this.#isTooMuch(scene, how.pace, flight);
    const lost = scene.lost ? `, ${scene.lost} lost` : '';
    say(this.pools, poolsOf(scene));
    say(this.served, String(scene.served));
    say(this.lost, lost);
    say(this.crowd, this.#isCrowd ? 'Too fast to show each order.' : '');
    this.inProgress.show(scene.inProgress, '', 1);
    this.busy.show(scene.busy, ` of ${scene.workers}`, 2);
    this.spark.at(t);
    return this.view.draw(scene, { now: how.now, still: how.jumped || how.isStill, crowd: this.#isCrowd, flight });
  }

  /** @param {import('./log.js').Scene} scene @param {number} pace @param {number} flight */
  #isTooMuch(scene, pace, flight) {
    const slack = this.#isCrowd ? BACK : 1, from = Math.min(scene.t, this.log.ended - pace);
    return this.log.factsUpTo(from + pace) - this.log.factsUpTo(from) > MOST_FACTS * slack || flight * slack < SHORTEST_FLIGHT || this.view.tokensOf(scene) > MOST_TOKENS * slack;
  }
}
