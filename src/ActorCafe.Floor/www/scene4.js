// Parallelism where the queue is: the bottleneck moves.
import { capacity, longestQueues } from './figures.js';
import { set } from './svg.js';

/** @type {import('./figures.js').Scene} */
export const SCENE = {
  shops: ['pipeline', 'more-grinders'],
  say: ({ pipeline }) => `In pipeline up to ${Math.max(...longestQueues(pipeline))} orders waited for the ${pipeline.play.bottleneck}, so you hire a second one. Everything else stays as it was.`,
  ask: 'Where is the longest queue now? Choose a stage, or click it in more-grinders.',
  choices: logs => logs['more-grinders'].stages.map(({ info }, value) => ({ words: `Before the ${info.name}`, value })),
  measured: logs => longestQueues(logs['more-grinders']).reduce((best, longest, stage, all) => longest > all[best] ? stage : best, 0),
  mark: (lanes, bet) => lanes[1].view.drawn.parts.forEach((part, k) => set(part.counter, 'class', k === bet ? 'counter chosen' : 'counter')),
  clicked: ({ target }, lanes, control) => {
    const at = /** @type {Element} */ (target), stage = at.getAttribute('data-stage');
    if (stage !== null && at.closest('.shop') === lanes[1].element) { control?.pick(Number(stage)); }
  },
  rows: (logs, bet) => longestQueues(logs['more-grinders']).map((value, stage) => ({
    name: logs['more-grinders'].stages[stage].info.name, value, text: `up to ${value} waiting`, look: 'orders', isBet: stage === bet,
  })),
  teaches: logs => `The bottleneck has moved to the ${logs['more-grinders'].play.bottleneck}, and the shop can serve ${capacity(logs['more-grinders']).toFixed(1)} customers per hour instead of ${capacity(logs.pipeline).toFixed(1)}: another worker helps where the queue is, until the next stage is the slowest.`,
};
