// The scenes as a table, with a row for each shop, for those who do not look.
import { h } from './dom.js';

const COLUMNS = ['shop', 'served', 'waiting to order', 'workers', 'pick-up', 'in progress', 'busy'];

/** The table's head and body. @param {import('./lane.js').Lane[]} lanes */
export const table = lanes => [h('thead', {}, h('tr', {}, ...COLUMNS.map(name => h('th', { scope: 'col' }, name)))), h('tbody', { id: 'rows' }, ...lanes.map(row))];

/** @param {import('./lane.js').Lane} lane */
function row({ log, scene }) {
  const cells = scene
    ? [scene.served, scene.waiting, scene.stages.map(stage => `${stage.name} ${stageInWords(stage)}`).join('; '), scene.waitingForPickUp, scene.inProgress.now, scene.busy.now]
    : [];
  return h('tr', {}, h('th', { scope: 'row' }, log.name), ...cells.map(text => h('td', {}, String(text))));
}

/** @param {import('./log.js').StageScene} stage */
function stageInWords(stage) {
  const doing = (/** @type {string[]} */ ...what) => stage.seats.filter(seat => what.includes(seat.what)).length;
  const held = doing('blocked', 'staying'), handing = doing('handingOver'), down = doing('down'), away = stage.seatCount - stage.seats.length;
  return (stage.seats.length ? `${doing('serving')} of ${stage.seats.length} busy` : 'nobody there') + (handing ? `, ${handing} handing over` : '') + (held ? `, ${held} held` : '') + (down ? `, ${down} broken down` : '') + (away ? `, ${away} away` : '')
    + (stage.queued ? `, ${stage.queued} waiting` : '');
}
