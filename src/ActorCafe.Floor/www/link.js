// The link of a page: everything that is needed to see the same elsewhere.
import { LEAST_PACE, MOST_PACE } from './player.js';

/**
 * @typedef {{ at: number, stage: string, to: number, queue?: string }} Edit a stage's workers from a moment on, or, without a stage, the mean seconds between arrivals;
 *   with a queue, the router of a stage from opening on
 * @typedef {{ page: string, scene: number, step: string, shop: string, shops: string[], t: number | null, pace: number, play: boolean, seed: string, orders: string, edits: Edit[], order: number,
 *   pause: { stage: string, above: number } | null }} State
 */

const PAGES = ['lesson', 'shops', 'shop'];
const STEPS = ['bet', 'open', 'told'];

/** The queue disciplines, by the router that makes each. @type {Record<string, string>} */
export const QUEUES = {
  'shared-queue-pool': 'one for all workers',
  'shortest-queue-pool': 'one per worker, the shortest',
  'round-robin-pool': 'one per worker, in turn',
  'random-pool': 'one per worker, at random',
};

/** @param {number} n @param {number} low @param {number} high @param {number} otherwise */
const within = (n, low, high, otherwise) => Number.isFinite(n) ? Math.min(high, Math.max(low, n)) : otherwise;

/** @param {string} hash @returns {State} */
export function read(hash) {
  const link = new URLSearchParams(hash.replace(/^#/, ''));
  const whole = (/** @type {string} */ key) => /^-?\d+$/.test(link.get(key) ?? '') ? link.get(key) ?? '' : '';
  const pause = /^(.+):(\d+)$/.exec(link.get('pause') ?? '');
  return {
    page: PAGES.find(page => page === link.get('page')) ?? '',
    scene: Math.max(1, Number(whole('scene')) || 1),
    step: STEPS.find(step => step === link.get('step')) ?? STEPS[0],
    shop: link.get('shop') ?? '',
    shops: (link.get('shops') ?? '').split(',').filter(Boolean),
    t: link.has('t') ? within(Number(link.get('t')), 0, 1e12, 0) : null,
    pace: within(Number(link.get('pace') ?? 60), LEAST_PACE, MOST_PACE, 60),
    play: link.get('play') !== '0',
    seed: whole('seed'),
    orders: whole('orders'),
    edits: [...link.getAll('queue').flatMap(text => {
      const parts = /^(.+):([a-z-]+)$/.exec(text);
      return parts && parts[2] in QUEUES ? [{ at: 0, stage: parts[1], to: 0, queue: parts[2] }] : [];
    }), ...[...link.getAll('edit'), ...link.getAll('gap')].flatMap(text => {
      const parts = /^(\d+(?:\.\d+)?):(?:(.+):)?(\d+(?:\.\d+)?)$/.exec(text);
      return parts ? [{ at: Number(parts[1]), stage: parts[2] ?? '', to: Number(parts[3]) }] : [];
    })].sort((a, b) => a.at - b.at),
    order: Number(whole('order')) || 0,
    pause: pause ? { stage: pause[1], above: Number(pause[2]) } : null,
  };
}

/** @param {State} state */
export function write(state) {
  const link = new URLSearchParams({ page: state.page });
  if (state.page === 'lesson') {
    link.set('scene', String(state.scene));
    link.set('step', state.step);
  }
  if (state.page === 'shop') { link.set('shop', state.shop); }
  if (state.page === 'shops' && state.shops.length) { link.set('shops', state.shops.join(',')); }
  link.set('t', String(+(state.t ?? 0).toFixed(7)));
  link.set('pace', String(state.pace));
  link.set('play', state.play ? '1' : '0');
  if (state.seed) { link.set('seed', state.seed); }
  if (state.orders) { link.set('orders', state.orders); }
  if (state.page === 'shop') {
    addEdits(link, state.edits);
    if (state.pause) { link.set('pause', `${state.pause.stage}:${state.pause.above}`); }
  }
  if (state.order) { link.set('order', String(state.order)); }
  return '#' + link.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** @param {URLSearchParams} link @param {Edit[]} edits */
export function addEdits(link, edits) {
  for (const { at, stage, to, queue } of edits) {
    if (queue) {
      link.append('queue', `${stage}:${queue}`);
    } else {
      link.append(stage ? 'edit' : 'gap', `${+at.toFixed(7)}:${stage ? `${stage}:` : ''}${to}`);
    }
  }
}
