// Concurrency: the work is cut into stages.
import { capacity, staff, served, perHourChoice, whyMore } from './figures.js';

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: ['duplicated', 'pipeline'],
  needs: ['solo'],
  say: ({ duplicated, pipeline }) => `Let one waiter go, sell one machine, and hire somebody who only grinds: ${staff(pipeline)} workers instead of ${staff(duplicated)}. Each does one part of the work, passes the order on and takes the next.`,
  ask: 'How many customers per hour can pipeline serve?',
  choices: ({ solo, duplicated }) => [
    perHourChoice(0.75 * capacity(duplicated), 'three quarters of the staff, three quarters of the coffee'),
    perHourChoice(capacity(duplicated), 'about as many as duplicated'),
    perHourChoice(3 * capacity(solo), 'three workers, three times solo'),
  ],
  measured: ({ pipeline }) => capacity(pipeline),
  rows: ({ solo, duplicated, pipeline }, bet) => [served(solo), served(duplicated), served(pipeline, bet)],
  teaches: ({ solo, duplicated, pipeline }) => `The ${staff(pipeline)} workers who pass orders on serve more than the ${staff(duplicated)} who stay with theirs: up to ${pipeline.inProgress.max} orders are in progress at once, and that is concurrency, which comes from structure and not from staff.${whyMore(solo, duplicated, pipeline)}`,
};
