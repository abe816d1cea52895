// Counts and intervals over the numbered facts of a log. "After i facts" means after the facts 0 to i - 1.

/** The ticks of the clock in a second. */
export const TICKS = 1e7;

/** The number of values below x, in a sorted list. @param {ArrayLike<number>} list @param {number} x */
export function below(list, x) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < x) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

/** How many of a kind there are, after any number of facts. */
export class Tally {
  /** @type {number[]} */ from = [];
  /** @type {number[]} */ to = [];

  /** @param {number} i */
  begin(i) { this.from.push(i); }

  /** @param {number} i */
  end(i) { this.to.push(i); }

  /** @param {number} i */
  after(i) { return below(this.from, i) - below(this.to, i); }
}

/** Intervals that each begin and end with a fact, in the order in which they began. @template T */
export class Spans {
  /** @type {number[]} */ from = [];
  /** @type {number[]} */ to = [];
  /** @type {T[]} */ items = [];
  /** @type {number[]} */ #latestEnd = [];
  /** @type {number[]} */ #ends = [];
  #sealed = 0;

  /** @param {number} i @param {T} item */
  begin(i, item) {
    this.from.push(i);
    this.to.push(Infinity);
    this.items.push(item);
    return this.from.length - 1;
  }

  /** @param {number} span @param {number} i */
  end(span, i) {
    this.to[span] = i;
    this.#ends.push(i);
  }

  /** Call when intervals were begun or ended. */
  seal() {
    // What lies before the first open interval is known for good.
    let k = this.#sealed, latest = this.#latestEnd[k - 1] ?? 0;
    for (; k < this.to.length; k++) {
      latest = Math.max(latest, this.to[k]);
      this.#latestEnd[k] = latest;
      if (latest < Infinity) { this.#sealed = k + 1; }
    }
  }

  /** @param {number} i */
  countAfter(i) { return below(this.from, i) - below(this.#ends, i); }

  /** The items whose interval is open, in order. @param {number} i @param {number} [most] */
  after(i, most = Infinity) {
    const open = [], begun = below(this.from, i);
    // All before the first interval that ends later have ended.
    for (let k = below(this.#latestEnd, i); k < begun && open.length < most; k++) {
      if (this.to[k] >= i) { open.push(this.items[k]); }
    }
    return open;
  }
}

/** A level that changes with time: its value, and its mean since the beginning. */
export class Level {
  /** @type {number[]} */ ticks = [];
  /** @type {number[]} */ values = [];
  /** @type {number[]} */ #areas = [];
  #opened;
  max = 0;

  /** @param {number} opened in ticks */
  constructor(opened) { this.#opened = opened; }

  get value() { return this.values.at(-1) ?? 0; }

  /** @param {number} at in ticks; before the opening counts as at the opening @param {number} by */
  change(at, by) {
    const k = this.ticks.length - 1, value = this.value + by, ticks = Math.max(at, this.#opened);
    if (k >= 0 && this.ticks[k] === ticks) {
      this.values[k] = value;
    } else {
      this.#areas.push(k < 0 ? 0 : this.#areas[k] + this.values[k] * (ticks - this.ticks[k]));
      this.ticks.push(ticks);
      this.values.push(value);
    }
    this.max = Math.max(this.max, value);
  }

  /** @param {number} ticks */
  at(ticks) {
    const k = below(this.ticks, ticks + 1) - 1;
    const area = k < 0 ? 0 : this.#areas[k] + this.values[k] * (ticks - this.ticks[k]);
    return { now: k < 0 ? 0 : this.values[k], mean: ticks > this.#opened ? area / (ticks - this.#opened) : 0 };
  }
}
