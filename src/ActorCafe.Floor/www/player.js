// The playhead: shop time, its pace, and the frames. No frame is asked for while nothing moves, or nobody can see it.
export const LEAST_PACE = 1;
export const MOST_PACE = 100_000;
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

export class Player {
  t = 0;
  pace = 60;
  isPlaying = false;
  /** Whether more will happen, so that the end is no reason to stop. */
  isGrowing = false;
  from = 0;
  to = 0;
  #frame = 0;
  #last = 0;

  /**
   * @param {(how: { now: number, jumped: boolean, before: number }) => boolean} draw draws the moment, and says whether anything is still on its way
   * @param {() => void} changed is told when the playhead jumps, stops or changes its pace
   */
  constructor(draw, changed) {
    this.draw = draw;
    this.changed = changed;
    document.addEventListener('visibilitychange', () => this.#wake());
    STILL.addEventListener('change', () => this.seek(this.t));
  }

  static get isStill() { return STILL.matches; }

  /** @param {boolean} isPlaying */
  setPlaying(isPlaying) {
    const isAtEnd = this.t >= this.to && !this.isGrowing;
    if (isPlaying && isAtEnd) { this.t = this.from; }
    this.isPlaying = isPlaying;
    this.#show(!isPlaying || isAtEnd);
    this.changed();
    this.#wake();
  }

  get isLive() { return this.isGrowing && this.isPlaying && this.t >= this.to; }

  /** More has happened, up to a moment. A playhead at the end goes along. @param {number} to */
  grow(to) {
    const { isLive, t } = this;
    this.to = to;
    if (isLive) {
      this.t = to;
      if (this.#show(false, t) && !this.#frame) { this.#wake(); }
    }
  }

  /** Goes to the end: stays there, or goes along with what happens. */
  toEnd() {
    this.stopAt(this.to);
    if (this.isGrowing) { this.setPlaying(true); }
  }

  /** @param {number} pace in shop seconds per second */
  setPace(pace) {
    this.pace = Math.min(MOST_PACE, Math.max(LEAST_PACE, pace));
    this.changed();
  }

  /** @param {number} t in seconds of the shop's clock */
  seek(t) {
    this.t = Math.min(this.to, Math.max(this.from, t));
    this.#show(true);
    this.changed();
  }

  /** Goes to a moment and stays there. @param {number} t */
  stopAt(t) {
    this.isPlaying = false;
    this.seek(t);
  }

  /** @param {boolean} jumped @param {number} [before] */
  #show(jumped, before = this.t) { return this.draw({ now: performance.now() / 1000, jumped, before }); }

  #wake() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.isPlaying && !document.hidden) {
      this.#last = performance.now();
      this.#ask();
    }
  }

  #ask() {
    this.#frame = requestAnimationFrame(now => {
      const before = this.t, passed = Math.min(0.25, Math.max(0, now - this.#last) / 1000);
      this.#last = now;
      if (this.isPlaying) {
        this.t = Math.min(this.to, this.t + passed * this.pace);
        if (this.t >= this.to && !this.isGrowing) {
          this.setPlaying(false);
          return;
        }
      }
      this.#frame = 0;
      const moves = this.draw({ now: now / 1000, jumped: false, before });
      if ((this.isPlaying && !this.isLive) || moves) { this.#ask(); }
    });
  }
}
