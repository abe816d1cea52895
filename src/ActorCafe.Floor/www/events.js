// What happened on a cluster, in sentences.

/** @typedef {{ t: number, text: string }} Told */
/** Machines that move within this many seconds are told of in one sentence. */
const TOGETHER = 0.5;
const MOST_NAMED = 6;
const STATES = { killed: 'was killed', ended: 'ended', starting: 'is starting again' };

/** @param {string} text */
export const capital = text => text.slice(0, 1).toUpperCase() + text.slice(1);

/** @param {string[]} names */
export function listed(names) {
  if (names.length === 1) { return names[0]; }
  const rest = names.length - MOST_NAMED;
  return rest > 1 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} others` : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/**
 * The sentences, oldest first.
 * @param {import('./members.js').Members} members
 * @param {(address: string) => string} nameOf
 * @returns {Told[]}
 */
export function told(members, nameOf) {
  /** When and how each node was lost, and whether it has come back. @type {Map<string, { t: number, how: string, isBack: boolean }>} */ const lost = new Map();
  const status = new Map([...members.first.nodes.values()].map(node => [node.address, node.status]));
  /** Where each machine is, or was last, and since when. @type {Map<string, { node: string | null, t: number }>} */
  const places = new Map([...members.first.machines.values()].map(({ id, node }) => [id, { node, t: -Infinity }]));
  /** @type {Told[]} */ const all = [];
  /** @type {{ key: string, began: number, ids: string[] } | null} */ let group = null;

  /** @param {string | null | undefined} address @param {number} t @param {number} [since] for a machine that has been there since then */
  const after = (address, t, since) => {
    const loss = address ? lost.get(address) : undefined;
    if (!address || !loss || (since === undefined ? loss.isBack : since > loss.t)) { return ''; }
    return `, ${(t - loss.t).toFixed(1)} s after ${since === undefined ? 'it' : nameOf(address)} ${loss.how}`;
  };

  /** @param {string} address @param {number} t @param {string} how */
  const lose = (address, t, how) => lost.set(address, { t, how, isBack: false });

  /** @param {import('./members.js').NodeChange} change */
  const ofNode = ({ t, address, status: now }) => {
    const name = nameOf(address), before = status.get(address);
    status.set(address, now);
    switch (now) {
      case 'unreachable': {
        const since = after(address, t);
        if (!since) { lose(address, t, 'became unreachable'); }
        return `${name} is unreachable${since}.`;
      }
      case 'up': {
        const since = after(address, t), loss = lost.get(address);
        if (before === 'unreachable') { lost.delete(address); } else if (loss) { loss.isBack = true; }
        return before === 'unreachable' ? `${name} is reachable again.` : `${name} is up${since}.`;
      }
      case 'joining': return `${name} is joining${after(address, t)}.`;
      case 'leaving': case 'exiting': return before === 'leaving' ? '' : `${name} is leaving.`;
      case 'down': return `${name} was declared down${after(address, t)}.`;
      default: return `${name} was removed from the cluster${after(address, t)}.`;
    }
  };

  /** @param {import('./members.js').MachineChange} change */
  const ofMachine = ({ t, id, node }) => {
    const { node: before, t: came } = places.get(id) ?? { node: null, t }, key = `${node} ${before}`, since = after(before, t, came);
    if (node !== null) { places.set(id, { node, t }); }
    const isSame = group !== null && group.key === key && t - group.began <= TOGETHER && !group.ids.includes(id);
    if (isSame) { all.pop(); }
    group = isSame && group ? { ...group, ids: [...group.ids, id].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) } : { key, began: t, ids: [id] };
    const one = group.ids.length === 1, names = listed(group.ids);
    if (node === null) { return `${names} ${one ? 'has' : 'have'} no node${since}.`; }
    if (!before) { return `${names} started on ${nameOf(node)}.`; }
    return since || before === node ? `${names} ${one ? 'is' : 'are'} running again, on ${nameOf(node)}${since}.` : `${names} moved from ${nameOf(before)} to ${nameOf(node)}.`;
  };

  for (const change of members.changes) {
    let text;
    if (change.what === 'machine') {
      text = ofMachine(change);
    } else {
      group = null;
      text = change.what === 'node' ? ofNode(change) : `${nameOf(change.address)} ${STATES[change.state]}.${change.startsAgain ? ' The command starts it again.' : ''}`;
      if (change.what === 'process' && change.state === 'killed') { lose(change.address, change.t, 'was killed'); }
      text = capital(text);
    }
    if (text) { all.push({ t: change.t, text }); }
  }
  return all;
}
