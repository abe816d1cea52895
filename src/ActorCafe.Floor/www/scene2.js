// Parallelism: everything twice.
import { capacity, busy, staff, served, perHourChoice, whyMore } from './figures.js';

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: ['solo', 'duplicated'],
  say: ({ solo }) => `Now there are two waiters and two machines, and each waiter still stays with one order until it is served. Solo can serve ${capacity(solo).toFixed(1)} customers per hour.`,
  ask: 'How many customers per hour can duplicated serve?',
  choices: ({ solo }) => [perHourChoice(capacity(solo), 'as many as before'), perHourChoice(1.5 * capacity(solo), 'half as many again'), perHourChoice(2 * capacity(solo), 'twice as many')],
  measured: ({ duplicated }) => capacity(duplicated),
  rows: ({ solo, duplicated }, bet) => [served(solo), served(duplicated, bet)],
  teaches: ({ solo, duplicated }) => `Twice the staff serves ${(capacity(duplicated) / capacity(solo)).toFixed(2)} times as many: that is parallelism. But half of the staff still waits: on average only ${busy(duplicated).toFixed(2)} of the ${staff(duplicated)} workers are busy.${whyMore(solo, duplicated)}`,
};
