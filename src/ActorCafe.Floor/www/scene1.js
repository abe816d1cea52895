// One waiter does everything.
import { capacity, staff } from './figures.js';

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: ['solo'],
  say: () => 'One waiter takes an order, grinds the beans and stays with the coffee while the machine brews it. Only then may the next customer order.',
  ask: 'How many of the two, waiter and machine, are ever busy at the same moment?',
  choices: () => [{ words: 'Only one of them', value: 1 }, { words: 'Both of them', value: 2 }],
  measured: ({ solo }) => solo.busy.max,
  rows: ({ solo }, bet) => [{ name: 'solo', value: solo.busy.max, text: `at most ${solo.busy.max} of ${staff(solo)} busy at once`, look: 'busy', bet }],
  teaches: ({ solo }) => `Never more than ${solo.busy.max}: while the machine brews, the waiter is held (hatched) and cannot serve anybody else, so in the long run solo can serve only ${capacity(solo).toFixed(1)} customers per hour.`,
};
