// Reads the facts of a cluster as they happen: server-sent events, read with fetch because EventSource cannot send a key.

const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** The server says something every 15 s. */
const LONGEST_SILENCE = 40_000;

/** A message did not begin where the last one ended. */
class Gap extends Error {}

/** What the server says instead of facts. */
class Refusal extends Error {}

export class FactStream {
  /** @type {Record<string, string>} */ headers = {};
  /** When the connection was lost; null: connected, or never lost. @type {Date | null} */ lostAt = null;
  /** Why there is no connection, in the server's words. */
  why = '';
  isLocked = false;
  #run = '';
  #last = 0;
  /** @type {AbortController | null} */ #session = null;

  /**
   * @param {(event: string, data: any) => void} take is given every message, once each and in order
   * @param {() => void} changed is told when the connection is lost or made again, or a key is wanted
   */
  constructor(take, changed) {
    this.take = take;
    this.changed = changed;
    // A hidden page gives its connection back: a browser has six for each server.
    document.addEventListener('visibilitychange', () => document.hidden ? this.#close() : this.open());
    window.addEventListener('online', () => this.reopen());
  }

  open() {
    if (this.#session || document.hidden) { return; }
    this.#session = new AbortController();
    this.#keep(this.#session.signal);
  }

  reopen() {
    this.#close();
    this.open();
  }

  /** Begins anew with a whole scene. */
  forget() {
    this.#run = '';
    this.reopen();
  }

  #close() {
    this.#session?.abort();
    this.#session = null;
  }

  /** Connects again and again. @param {AbortSignal} signal */
  async #keep(signal) {
    for (let tries = 0; ; tries++) {
      let why = '', isGap = false;
      try {
        await this.#read(signal, () => { tries = -1; });
      } catch (failure) {
        isGap = failure instanceof Gap;
        // The browser's own words for a lost connection help nobody.
        why = failure instanceof Refusal ? failure.message : '';
      }
      if (signal.aborted) { return; }
      if (isGap) {
        this.#run = '';
      } else {
        this.lostAt ??= new Date();
        this.why = why;
        this.changed();
      }
      if (this.isLocked) { return; }
      await pause(Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** tries * (1 + Math.random() / 2)), signal);
      if (signal.aborted) { return; }
    }
  }

  /** @param {AbortSignal} signal @param {() => void} began */
  async #read(signal, began) {
    const silence = new AbortController(), listen = () => setTimeout(() => silence.abort(), LONGEST_SILENCE);
    let timer = listen();
    try {
      const query = this.#run ? `?${new URLSearchParams({ run: this.#run, from: String(this.#last) })}` : '';
      const answer = await fetch(`/floor/facts${query}`, { headers: this.headers, cache: 'no-store', signal: AbortSignal.any([signal, silence.signal]) });
      this.isLocked = answer.status === 401;
      if (!answer.ok || !answer.body) { throw new Refusal(answer.headers.get('Content-Type')?.startsWith('text/plain') ? (await answer.text()).trim() : ''); }
      if (this.lostAt) {
        this.lostAt = null;
        this.changed();
      }
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = ''; ;) {
        const { done, value } = await reader.read();
        if (done || signal.aborted) { return; }
        clearTimeout(timer);
        timer = listen();
        const messages = (text + value).split(/\r?\n\r?\n/);
        text = messages.pop() ?? '';
        for (const message of messages) { this.#take(message, began); }
      }
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }

  /** @param {string} message @param {() => void} began */
  #take(message, began) {
    /** @type {Record<string, string>} */ const fields = {};
    for (const line of message.split(/\r?\n/)) {
      const colon = line.indexOf(':');
      if (colon > 0) { fields[line.slice(0, colon)] = line.slice(colon + 1).trimStart(); }
    }
    if (!fields.data) { return; }
    const data = JSON.parse(fields.data), event = fields.event ?? '';
    if (event === 'scene') {
      this.#run = data.run;
      this.#last = data.number;
    } else if (fields.id && event !== 'levels') {
      const count = event === 'facts' ? data.facts.ticks.length : 1, id = Number(fields.id);
      if (id - count !== this.#last) { throw new Gap(); }
      this.#last = id;
    }
    began();
    this.take(event, data);
  }
}

/** @param {number} length in milliseconds @param {AbortSignal} signal */
function pause(length, signal) {
  return new Promise(done => {
    const timer = setTimeout(done, length);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done(undefined);
    }, { once: true });
  });
}
