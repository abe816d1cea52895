// What only the page of one shop asks of a log.
import { TICKS } from './spans.js';

/** @typedef {import('./log.js').ShopLog} ShopLog */

/** The number of workers that a stage is meant to have. @param {ShopLog} log @param {number} stage @param {number} t in seconds */
export function targetAt(log, stage, t) {
  const { workers, schedule } = log.stages[stage].info;
  return schedule.findLast(([at]) => at <= t)?.[1] ?? workers;
}

/** The mean seconds between arrivals; null if customers do not come by gaps. @param {ShopLog} log @param {number} t in seconds */
export function gapAt({ play: { gaps } }, t) {
  return gaps && (gaps.changes.findLast(([at]) => at <= t)?.[1] ?? gaps.mean);
}

/**
 * The first moment after one and up to another at which a stage's queue grows beyond a number; null if there is none.
 * @param {ShopLog} log @param {number} stage @param {number} most @param {number} from @param {number} to in seconds
 */
export function firstQueueAbove(log, stage, most, from, to) {
  const { ticks } = log, { queue } = log.stages[stage];
  let i = log.factsUpTo(from), before = queue.countAfter(i);
  for (const last = log.factsUpTo(to); i < last;) {
    i++;
    // An instant counts when all its facts have happened.
    if (i < ticks.length && ticks[i] === ticks[i - 1]) { continue; }
    const now = queue.countAfter(i);
    if (now > most && before <= most) { return ticks[i - 1] / TICKS; }
    before = now;
  }
  return null;
}
