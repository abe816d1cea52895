// The lesson's five scenes. Every figure in their sentences is taken from the runs that the page plays.
import { duration } from './words.js';

/**
 * @typedef {import('./log.js').ShopLog} ShopLog
 * @typedef {number | number[]} Bet a choice's index, a level, or the size of each pool
 * @typedef {{ name: string, value: number, text: string, look: 'orders' | 'busy', bet?: number, isBet?: boolean }} Row
 * @typedef {{ title: string, shops: string[], needs?: string[], say: (logs: Record<string, ShopLog>) => string, ask: string,
 *   choices?: (logs: Record<string, ShopLog>) => { words: string, value: number }[], level?: { from: string, to: string },
 *   measured: (logs: Record<string, ShopLog>) => number, unit: string, rows: (logs: Record<string, ShopLog>, bet?: number) => Row[],
 *   teaches: (logs: Record<string, ShopLog>) => string }} Scene shops: those shown, the new one last; measured: in the unit of the choices' values
 */

const capacity = (/** @type {ShopLog} */ log) => log.play.capacityPerHour ?? 0;
const inProgress = (/** @type {ShopLog} */ log) => log.inProgress.at(log.endTicks).mean;
const busy = (/** @type {ShopLog} */ log) => log.busy.at(log.endTicks).mean;
const staff = (/** @type {ShopLog} */ log) => log.stages.reduce((sum, { info }) => sum + info.workers, 0);

/** The longest queue of each stage during the run. @param {ShopLog} log */
const longestQueues = log => log.stages.map(({ queue }) => log.ticks.reduce((longest, at, k) => at === log.ticks[k + 1] ? longest : Math.max(longest, queue.countAfter(k + 1)), 0));

/** @param {ShopLog} log @param {number} [bet] @returns {Row} */
const served = (log, bet) => ({ name: log.name, value: capacity(log), text: `${capacity(log).toFixed(1)} per hour; this run: ${(log.play.throughputPerHour ?? 0).toFixed(1)}`, look: 'busy', bet });

/** @param {number} perHour @param {string} words */
const perHourChoice = (perHour, words) => ({ words: `${perHour.toFixed(1)}: ${words}`, value: perHour });

/** @type {Scene[]} */
export const SCENES = [
  {
    title: 'One does it all',
    shops: ['solo'],
    say: () => 'One waiter takes an order, grinds the beans and stays with the coffee while the machine brews it. Only then may the next customer order.',
    ask: 'How many of the two, waiter and machine, are ever busy at the same moment?',
    choices: () => [{ words: 'Only one of them', value: 1 }, { words: 'Both of them', value: 2 }],
    measured: ({ solo }) => solo.busy.max,
    unit: 'busy at once',
    rows: ({ solo }, bet) => [{ name: 'solo', value: solo.busy.max, text: `at most ${solo.busy.max} of ${staff(solo)} busy at once`, look: 'busy', bet }],
    teaches: ({ solo }) => `Never more than ${solo.busy.max}: while the machine brews, the waiter is held (hatched) and cannot serve anybody else, so solo can serve only ${capacity(solo).toFixed(1)} customers per hour.`,
  },
  {
    title: 'Twice the staff',
    shops: ['solo', 'duplicated'],
    say: ({ solo }) => `Now there are two waiters and two machines, and each waiter still stays with one order until it is served. Solo can serve ${capacity(solo).toFixed(1)} customers per hour.`,
    ask: 'How many customers per hour can duplicated serve?',
    choices: ({ solo }) => [perHourChoice(capacity(solo), 'as many as before'), perHourChoice(1.5 * capacity(solo), 'half as many again'), perHourChoice(2 * capacity(solo), 'twice as many')],
    measured: ({ duplicated }) => capacity(duplicated),
    unit: 'customers per hour',
    rows: ({ solo, duplicated }, bet) => [served(solo), served(duplicated, bet)],
    teaches: ({ solo, duplicated }) => `Twice the staff serves ${(capacity(duplicated) / capacity(solo)).toFixed(2)} times as many: that is parallelism, and it has its price, because on average only ${busy(duplicated).toFixed(2)} of the ${staff(duplicated)} workers are busy.`,
  },
  {
    title: 'Cut the work',
    shops: ['duplicated', 'pipeline'],
    needs: ['solo'],
    say: ({ duplicated, pipeline }) => `Send one waiter and one machine home and hire a grinder: ${staff(pipeline)} workers instead of ${staff(duplicated)}. Each does one part of the work, passes the order on and takes the next.`,
    ask: 'How many customers per hour can pipeline serve?',
    choices: ({ solo, duplicated }) => [
      perHourChoice(0.75 * capacity(duplicated), 'three quarters of the staff, three quarters of the coffee'),
      perHourChoice(capacity(duplicated), 'about as many as duplicated'),
      perHourChoice(3 * capacity(solo), 'three workers, three times solo'),
    ],
    measured: ({ pipeline }) => capacity(pipeline),
    unit: 'customers per hour',
    rows: ({ solo, duplicated, pipeline }, bet) => [served(solo), served(duplicated), served(pipeline, bet)],
    teaches: ({ duplicated, pipeline }) => `The ${staff(pipeline)} workers who pass orders on serve more than the ${staff(duplicated)} who stay with theirs: up to ${pipeline.inProgress.max} orders are in progress at once, and that is concurrency, which comes from structure and not from staff.`,
  },
  {
    title: 'A second grinder',
    shops: ['pipeline', 'more-grinders'],
    say: ({ pipeline }) => `In pipeline up to ${Math.max(...longestQueues(pipeline))} orders waited for the ${pipeline.play.bottleneck}, so you hire a second one. Everything else stays as it was.`,
    ask: 'Where is the longest queue now? Choose a stage, or click it in more-grinders.',
    choices: logs => logs['more-grinders'].stages.map(({ info }, value) => ({ words: `Before the ${info.name}`, value })),
    measured: logs => longestQueues(logs['more-grinders']).reduce((best, longest, stage, all) => longest > all[best] ? stage : best, 0),
    unit: 'stage',
    rows: (logs, bet) => longestQueues(logs['more-grinders']).map((value, stage) => ({
      name: logs['more-grinders'].stages[stage].info.name, value, text: `up to ${value} waiting`, look: 'orders', isBet: stage === bet,
    })),
    teaches: logs => `The bottleneck has moved to the ${logs['more-grinders'].play.bottleneck}, and the shop can serve ${capacity(logs['more-grinders']).toFixed(1)} customers per hour instead of ${capacity(logs.pipeline).toFixed(1)}: another worker helps where the queue is, until the next stage is the slowest.`,
  },
  {
    title: 'A second machine',
    shops: ['more-grinders', 'more-machines'],
    say: logs => `Now you buy a second machine as well. In more-grinders ${inProgress(logs['more-grinders']).toFixed(1)} orders were in progress on average (the blue line is their number over time), and ${busy(logs['more-grinders']).toFixed(2)} workers were busy.`,
    ask: 'How many orders are in progress on average now? Draw the level.',
    level: { from: 'more-grinders', to: 'more-machines' },
    measured: logs => inProgress(logs['more-machines']),
    unit: 'orders in progress',
    rows: (logs, bet) => {
      const [before, now] = [logs['more-grinders'], logs['more-machines']];
      return [
        { name: before.name, value: inProgress(before), text: `${inProgress(before).toFixed(2)} in progress`, look: 'orders' },
        { name: now.name, value: inProgress(now), text: `${inProgress(now).toFixed(2)} in progress`, look: 'orders', bet },
        { name: before.name, value: busy(before), text: `${busy(before).toFixed(2)} of ${staff(before)} busy`, look: 'busy' },
        { name: now.name, value: busy(now), text: `${busy(now).toFixed(2)} of ${staff(now)} busy`, look: 'busy' },
      ];
    },
    teaches: logs => `Fewer orders are in progress, more workers are busy, and customers leave after ${duration(logs['more-machines'].play.responseTimeMean)} instead of ${duration(logs['more-grinders'].play.responseTimeMean)}: concurrency lets workers work in parallel, but it is not speed.`,
  },
];
