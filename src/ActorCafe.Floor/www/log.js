// The log of a shop, and what it says about any moment. Pure: sceneAt(t) needs nothing but the log, so a jump is no harder than the next frame.
import { Stage, readerOf } from './facts.js';
import { Level, Spans, TICKS, Tally, below } from './spans.js';

/** The most orders of one queue that a scene lists; the others are a number. */
const LISTED = 400;

/**
 * @typedef {{ name: string, worker: string, workers: number, schedule: [number, number][] }} StageInfo
 * @typedef {{ ticks: number[], kind: number[], stage: number[], worker: number[], order: number[] }} Facts
 * @typedef {{ shop: string, seed: number, checksum: string, opened: number, ended: number, capacityPerHour: number | null, throughputPerHour: number | null,
 *   responseTimeMean: number | null, responseTimeP95: number | null, bottleneck: string | null, theory: { timeInShop: number | null, exact: boolean, why: string } | null, deserted: string[],
 *   since?: string, gaps: { mean: number, changes: [number, number][] } | null, stages: StageInfo[], routers: string[], drinks: string[], kinds: string[],
 *   facts: Facts[] }} Play
 * @typedef {{ what: string, order: number, from: number, to: number, began: number, ended: number }} Activity
 * @typedef {{ number: number, seat: number, activities: Activity[] }} Worker
 * @typedef {{ order: number, inProgress: boolean }} Waiting
 * @typedef {{ seat: number, worker: number, what: string, order: number, left: number }} Seat
 * @typedef {{ name: string, queue: Waiting[], queued: number, queuedInProgress: number, seats: Seat[], seatCount: number }} StageScene
 * @typedef {{ t: number, after: number, stages: StageScene[], pickUp: number[], waitingForPickUp: number, served: number, lost: number,
 *   inProgress: { now: number, mean: number }, busy: { now: number, mean: number }, waiting: number, workers: number }} Scene
 */

export class ShopLog {
  /** In seconds. */
  medianService = Infinity;
  #read;

  /** @param {Play} play */
  constructor(play) {
    this.play = play;
    this.name = play.shop;
    this.opened = play.opened;
    this.ended = play.ended;
    this.endTicks = Math.round(play.ended * TICKS);
    this.stages = play.stages.map(info => new Stage(info));
    /** @type {Map<number, import('./facts.js').Order>} */ this.orders = new Map();
    /** @type {Spans<number>} */ this.pickUp = new Spans();
    /** @type {Spans<{ order: number, stage: number }>} */ this.outside = new Spans();
    this.inShop = new Tally();
    /** @type {number[]} */ this.servedBy = [];
    /** @type {number[]} */ this.lostBy = [];
    /** @type {number[]} */ this.ticks = [];
    this.inProgress = new Level(play.opened * TICKS);
    this.busy = new Level(play.opened * TICKS);
    this.#read = readerOf(this);
    this.#read(play.facts);
  }

  /** More has happened. @param {Facts[]} facts @param {number} ended until when all is known, in seconds */
  append(facts, ended) {
    this.ended = Math.max(this.ended, ended);
    this.endTicks = Math.round(this.ended * TICKS);
    if (facts.length) { this.#read(facts); }
  }

  /** @param {number} number @returns {import('./facts.js').Order} */
  order(number) {
    const order = this.orders.get(number);
    if (!order) { throw new Error(`order ${number} was never placed`); }
    return order;
  }

  /** The number of facts up to a moment. @param {number} t in seconds */
  factsUpTo(t) { return below(this.ticks, Math.round(t * TICKS) + 1); }

  /** The next moment at which something happens, or the last before. @param {number} t @param {1 | -1} way */
  momentFrom(t, way) {
    const k = way > 0 ? this.factsUpTo(t) : below(this.ticks, Math.round(t * TICKS)) - 1;
    return k >= 0 && k < this.ticks.length ? this.ticks[k] / TICKS : way > 0 ? this.ended : this.opened;
  }

  /** The most workers that a stage has at once. @param {number} stage */
  seatsOf(stage) { return this.stages[stage].seatsTaken.length; }

  /** The shop at a moment. @param {number} t in seconds @returns {Scene} */
  sceneAt(t) {
    const after = this.factsUpTo(t), ticks = Math.min(Math.round(t * TICKS), this.endTicks);
    const outside = this.outside.after(after);
    let workers = 0;
    const stages = this.stages.map((stage, index) => {
      const here = outside.filter(waiting => waiting.stage === index).map(waiting => waiting.order);
      const seats = stage.present.after(after).map(worker => seatOf(worker, after, ticks));
      const waiting = stage.queue.after(after, LISTED), back = waiting.filter(({ isBack }) => isBack).reverse();
      const queued = stage.queue.countAfter(after), fresh = stage.fresh.after(after);
      workers += seats.length;
      return {
        name: stage.info.name,
        queue: [...[...back, ...waiting.filter(({ isBack }) => !isBack)].map(({ order }) => order), ...here].slice(0, LISTED)
          .map(order => ({ order, inProgress: this.order(order).firstServed < after })),
        queued: queued + here.length,
        queuedInProgress: queued - fresh,
        seats,
        seatCount: stage.seatsTaken.length,
      };
    });
    const inProgress = this.inProgress.at(ticks);
    return {
      t, after, stages, workers, inProgress,
      pickUp: this.pickUp.after(after, LISTED),
      waitingForPickUp: this.pickUp.countAfter(after),
      served: below(this.servedBy, after),
      lost: below(this.lostBy, after),
      busy: this.busy.at(ticks),
      waiting: this.inShop.after(after) - inProgress.now,
    };
  }
}

/** @param {Worker} worker @param {number} after @param {number} ticks @returns {Seat} */
function seatOf(worker, after, ticks) {
  const { activities, seat, number } = worker;
  let low = 0, high = activities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (activities[middle].from < after) { low = middle + 1; } else { high = middle; }
  }
  const last = activities[low - 1];
  if (!last || last.to < after) { return { seat, worker: number, what: 'idle', order: 0, left: 0 }; }
  const length = last.ended - last.began;
  return { seat, worker: number, what: last.what, order: last.order, left: length > 0 && length < Infinity ? (last.ended - ticks) / length : 1 };
}
