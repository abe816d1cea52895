// What the command `cluster --floor` lets a viewer do: kill a node, start another one, let customers come. Elsewhere the page only looks.
import { h, valueOf } from './dom.js';

const EVERY = 2000;

/** @typedef {{ name: string, roles: string[], address: string | null, state: 'starting' | 'running' | 'killed' | 'ended', since: number }} Process */

export class Control {
  /** @type {Process[]} */ processes = [];
  /** Whether the server is the command, which owns the nodes, and the page has its key. */
  isOwner = false;
  #timer = 0;

  /**
   * @param {string} key of this start of the command; without it the page only looks
   * @param {{ changed: () => void, killed: (process: Process, startsAgain: boolean) => void, refused: (why: string) => void }} acts
   */
  constructor(key, acts) {
    this.key = key;
    this.acts = acts;
    this.rate = /** @type {HTMLInputElement} */ (h('input', { type: 'number', min: 0, max: 500, step: 'any', change: event => this.#send('/floor/rate', { perSecond: Number(valueOf(event.target)) }) }));
    this.element = h('li', { class: 'control', hidden: true }, h('label', {}, 'Orders per second ', this.rate));
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** Asks for the processes now and then, while the page is seen. */
  async look() {
    clearTimeout(this.#timer);
    if (document.hidden || !this.key) { return; }
    try {
      const answer = await fetch('/floor/nodes', { cache: 'no-store', headers: { 'X-Floor-Key': this.key } });
      // The front of a cluster has no such address.
      if (answer.status === 404) { return; }
      if (answer.ok) {
        const { nodes, rate } = await answer.json();
        this.isOwner = true;
        this.processes = nodes;
        this.element.hidden = false;
        if (this.rate !== document.activeElement) { this.rate.value = String(rate); }
        this.acts.changed();
      }
    } catch {
      // The stream of facts says that there is no connection.
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.look(), EVERY);
  }

  /** @param {Process} process */
  async kill(process) {
    const answer = await this.#send(`/floor/nodes/${encodeURIComponent(process.name)}/kill`);
    if (answer) { this.acts.killed(process, (await answer.json()).startsAgain === true); }
  }

  /** @param {string} role */
  start(role) { return this.#send('/floor/nodes', { role }); }

  /** Answers nothing where the server refuses. @param {string} address @param {unknown} [body] */
  async #send(address, body) {
    let why = '', answer;
    try {
      answer = await fetch(address, {
        method: 'POST', headers: { 'X-Floor-Key': this.key, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) { why = (await answer.text()).trim() || `The server refused this with ${answer.status}.`; }
    } catch {
      why = 'The server does not answer. Is the command still running?';
    }
    this.acts.refused(why);
    this.look();
    return why ? undefined : answer;
  }
}
