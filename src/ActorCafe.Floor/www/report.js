// Starts the player inside a report, with the logs that the report holds. There is no server, so nothing can be changed.
import { byId } from './dom.js';
import { read, write } from './link.js';
import { ShopLog } from './log.js';
import { Page } from './page.js';
import { showTogether } from './together.js';

/** Whether the address names a moment of the player, and not a place in the report. */
const isLinked = () => new URLSearchParams(location.hash.slice(1)).get('page') === 'report';

/** @param {Element} block */
async function logOf(block) {
  const packed = Uint8Array.from(atob(block.textContent ?? ''), letter => letter.charCodeAt(0));
  return new ShopLog(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).json());
}

async function start() {
  const floor = byId('floor'), page = new Page(read(location.hash), floor);
  page.state.page = 'report';
  page.state.play &&= isLinked();
  // An address that names a place in the report stays until somebody uses the player.
  if (isLinked()) { page.write = write; }
  for (const use of ['click', 'input', 'keydown']) { floor.addEventListener(use, () => { page.write = write; }, { capture: true, once: true }); }
  const logs = await Promise.all([...floor.querySelectorAll('script.log')].map(logOf));
  floor.hidden = false;
  showTogether(page, logs);
  if (isLinked()) {
    floor.parentElement?.scrollIntoView();
    floor.focus();
  }
}

window.addEventListener('hashchange', () => { if (isLinked()) { location.reload(); } });
start();
