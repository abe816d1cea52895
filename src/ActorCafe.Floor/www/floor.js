// Starts the page of the shops that the server has. Without shops there is a cluster.
import { Refused, ask } from './ask.js';
import { byId } from './dom.js';

async function start() {
  const list = await ask('/floor/shops');
  await (list.length ? (await import('./pages.js')).begin(list) : (await import('./cluster.js')).begin());
}

start().catch(failure => {
  byId('intro').textContent = '';
  byId('trouble').textContent = failure instanceof Refused ? failure.message : `Something unforeseen went wrong: ${failure}`;
  if (!(failure instanceof Refused)) { throw failure; }
});
