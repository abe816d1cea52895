// Fewer orders in progress and more workers busy: concurrency is not speed.
import { h } from './dom.js';
import { inProgress, busy, staff } from './figures.js';
import { level, levelChart } from './level.js';
import { outcome } from './outcome.js';
import { duration } from './duration.js';

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: ['more-grinders', 'more-machines'],
  say: logs => `Now you buy a second machine as well. In more-grinders ${inProgress(logs['more-grinders']).toFixed(1)} orders were in progress on average (the blue line is their number over time), and ${busy(logs['more-grinders']).toFixed(2)} workers were busy.`,
  ask: 'How many orders are in progress on average now? Draw the level.',
  control: (logs, bet, changed) => level(SCENE.ask, logs['more-grinders'], bet, changed),
  measured: logs => inProgress(logs['more-machines']),
  rows: (logs, bet) => {
    const [before, now] = [logs['more-grinders'], logs['more-machines']];
    return [
      { name: before.name, value: inProgress(before), text: `${inProgress(before).toFixed(2)} in progress`, look: 'orders' },
      { name: now.name, value: inProgress(now), text: `${inProgress(now).toFixed(2)} in progress`, look: 'orders', bet },
      { name: before.name, value: busy(before), text: `${busy(before).toFixed(2)} of ${staff(before)} busy`, look: 'busy' },
      { name: now.name, value: busy(now), text: `${busy(now).toFixed(2)} of ${staff(now)} busy`, look: 'busy' },
    ];
  },
  outcome: (logs, bet) => {
    const [before, now] = [logs['more-grinders'], logs['more-machines']], [said, bars, lesson] = outcome(SCENE, logs, bet);
    return [said, bars, levelChart(before, now, bet).svg, h('p', { class: 'say' }, `orders in progress over time; pale: ${before.name}, strong: ${now.name}, dashed: your bet`), lesson];
  },
  teaches: logs => `Fewer orders are in progress, more workers are busy, and customers leave after ${duration(logs['more-machines'].play.responseTimeMean)} instead of ${duration(logs['more-grinders'].play.responseTimeMean)}: concurrency lets workers work in parallel, but it is not speed.`,
};
