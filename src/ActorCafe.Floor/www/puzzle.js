// The lesson's last question: pools of your own for the pipeline, compared with those that the command plan finds.
import { pools, costOf } from './bets.js';
import { h } from './dom.js';
import { bars } from './outcome.js';
import { duration } from './words.js';

/** @typedef {{ pools: Record<string, number>, costPerHour: number, replications: number, sure: number, targets: { measured: number | null }[] }} Judged */
/** @typedef {Judged & { met: boolean, oneFewer: Judged[], doubtful: Judged[], tried: number }} Plan the document of plan --json */
/** @typedef {{ log: import('./log.js').ShopLog, costs: number[], plan: Plan | null, bet: number[] | null }} Known plan: null while it is awaited */

export const SHOP = 'pipeline';
/** Enough for a shop in its long run, as plan judges it. */
export const ORDERS = '2000';
export const LIMIT = 360;
export const FIRST = [1, 1, 1];
export const TITLE = 'Yours';
export const QUESTION = 'Which pools are the cheapest that do it?';

/** @param {number[]} costs @param {number[]} sizes @param {(sizes: number[]) => void} changed @param {import('./log.js').ShopLog} log */
export const ask = (costs, sizes, changed, log) => pools(QUESTION, log.stages.map(({ info }) => info.name), costs, sizes, changed);

export const says = () => `Choose the pools of ${SHOP} yourself, for ${Number(ORDERS).toLocaleString('en')} customers. 95 % of them should leave with their coffee within ${LIMIT / 60} minutes, at the lowest cost per hour.`;

/** @param {Judged} judged @param {import('./log.js').ShopLog} log */
export const poolsOf = (judged, log) => log.stages.map(({ info }) => judged.pools[info.name]);

/** @param {Known} known */
export function outcome(known) {
  const { log, costs, plan, bet } = known, /** @type {import('./scenes.js').Row[]} */ rows = [];
  const row = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number[]} */ sizes) =>
    rows.push({ name, value, text: `${value.toFixed(1)} per hour: ${sizes.join(' + ')}`, look: 'busy' });
  if (bet) { row('yours', costOf(bet, costs), bet); }
  if (plan?.met) { row('plan', plan.costPerHour, poolsOf(plan, log)); }
  return [...verdict(known).map((words, k) => h('p', k ? {} : { class: 'verdict' }, words)), bars(rows), h('p', {}, plan ? teaches(plan) : 'The command plan is still simulating…')];
}

/** The verdict, and what there is to say about it. @param {Known} known @returns {string[]} */
function verdict({ log, costs, plan, bet }) {
  const p95 = log.play.responseTimeP95 ?? Infinity, within = `95 % left within ${duration(p95)}`;
  if (!bet) { return [`With the pools that plan finds, ${within}.`]; }
  if (p95 >= LIMIT) { return [`Not yet: ${within}.`, `The bottleneck is the ${log.play.bottleneck}. Try again.`]; }
  if (!plan?.met) { return [`It works: ${within}.`]; }
  const cost = costOf(bet, costs);
  if (cost > plan.costPerHour) { return [`It works: ${within}.`, 'But it can be done for less. Try again.']; }
  if (cost === plan.costPerHour) { return [`Right: ${within}.`, 'The command plan finds nothing cheaper.']; }
  const judged = [...plan.doubtful, ...plan.oneFewer].find(other => poolsOf(other, log).join() === bet.join());
  return [`It works on this day: ${within}.`, judged
    ? `But one run is no proof: plan simulated these pools ${judged.replications} times, 95 % left within ${duration(judged.targets[0].measured)} on average, and so it is only ${(100 * judged.sure).toFixed(0)} % sure that they do it.`
    : 'But one run is no proof: plan simulated cheaper pools many times and is not sure that they do it.'];
}

/** @param {Plan} plan */
const teaches = plan => plan.met
  ? `The command plan tried ${plan.tried} staffings, the chosen one ${plan.replications} times: structure lets workers work in parallel, pools decide how many do, and only many runs show how many are enough.`
  : 'The command plan found no pools that do it.';
