// The log of a shop, and what it says about any moment. Pure: sceneAt(t) needs nothing but the log, so a jump is no harder than the next frame.
import { Level, Spans, Tally, below } from './spans.js';

const TICKS = 1e7;
const ACTIVITIES = ['serving', 'handingOver', 'blocked', 'staying'];
export const OUTCOMES = ['served', 'rejected', 'reneged', 'unserved'];

/** The most orders of one queue that a scene lists; the others are a number. */
const LISTED = 400;

/**
 * @typedef {{ name: string, worker: string, workers: number, schedule: [number, number][] }} StageInfo
 * @typedef {{ ticks: number[], kind: number[], stage: number[], worker: number[], order: number[] }} Facts
 * @typedef {{ shop: string, seed: number, checksum: string, opened: number, ended: number, capacityPerHour: number | null, throughputPerHour: number | null,
 *   responseTimeMean: number | null, responseTimeP95: number | null, bottleneck: string | null,
 *   gaps: { mean: number, changes: [number, number][] } | null, stages: StageInfo[], drinks: string[], kinds: string[],
 *   facts: Facts[] }} Play
 * @typedef {{ what: string, order: number, from: number, to: number, began: number, ended: number }} Activity
 * @typedef {{ number: number, seat: number, activities: Activity[] }} Worker
 * @typedef {{ order: number, inProgress: boolean }} Waiting
 * @typedef {{ seat: number, worker: number, what: string, order: number, left: number }} Seat
 * @typedef {{ name: string, queue: Waiting[], queued: number, queuedInProgress: number, seats: Seat[], seatCount: number }} StageScene
 * @typedef {{ t: number, after: number, stages: StageScene[], pickUp: number[], waitingForPickUp: number, served: number, lost: number,
 *   inProgress: { now: number, mean: number }, busy: { now: number, mean: number }, waiting: number, workers: number }} Scene
 */

class Order {
  drink = 0;
  placed = 0;
  left = Infinity;
  outcome = '';
  firstServed = Infinity;

  /** @param {number} number */
  constructor(number) { this.number = number; }
}

class Stage {
  /** @type {Spans<number>} */ queue = new Spans();
  fresh = new Tally();
  /** @type {Spans<Worker>} */ present = new Spans();
  /** @type {Map<number, { span: number, worker: Worker }>} */ byNumber = new Map();
  /** @type {boolean[]} */ seatsTaken = [];

  /** @param {StageInfo} info */
  constructor(info) { this.info = info; }

  takeSeat() {
    const free = this.seatsTaken.indexOf(false), seat = free < 0 ? this.seatsTaken.length : free;
    this.seatsTaken[seat] = true;
    return seat;
  }
}

export class ShopLog {
  /** In seconds. */
  medianService = Infinity;

  /** @param {Play} play */
  constructor(play) {
    this.play = play;
    this.name = play.shop;
    this.opened = play.opened;
    this.ended = play.ended;
    this.endTicks = Math.round(play.ended * TICKS);
    this.stages = play.stages.map(info => new Stage(info));
    /** @type {Map<number, Order>} */ this.orders = new Map();
    /** @type {Spans<number>} */ this.pickUp = new Spans();
    /** @type {Spans<{ order: number, stage: number }>} */ this.outside = new Spans();
    this.inShop = new Tally();
    this.started = new Tally();
    /** @type {number[]} */ this.servedBy = [];
    /** @type {number[]} */ this.lostBy = [];
    this.ticks = new Float64Array(play.facts.reduce((sum, chunk) => sum + chunk.ticks.length, 0));
    this.inProgress = new Level(play.opened * TICKS);
    this.busy = new Level(play.opened * TICKS);
    this.#read();
  }

  #read() {
    const open = { queue: new Map(), pickUp: new Map(), outside: new Map(), activity: new Map() };
    const kinds = this.play.kinds;
    /** @type {number[]} */ const services = [];
    let i = 0, now = Math.round(this.opened * TICKS);

    /** @param {number} order @param {number} stage */
    const comeIn = (order, stage) => {
      const span = open.outside.get(order);
      if (span !== undefined) {
        this.outside.items[span].stage = stage;
        this.outside.end(span, i);
        open.outside.delete(order);
      }
    };

    /** @param {string} kind @param {number} stage @param {number} worker @param {number} number */
    const apply = (kind, stage, worker, number) => {
      const at = this.stages[stage];
      switch (kind) {
        case 'placed': {
          const order = new Order(number);
          order.placed = now;
          order.drink = worker;
          this.orders.set(number, order);
          this.inShop.begin(i);
          open.outside.set(number, this.outside.begin(i, { order: number, stage: 0 }));
          return;
        }
        case 'workerJoined': {
          const joined = { number: worker, seat: at.takeSeat(), activities: [] };
          at.byNumber.set(worker, { span: at.present.begin(i, joined), worker: joined });
          return;
        }
        case 'workerLeft': {
          const gone = at.byNumber.get(worker);
          if (gone) {
            at.present.end(gone.span, i);
            at.seatsTaken[gone.worker.seat] = false;
            at.byNumber.delete(worker);
          }
          return;
        }
        case 'joinedQueue': {
          comeIn(number, stage);
          const isFresh = this.#order(number).firstServed === Infinity;
          open.queue.set(number, { span: at.queue.begin(i, number), at, isFresh });
          if (isFresh) { at.fresh.begin(i); }
          return;
        }
        case 'leftQueue': {
          const queued = open.queue.get(number);
          if (queued) {
            queued.at.queue.end(queued.span, i);
            if (queued.isFresh) { queued.at.fresh.end(i); }
            open.queue.delete(number);
          }
          return;
        }
        case 'awaitsPickUp':
          open.pickUp.set(number, this.pickUp.begin(i, number));
          return;
        case 'left': {
          comeIn(number, 0);
          apply('leftQueue', stage, worker, number);
          const order = this.#order(number), waiting = open.pickUp.get(number);
          order.left = now;
          order.outcome = OUTCOMES[worker];
          this.inShop.end(i);
          if (order.firstServed < Infinity) {
            this.inProgress.change(now, -1);
            this.started.end(i);
          }
          if (waiting !== undefined) {
            this.pickUp.end(waiting, i);
            open.pickUp.delete(number);
          }
          (order.outcome === 'served' ? this.servedBy : this.lostBy).push(i);
          return;
        }
        default:
          if (kind.startsWith('end')) {
            const key = `${stage} ${worker}`, activity = open.activity.get(key);
            if (activity) {
              activity.to = i;
              activity.ended = now;
              open.activity.delete(key);
              if (activity.what === 'serving') {
                this.busy.change(now, -1);
                services.push(now - activity.began);
              }
            }
          } else if (ACTIVITIES.includes(kind)) {
            comeIn(number, stage);
            const activity = { what: kind, order: number, from: i, to: Infinity, began: now, ended: Infinity }, order = this.#order(number);
            at.byNumber.get(worker)?.worker.activities.push(activity);
            open.activity.set(`${stage} ${worker}`, activity);
            if (kind === 'serving') {
              this.busy.change(now, +1);
              if (order.firstServed === Infinity) {
                order.firstServed = i;
                this.started.begin(i);
                this.inProgress.change(now, +1);
              }
            }
          }
      }
    };

    for (const chunk of this.play.facts) {
      for (let k = 0; k < chunk.ticks.length; k++, i++) {
        now += chunk.ticks[k];
        this.ticks[i] = now;
        apply(kinds[chunk.kind[k]], chunk.stage[k], chunk.worker[k], chunk.order[k]);
      }
    }
    for (const spans of [this.pickUp, this.outside, ...this.stages.flatMap(stage => [stage.queue, stage.present])]) { spans.seal(); }
    services.sort((a, b) => a - b);
    if (services.length) { this.medianService = services[services.length >> 1] / TICKS; }
  }

  /** @param {number} number @returns {Order} */
  #order(number) {
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

  /**
   * The first moment after one and up to another at which a stage's queue grows beyond a number; null if there is none.
   * @param {number} stage @param {number} most @param {number} from @param {number} to in seconds
   */
  firstQueueAbove(stage, most, from, to) {
    const { queue } = this.stages[stage];
    for (let i = this.factsUpTo(from) + 1, last = this.factsUpTo(to); i <= last; i++) {
      const isWhole = i === this.ticks.length || this.ticks[i] > this.ticks[i - 1];
      if (isWhole && queue.countAfter(i) > most && queue.countAfter(i - 1) <= most) { return this.ticks[i - 1] / TICKS; }
    }
    return null;
  }

  /** The number of workers that a stage is meant to have. @param {number} stage @param {number} t */
  targetAt(stage, t) {
    const { workers, schedule } = this.stages[stage].info;
    return schedule.findLast(([at]) => at <= t)?.[1] ?? workers;
  }

  /** The mean seconds between arrivals; null if customers do not come by gaps. @param {number} t */
  gapAt(t) {
    const { gaps } = this.play;
    return gaps && (gaps.changes.findLast(([at]) => at <= t)?.[1] ?? gaps.mean);
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
      const queued = stage.queue.countAfter(after), fresh = stage.fresh.after(after);
      workers += seats.length;
      return {
        name: stage.info.name,
        queue: [...stage.queue.after(after, LISTED), ...here].slice(0, LISTED)
          .map(order => ({ order, inProgress: this.#order(order).firstServed < after })),
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

  /** What has happened to an order: its waits and services, in seconds. @param {number} number */
  storyOf(number) {
    const order = this.orders.get(number);
    if (!order) { return null; }
    /** @type {{ what: string, stage: string, worker: number, from: number, to: number }[]} */ const parts = [];
    const end = Math.min(order.left, this.endTicks);
    for (const stage of this.stages) {
      const name = stage.info.name, { from, to, items } = stage.queue;
      items.forEach((item, k) => {
        if (item === number) { parts.push({ what: 'queue', stage: name, worker: 0, from: this.ticks[from[k]], to: to[k] < Infinity ? this.ticks[to[k]] : end }); }
      });
      for (const worker of stage.present.items) {
        for (const activity of worker.activities) {
          if (activity.order === number && activity.what !== 'staying') {
            parts.push({ what: activity.what, stage: name, worker: worker.number, from: activity.began, to: Math.min(activity.ended, end) });
          }
        }
      }
    }
    parts.sort((a, b) => a.from - b.from || a.to - b.to);
    return {
      number, drink: this.play.drinks[order.drink], placed: order.placed / TICKS, left: order.left / TICKS, outcome: order.outcome,
      parts: parts.filter(part => part.to > part.from).map(part => ({ ...part, from: part.from / TICKS, to: part.to / TICKS })),
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
