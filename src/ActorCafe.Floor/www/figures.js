// The figures of the lesson: all of them are taken from the runs that the page plays.

/**
 * @typedef {import('./log.js').ShopLog} ShopLog
 * @typedef {number | number[]} Bet a choice's index, a level, or the size of each pool
 * @typedef {{ name: string, value: number, text: string, look: 'orders' | 'busy', bet?: number, isBet?: boolean }} Row
 * @typedef {Record<string, ShopLog>} Logs
 * @typedef {{ shops: string[], needs?: string[], ask: string, say: (logs: Logs) => string,
 *   choices?: (logs: Logs) => { words: string, value: number }[], mark?: (lanes: import('./lane.js').Lane[], bet: any) => void,
 *   clicked?: (event: Event, lanes: import('./lane.js').Lane[], control: import('./bets.js').Control | null) => void, measured?: (logs: Logs) => number,
 *   rows?: (logs: Logs, bet?: number) => Row[], teaches?: (logs: Logs) => string,
 *   control?: (logs: Logs, bet: any, changed: (bet: Bet) => void, costs: number[]) => import('./bets.js').Control,
 *   sizes?: (logs: Logs, bet: any, step: string) => number[], orders?: string, prepare?: (step: string, bet: any, changed: () => void) => Promise<void>,
 *   outcome?: (logs: Logs, bet: any, costs: number[]) => (Node | string)[], first?: Bet }} Scene shops: those shown, the new one last; choices: what one may bet on,
 *   otherwise there is a control; mark: shows a bet on the floor; measured: in the unit of the choices' values; sizes: the pools to simulate with that many orders; first: the bet that is placed already
 */

export const capacity = (/** @type {ShopLog} */ log) => log.play.capacityPerHour ?? 0;
export const inProgress = (/** @type {ShopLog} */ log) => log.inProgress.at(log.endTicks).mean;
export const busy = (/** @type {ShopLog} */ log) => log.busy.at(log.endTicks).mean;
export const staff = (/** @type {ShopLog} */ log) => log.stages.reduce((sum, { info }) => sum + info.workers, 0);

/** The longest queue of each stage during the run. @param {ShopLog} log */
export const longestQueues = log => log.stages.map(({ queue }) => log.ticks.reduce((longest, at, k) => at === log.ticks[k + 1] ? longest : Math.max(longest, queue.countAfter(k + 1)), 0));

/** @param {ShopLog} log @param {number} [bet] @returns {Row} */
export const served = (log, bet) => ({ name: log.name, value: capacity(log), text: `${capacity(log).toFixed(1)} per hour in the long run; this run: ${throughput(log).toFixed(1)}`, look: 'busy', bet });

/** Why a run can serve more per hour than its shop can in the long run, if one does. @param {ShopLog[]} logs */
export const whyMore = (...logs) => logs.some(log => throughput(log) > capacity(log)) ? ' This run served more, because its customers happened to need less work.' : '';

const throughput = (/** @type {ShopLog} */ log) => log.play.throughputPerHour ?? 0;

/** @param {number} perHour @param {string} words */
export const perHourChoice = (perHour, words) => ({ words: `${perHour.toFixed(1)}: ${words}`, value: perHour });
