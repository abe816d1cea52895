// Which nodes a cluster has, and on which of them each machine runs, at any moment of a run. Pure.

/**
 * @typedef {{ address: string, roles: string[], status: string }} NodeInfo
 * @typedef {{ t: number, what: 'node' } & NodeInfo} NodeChange
 * @typedef {{ t: number, what: 'machine', id: string, node: string | null }} MachineChange
 * @typedef {{ t: number, what: 'process', address: string, state: 'killed' | 'starting' | 'ended', startsAgain?: boolean }} ProcessChange what the command that owns the processes did
 * @typedef {NodeChange | MachineChange | ProcessChange} Change
 * @typedef {NodeInfo & { since: number, isKilled: boolean }} Node
 * @typedef {{ id: string, node: string | null, since: number }} Machine
 * @typedef {{ nodes: Map<string, Node>, machines: Map<string, Machine> }} Moment
 */

export class Members {
  /** @type {Change[]} */ changes = [];
  /** @type {{ count: number, moment: Moment } | null} */ #last = null;

  /** @param {NodeInfo[]} nodes @param {{ id: string, node: string | null }[]} machines */
  constructor(nodes, machines) {
    /** @type {Moment} */
    this.first = {
      nodes: new Map(nodes.map(node => [node.address, { ...node, since: -Infinity, isKilled: false }])),
      machines: new Map(machines.map(machine => [machine.id, { ...machine, since: -Infinity }])),
    };
  }

  /** @param {Change} change */
  add(change) {
    this.changes.splice(this.changes.findLastIndex(({ t }) => t < change.t + 1e-9) + 1, 0, change);
    this.#last = null;
  }

  /** What must have happened since, when the nodes and machines of a moment are these. @param {number} t @param {NodeInfo[]} nodes @param {{ id: string, node: string | null }[]} machines */
  catchUp(t, nodes, machines) {
    const { nodes: known, machines: placed } = this.at(Infinity), there = new Set(nodes.map(({ address }) => address));
    for (const node of nodes) {
      if (known.get(node.address)?.status !== node.status) { this.add({ t, what: 'node', ...node }); }
    }
    for (const { address, roles, status } of known.values()) {
      if (!there.has(address) && status !== 'removed') { this.add({ t, what: 'node', address, roles, status: 'removed' }); }
    }
    for (const { id, node } of machines) {
      if (placed.get(id)?.node !== node) { this.add({ t, what: 'machine', id, node }); }
    }
  }

  /** @param {number} t @returns {Moment} */
  at(t) {
    const count = this.changes.findLastIndex(change => change.t <= t) + 1;
    if (this.#last?.count !== count) {
      const moment = { nodes: new Map(this.first.nodes), machines: new Map(this.first.machines) };
      for (const change of this.changes.slice(0, count)) { apply(moment, change); }
      this.#last = { count, moment };
    }
    return this.#last.moment;
  }
}

/** @param {Moment} moment @param {Change} change */
function apply({ nodes, machines }, change) {
  if (change.what === 'machine') {
    machines.set(change.id, { id: change.id, node: change.node, since: change.t });
    return;
  }
  const before = nodes.get(change.address);
  if (change.what === 'node') {
    const isAlive = change.status === 'joining' || change.status === 'up';
    nodes.set(change.address, { address: change.address, roles: change.roles, status: change.status, since: change.t, isKilled: !isAlive && before?.isKilled === true });
  } else if (before) {
    nodes.set(change.address, { ...before, isKilled: change.state === 'killed' });
  }
}
