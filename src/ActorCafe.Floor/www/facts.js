// Reads the facts of a run, one after another: who waited where, who did what, and how many there were of each.
import { Spans, TICKS, Tally } from './spans.js';

const ACTIVITIES = ['serving', 'handingOver', 'blocked', 'staying'];
const OUTCOMES = ['served', 'rejected', 'reneged', 'unserved'];

export class Order {
  drink = 0;
  placed = 0;
  left = Infinity;
  outcome = '';
  firstServed = Infinity;
  /** The stage and the worker that interrupted its service, until somebody serves it or it is in the queue again. */
  interruptedBy = '';

  /** @param {number} number */
  constructor(number) { this.number = number; }
}

export class Stage {
  /** @type {Spans<{ order: number, isBack: boolean }>} */ queue = new Spans();
  fresh = new Tally();
  /** @type {Spans<import('./log.js').Worker>} */ present = new Spans();
  /** @type {Map<number, { span: number, worker: import('./log.js').Worker }>} */ byNumber = new Map();
  /** @type {boolean[]} */ seatsTaken = [];

  /** @param {import('./log.js').StageInfo} info */
  constructor(info) { this.info = info; }

  takeSeat() {
    const free = this.seatsTaken.indexOf(false), seat = free < 0 ? this.seatsTaken.length : free;
    this.seatsTaken[seat] = true;
    return seat;
  }
}

/** A reader of the facts of a log, into its spans and levels. It is called with one chunk after another. @param {import('./log.js').ShopLog} log */
export function readerOf(log) {
  const open = { queue: new Map(), pickUp: new Map(), outside: new Map(), activity: new Map() };
  const kinds = log.play.kinds;
  /** @type {number[]} */ const services = [];
  let i = 0, sorted = 0, now = Math.round(log.opened * TICKS);

  /** @param {number} order @param {number} stage */
  const comeIn = (order, stage) => {
    const span = open.outside.get(order);
    if (span !== undefined) {
      log.outside.items[span].stage = stage;
      log.outside.end(span, i);
      open.outside.delete(order);
    }
  };

  /** @param {string} what @param {number} stage @param {number} worker @param {number} order */
  const begin = (what, stage, worker, order) => {
    const activity = { what, order, from: i, to: Infinity, began: now, ended: Infinity };
    log.stages[stage].byNumber.get(worker)?.worker.activities.push(activity);
    open.activity.set(`${stage} ${worker}`, activity);
  };

  /** @param {number} stage @param {number} worker */
  const end = (stage, worker) => {
    const key = `${stage} ${worker}`, activity = open.activity.get(key);
    if (activity) {
      activity.to = i;
      activity.ended = now;
      open.activity.delete(key);
      if (activity.what === 'serving') { log.busy.change(now, -1); }
    }
    return activity;
  };

  /** An interrupted order goes on elsewhere. A worker that broke down with it has kept it for no time. @param {Order} order */
  const giveBack = order => {
    const keeper = open.activity.get(order.interruptedBy);
    if (keeper?.what === 'down' && keeper.order === order.number) { keeper.order = 0; }
    order.interruptedBy = '';
  };

  /** @param {string} kind @param {number} stage @param {number} worker @param {number} number */
  const apply = (kind, stage, worker, number) => {
    const at = log.stages[stage];
    switch (kind) {
      case 'placed': {
        const order = new Order(number);
        order.placed = now;
        order.drink = worker;
        log.orders.set(number, order);
        log.inShop.begin(i);
        open.outside.set(number, log.outside.begin(i, { order: number, stage: 0 }));
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
          end(stage, worker);
          at.present.end(gone.span, i);
          at.seatsTaken[gone.worker.seat] = false;
          at.byNumber.delete(worker);
        }
        return;
      }
      case 'workerDown': {
        const last = at.byNumber.get(worker)?.worker.activities.at(-1)?.order, keeps = last && log.order(last).interruptedBy === `${stage} ${worker}`;
        begin('down', stage, worker, keeps ? last : 0);
        return;
      }
      case 'workerUp':
        end(stage, worker);
        return;
      case 'joinedQueue': {
        comeIn(number, stage);
        const order = log.order(number), isFresh = order.firstServed === Infinity, isBack = order.interruptedBy !== '';
        giveBack(order);
        open.queue.set(number, { span: at.queue.begin(i, { order: number, isBack }), at, isFresh });
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
        open.pickUp.set(number, log.pickUp.begin(i, number));
        return;
      case 'left': {
        comeIn(number, 0);
        apply('leftQueue', stage, worker, number);
        const order = log.order(number), waiting = open.pickUp.get(number);
        order.left = now;
        order.outcome = OUTCOMES[worker];
        log.inShop.end(i);
        if (order.firstServed < Infinity) { log.inProgress.change(now, -1); }
        if (waiting !== undefined) {
          log.pickUp.end(waiting, i);
          open.pickUp.delete(number);
        }
        (order.outcome === 'served' ? log.servedBy : log.lostBy).push(i);
        return;
      }
      case 'interrupted':
        end(stage, worker);
        log.order(number).interruptedBy = `${stage} ${worker}`;
        return;
      default:
        if (kind.startsWith('end')) {
          const activity = end(stage, worker);
          if (activity?.what === 'serving') { services.push(now - activity.began); }
        } else if (ACTIVITIES.includes(kind)) {
          comeIn(number, stage);
          const order = log.order(number);
          begin(kind, stage, worker, number);
          if (kind === 'serving') {
            log.busy.change(now, +1);
            giveBack(order);
            if (order.firstServed === Infinity) {
              order.firstServed = i;
              log.inProgress.change(now, +1);
            }
          }
        }
    }
  };

  return (/** @type {import('./log.js').Facts[]} */ chunks) => {
    for (const chunk of chunks) {
      for (let k = 0; k < chunk.ticks.length; k++) {
        i = log.ticks.length;
        now += chunk.ticks[k];
        log.ticks.push(now);
        apply(kinds[chunk.kind[k]], chunk.stage[k], chunk.worker[k], chunk.order[k]);
      }
    }
    for (const spans of [log.pickUp, log.outside, ...log.stages.flatMap(stage => [stage.queue, stage.present])]) { spans.seal(); }
    if (services.length > sorted * 1.1) {
      sorted = services.sort((a, b) => a - b).length;
      log.medianService = services[sorted >> 1] / TICKS;
    }
  };
}
