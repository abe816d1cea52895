// Where everything in a shop's lane is. Positions are a function of the width and of the pools' sizes alone.
export const HEIGHT = 112;
const SEAT_PITCH = { x: 31, y: 25 };
const TOKEN_PITCH = 15;
const TOKEN_ROWS = 4;
const MOST_SEATS = 12;
const MOST_CELLS = 1000;
const COUNTER = { top: 22, height: 74 };
const LEAST_QUEUE = 36;
/** For a stage's name that is longer than its counter. */
const MARGIN = 14;

/** @typedef {{ x: number, width: number, top: number }} Zone */

/** How a pool of workers is drawn. @param {number} seats */
export const shapeOf = seats => seats <= MOST_SEATS ? 'seats' : seats <= MOST_CELLS ? 'grid' : 'bar';

/** A line of tokens before a counter, or after the last one. */
export class Line {
  /** @param {Zone} zone @param {1 | -1} way to which side it grows */
  constructor(zone, way) {
    this.zone = zone;
    this.way = way;
    this.columns = Math.max(1, Math.floor((zone.width - 12) / TOKEN_PITCH));
    this.room = this.columns * TOKEN_ROWS;
  }

  /** The places of a line of this many tokens; if there is no room for all, dots take the place of the last ones. @param {number} count */
  places(count) {
    const isFull = count > this.room, shown = isFull ? Math.max(0, this.room - TOKEN_ROWS) : count, rows = isFull ? TOKEN_ROWS : Math.min(TOKEN_ROWS, Math.max(2, Math.ceil(shown / this.columns)));
    const head = this.way < 0 ? this.zone.x + this.zone.width - 12 : this.zone.x + 14, middle = this.zone.top + COUNTER.top + COUNTER.height / 2;
    const at = (/** @type {number} */ k) => ({
      x: head + this.way * Math.floor(k / rows) * TOKEN_PITCH,
      y: middle + (k % rows - (rows - 1) / 2) * TOKEN_PITCH,
    });
    return { shown, at, rest: { x: at(shown).x, y: middle } };
  }
}

export class Layout {
  /** @param {number} width in pixels @param {number[]} seats the most workers of each stage */
  constructor(width, seats) {
    const counters = seats.map(counterWidth), pickUp = Math.min(140, Math.max(58, width * 0.13));
    /** @type {number[][]} */ const rows = [[]];
    let used = 0;
    counters.forEach((counter, stage) => {
      const last = stage === counters.length - 1;
      if (used > 0 && used + counter + LEAST_QUEUE + (last ? pickUp : MARGIN) > width) {
        rows.push([]);
        used = 0;
      }
      rows[rows.length - 1].push(stage);
      used += counter + LEAST_QUEUE;
    });
    this.width = width;
    this.height = rows.length * HEIGHT;
    /** @type {{ line: Line, counter: Zone, seats: number }[]} */ this.stages = [];
    rows.forEach((stages, row) => {
      const isLast = row === rows.length - 1, top = row * HEIGHT;
      const free = width - stages.reduce((sum, stage) => sum + counters[stage], 0) - (isLast ? pickUp : MARGIN);
      const weights = stages.map(stage => stage === 0 && width > 500 ? 1.35 : 1), all = weights.reduce((a, b) => a + b, 0);
      let x = 0;
      stages.forEach((stage, k) => {
        const line = { x, width: Math.max(LEAST_QUEUE - 4, free * weights[k] / all), top };
        x += line.width;
        this.stages[stage] = { line: new Line(line, -1), counter: { x, width: counters[stage], top }, seats: seats[stage] };
        x += counters[stage];
      });
      if (isLast) { this.pickUp = new Line({ x, width: width - x, top }, 1); }
    });
    this.pickUp ??= new Line({ x: 0, width, top: 0 }, 1);
  }

  /** The counter's box. @param {number} stage */
  box(stage) {
    const { counter } = this.stages[stage];
    return { x: counter.x, y: counter.top + COUNTER.top, width: counter.width, height: COUNTER.height };
  }

  /** The middle of a seat. @param {number} stage @param {number} seat */
  seat(stage, seat) {
    const { counter, seats } = this.stages[stage], columns = Math.ceil(seats / 3), rows = Math.ceil(seats / columns);
    return {
      x: counter.x + counter.width / 2 + (Math.floor(seat / rows) - (columns - 1) / 2) * SEAT_PITCH.x,
      y: counter.top + COUNTER.top + COUNTER.height / 2 + (seat % rows - (rows - 1) / 2) * SEAT_PITCH.y,
    };
  }

  /** The cells of a pool that is too large for seats. @param {number} stage */
  cells(stage) {
    const box = this.box(stage), { seats } = this.stages[stage];
    let pitch = 12;
    while (Math.floor((box.width - 6) / pitch) * Math.floor((box.height - 6) / pitch) < seats) { pitch -= 0.1; }
    const rows = Math.floor((box.height - 6) / pitch), columns = Math.ceil(seats / rows);
    const left = box.x + (box.width - columns * pitch) / 2, top = box.y + (box.height - rows * pitch) / 2, size = pitch * 0.8;
    return { size, at: (/** @type {number} */ seat) => ({ x: left + Math.floor(seat / rows) * pitch, y: top + seat % rows * pitch }) };
  }
}

/** @param {number} seats */
function counterWidth(seats) {
  return shapeOf(seats) === 'seats' ? Math.max(48, Math.ceil(seats / 3) * SEAT_PITCH.x + 15) : 120;
}
