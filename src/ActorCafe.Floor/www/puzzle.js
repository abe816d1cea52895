// The lesson's last question: pools of your own for the pipeline, compared with those that the command plan finds.
import { question } from './bets.js';
import { h } from './dom.js';
import { bars } from './outcome.js';
import { plan as search } from './plays.js';
import { pool } from './pool.js';
import { say } from './svg.js';
import { duration } from './duration.js';

/** @typedef {{ pools: Record<string, number>, costPerHour: number, replications: number, sure: number, targets: { measured: number | null }[] }} Judged */
/** @typedef {Judged & { met: boolean, oneFewer: Judged[], doubtful: Judged[], tried: number }} Plan the document of plan --json */
/** @typedef {{ log: import('./log.js').ShopLog, costs: number[], plan: Plan | null, bet: number[] | null }} Known plan: null while it is awaited */

const SHOP = 'pipeline';
/** Enough for a shop in its long run, as plan judges it. */
const ORDERS = '2000';
const LIMIT = 360;
const FIRST = [1, 1, 1];
const MOST_WORKERS = 9;

/** @type {Plan | null} */ let plan = null;
/** @type {Promise<void> | null} */ let planning = null;

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: [SHOP],
  orders: ORDERS,
  first: FIRST,
  ask: 'Which are the cheapest pools that achieve this?',
  say: () => `Choose the pools of ${SHOP} yourself, for ${Number(ORDERS).toLocaleString('en')} customers. 95 % of them should leave with their coffee within ${LIMIT / 60} minutes, at the lowest cost per hour.`,
  control: (logs, bet, changed, costs) => pools(SCENE.ask, logs[SHOP].stages.map(({ info }) => info.name), costs, bet ?? FIRST, changed),
  sizes: (logs, bet, step) => bet ?? (plan?.met && step !== 'bet' ? poolsOf(plan, logs[SHOP]) : FIRST),
  prepare: async (step, bet, changed) => {
    planning ??= search(SHOP, LIMIT).then(found => { plan = found; }, () => { planning = null; });
    if (!bet && step !== 'bet') { await planning; } else if (!plan) { planning.then(changed); }
  },
  outcome: (logs, bet, costs) => outcome({ log: logs[SHOP], costs, plan, bet }),
};

/**
 * @param {string} ask @param {string[]} names @param {number[]} costs @param {number[]} sizes @param {(sizes: number[]) => void} changed
 * @returns {import('./bets.js').Control}
 */
function pools(ask, names, costs, sizes, changed) {
  let chosen = 0, now = sizes;
  const cost = h('b', {}, costOf(sizes, costs).toFixed(1));
  const step = (/** @type {number} */ stage, /** @type {1 | -1} */ by) => {
    chosen = stage;
    const size = now[stage] + by;
    if (size >= 1 && size <= MOST_WORKERS) {
      now = now.with(stage, size);
      say(parts[stage].count, String(size));
      say(cost, costOf(now, costs).toFixed(1));
      changed(now);
    }
  };
  const parts = names.map((name, k) => pool(name, k, `${name} (${costs[k]} each) `, by => step(k, by)));
  parts.forEach(({ count }, k) => say(count, String(sizes[k])));
  return {
    element: question(ask, h('div', { class: 'pools' }, ...parts.map(part => part.element)), h('p', { class: 'cost' }, 'Cost per hour: ', cost)),
    pick: k => { if (k < names.length) { chosen = k; } },
    staff: by => step(chosen, by),
  };
}

/** @param {number[]} sizes @param {number[]} costs */
const costOf = (sizes, costs) => sizes.reduce((sum, size, k) => sum + size * costs[k], 0);

/** @param {Judged} judged @param {import('./log.js').ShopLog} log */
const poolsOf = (judged, log) => log.stages.map(({ info }) => judged.pools[info.name]);

/** @param {Known} known */
function outcome(known) {
  const { log, costs, plan: found, bet } = known, /** @type {import('./figures.js').Row[]} */ rows = [];
  const row = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number[]} */ sizes) =>
    rows.push({ name, value, text: `${value.toFixed(1)} per hour: ${sizes.join(' + ')}`, look: 'busy' });
  if (bet) { row('yours', costOf(bet, costs), bet); }
  if (found?.met) { row('plan', found.costPerHour, poolsOf(found, log)); }
  return [...verdict(known).map((words, k) => h('p', k ? {} : { class: 'verdict' }, words)), bars(rows), h('p', {}, found ? teaches(found) : 'The command plan is still simulating…')];
}

/** The verdict, and what there is to say about it. @param {Known} known @returns {string[]} */
function verdict({ log, costs, plan: found, bet }) {
  const p95 = log.play.responseTimeP95 ?? Infinity, within = `95 % left within ${duration(p95)}`;
  if (!bet) { return [`With the pools that plan finds, ${within}.`]; }
  if (p95 >= LIMIT) { return [`Not yet: ${within}.`, `The bottleneck is the ${log.play.bottleneck}. Try again.`]; }
  if (!found?.met) { return [`It works: ${within}.`]; }
  const cost = costOf(bet, costs);
  if (cost > found.costPerHour) { return [`It works: ${within}.`, 'But it can be done for less. Try again.']; }
  if (cost === found.costPerHour) { return [`Right: ${within}.`, 'The command plan finds nothing cheaper.']; }
  const judged = [...found.doubtful, ...found.oneFewer].find(other => poolsOf(other, log).join() === bet.join());
  return [`It works on this day: ${within}.`, judged
    ? `But one run is no proof: plan simulated these pools ${judged.replications} times, 95 % left within ${duration(judged.targets[0].measured)} on average, and so it is only ${(100 * judged.sure).toFixed(0)} % sure that they do it.`
    : 'But one run is no proof: plan simulated cheaper pools many times and is not sure that they do it.'];
}

/** @param {Plan} found */
const teaches = found => found.met
  ? `The command plan tried ${found.tried} staffings, the chosen one ${found.replications} times: structure lets workers work in parallel, pools decide how many do, and only many runs show how many are enough.`
  : 'The command plan found no pools that do it.';
