// The nodes of a cluster, by role, with the machines that run on them as chips.
import { h } from './dom.js';
import { capital, listed } from './events.js';
import { say, set } from './svg.js';

const ROLES = ['front', 'seed', 'grinder', 'machine'];
/** Of these one may start another. */
const MORE = ['grinder', 'machine'];
/** A machine that came to a node this many seconds ago is outlined. */
const NEW = 10;
/** A node that left the cluster is shown for this many seconds. */
const GONE = 20;
const MOST_CHIPS = 60;

export class NodesView {
  /** @type {Map<string, ReturnType<NodesView['card']>>} */ #cards = new Map();

  /** @param {import('./control.js').Control} control */
  constructor(control) {
    this.control = control;
    this.groups = [...ROLES, 'other', 'nowhere'].map(role => {
      const more = MORE.includes(role) ? h('button', { class: 'more', hidden: true, click: () => control.start(role) }, `Start another ${role} node`) : null;
      const list = h('div', { class: 'nodes' }), title = role === 'nowhere' ? 'Machines without a node' : capital(role);
      return { role, more, list, element: h('section', { class: 'role', hidden: true, 'aria-label': title }, h('h2', {}, title, ...(more ? [' ', more] : [])), list) };
    });
    this.element = h('div', { class: 'roles' }, ...this.groups.map(group => group.element));
  }

  /**
   * @param {import('./members.js').Moment} moment @param {number} t
   * @param {(address: string) => string} nameOf
   * @param {(machine: string) => string} doing what a machine does: serving, idle, ...
   */
  show({ nodes, machines }, t, nameOf, doing) {
    /** @type {Map<string, import('./members.js').Machine[]>} */ const at = new Map();
    for (const machine of machines.values()) {
      const known = machine.node !== null && nodes.has(machine.node) ? machine.node : '';
      const there = at.get(known);
      if (there) { there.push(machine); } else { at.set(known, [machine]); }
    }
    const shown = [...nodes.values()].filter(node => node.status !== 'removed' || t - node.since < GONE || at.has(node.address));
    for (const { role, more, list, element } of this.groups) {
      if (more) { more.hidden = !this.control.isOwner; }
      const places = role === 'nowhere' ? (at.has('') ? [''] : []) : shown.filter(node => roleOf(node) === role).map(node => node.address);
      const cards = places.map(address => this.#cards.get(address) ?? this.#cards.set(address, this.card(address)).get(address)).filter(card => card !== undefined);
      if (cards.length !== list.children.length || cards.some((card, k) => list.children[k] !== card.element)) { list.replaceChildren(...cards.map(card => card.element)); }
      element.hidden = !cards.length && !(more && this.control.isOwner);
      places.forEach((address, k) => cards[k].show(nodes.get(address), at.get(address) ?? [], { t, nameOf, doing, process: this.control.processes.find(process => process.address === address) }));
    }
  }

  /** @param {string} address */
  card(address) {
    const title = h('h3'), mark = h('span', { class: 'mark' }), kill = h('button', { class: 'kill', hidden: true }, 'Kill'), about = h('p', { class: 'say' }), chips = h('ul', { class: 'chips' });
    const element = h('article', { class: 'node', 'data-node': address }, h('header', {}, title, mark, kill), about, chips);
    /** @type {import('./control.js').Process | undefined} */ let process;
    kill.addEventListener('click', () => { if (process) { this.control.kill(process); } });
    let drawn = '';
    return {
      element,
      /**
       * @param {import('./members.js').Node | undefined} node @param {import('./members.js').Machine[]} machines
       * @param {{ t: number, nameOf: (address: string) => string, doing: (machine: string) => string, process: import('./control.js').Process | undefined }} how
       */
      show: (node, machines, how) => {
        process = how.process;
        const name = node ? how.nameOf(address) : '', fresh = machines.filter(machine => how.t - machine.since < NEW).length;
        say(title, node ? name : machinesInWords(machines.length));
        set(element, 'class', node ? `node ${lookOf(node)}` : 'node nowhere');
        say(mark, node?.isKilled ? '✕ killed' : node?.status === 'unreachable' ? '? unreachable' : '');
        kill.hidden = !this.control.isOwner || process?.state !== 'running' || !node || node.isKilled || node.status === 'removed';
        set(kill, 'aria-label', `Kill ${name}`);
        const busy = machines.filter(({ id }) => how.doing(id) === 'serving').length;
        say(about, node ? wordsOf(node, how.t, machines.length, busy, fresh) : 'Their orders stay in the book, and are served when the machines are back.');
        const looks = machines.slice(0, MOST_CHIPS).map(({ id, since }) => `${id}\t${node ? how.doing(id) : 'homeless'}\t${node && how.t - since < NEW ? 'new' : ''}`);
        const now = `${looks.join('\n')}\n${machines.length}`;
        if (now !== drawn) {
          drawn = now;
          chips.replaceChildren(...looks.map(look => chip(look.split('\t'))), ...(machines.length > MOST_CHIPS ? [h('li', {}, `and ${machines.length - MOST_CHIPS} others`)] : []));
        }
      },
    };
  }

  /** The nodes that do not answer, in a sentence; empty if all do. @param {import('./members.js').Moment} moment @param {(address: string) => string} nameOf */
  static trouble({ nodes, machines }, nameOf) {
    const silent = [...nodes.values()].filter(node => node.status === 'unreachable' || (node.isKilled && node.status !== 'removed'));
    const left = [...machines.values()].filter(({ node }) => node === null || silent.some(({ address }) => address === node)).length;
    if (!silent.length && !left) { return ''; }
    const who = silent.length ? capital(listed(silent.map(({ address }) => nameOf(address)))) + (silent.length === 1 ? ' does not answer.' : ' do not answer.') : '';
    const [has, stays, is] = left === 1 ? ['has', 'its order stays', 'is'] : ['have', 'their orders stay', 'are'];
    const what = `${machinesInWords(left)} ${has} no working node: ${stays} in the book and ${is} brewed elsewhere.`;
    return left ? `${who} ${what}`.trim() : who;
  }
}

/** @param {number} n */
const machinesInWords = n => n === 1 ? '1 machine' : `${n} machines`;

/** @param {import('./members.js').Node} node */
const roleOf = node => ROLES.find(role => node.roles.includes(role)) ?? 'other';

/** @param {import('./members.js').Node} node */
const lookOf = node => node.status === 'removed' ? 'gone' : node.isKilled || node.status === 'unreachable' ? 'lost' : node.status === 'up' ? 'up' : 'between';

/** @param {import('./members.js').Node} node @param {number} t @param {number} machines @param {number} busy @param {number} fresh */
function wordsOf(node, t, machines, busy, fresh) {
  const parts = [`${node.roles.filter(role => ROLES.includes(role)).join(' and ')}: ${node.status}`];
  if (node.status !== 'up' && node.since > -Infinity) {
    const since = `${Math.floor(t - node.since)} s`;
    parts[0] += node.status === 'removed' ? ` ${since} ago` : ` for ${since}`;
  }
  if (machines) { parts.push(machinesInWords(machines), `${busy} busy`); }
  if (fresh) { parts.push(`${fresh} just arrived`); }
  return parts.join(', ');
}

/** @param {string[]} look */
function chip([id, doing, age]) {
  const says = [doing === 'homeless' ? 'has no node' : doing === 'serving' ? 'busy' : doing === 'idle' ? 'idle' : '', age === 'new' ? 'just arrived' : ''].filter(Boolean).join(', ');
  const mark = doing === 'homeless' ? ' ?' : age === 'new' ? ' ←' : '';
  return h('li', { class: `chip ${doing} ${age}`.trim(), 'data-machine': id }, `${id}${mark}`, ...(says ? [h('span', { class: 'hidden' }, `, ${says}`)] : []));
}
