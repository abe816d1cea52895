// How times, counts and scenes are said.

/** With two digits. @param {number} n */
export const two = n => String(n).padStart(2, '0');

/** A time of the shop's clock: 1:26:40. @param {number} t in seconds */
export function clock(t) {
  const s = Math.floor(t + 1e-7);
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** Shop time per second: 1 s is 1 min. @param {number} pace */
export function paceOf(pace) {
  const short = (/** @type {number} */ n) => String(+n.toFixed(2));
  return pace < 60 ? `${short(pace)} s` : pace < 3600 ? `${short(pace / 60)} min` : `${short(pace / 3600)} h`;
}

/** The pools of a shop: 1 × waiter → 2 × grinder. @param {import('./log.js').Scene} scene */
export const poolsOf = scene => scene.stages.map(stage => `${stage.seats.length}\u00a0×\u00a0${stage.name}`).join(' → ');

/** What is said of a shop where nobody comes to work any more while orders wait. @param {import('./log.js').ShopLog} log */
export function desertedInWords({ play: { deserted }, orders }) {
  const unserved = [...orders.values()].filter(order => order.outcome === 'unserved').length;
  return deserted.length ? `${unserved} of ${orders.size} orders are left unserved: nobody comes to work at ${deserted.join(' and ')} any more.` : '';
}

/** @param {string} name @param {import('./log.js').Scene} scene */
export const sceneInWords = (name, scene) =>
  `${name} at ${clock(scene.t)}: ${scene.inProgress.now} in progress, ${scene.busy.now} busy, ${scene.waiting} waiting to order, ${scene.waitingForPickUp} waiting for pick-up, ${scene.served} served`;
