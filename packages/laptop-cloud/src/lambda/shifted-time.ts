const RealDate = globalThis.Date;
let offsetMs = 0;

/** Real time, moved by the offset; dates of a given instant are as ever. */
class ShiftedDate extends RealDate {
  constructor(...values: [] | ConstructorParameters<DateConstructor>) {
    if (values.length === 0) super(RealDate.now() + offsetMs);
    else super(...values);
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** What the clock says before it is moved. */
export const realNow = (): number => RealDate.now();

/**
 * Lets this thread live in the laptop cloud's time, so that a function sees the day that a test has chosen. Nothing is
 * replaced while the cloud runs on the machine's own time.
 *
 * @param milliseconds How far the cloud's clock is ahead of the machine's.
 */
export function shiftTime(milliseconds: number): void {
  if (milliseconds === 0 && globalThis.Date === RealDate) return;
  offsetMs = milliseconds;
  globalThis.Date = ShiftedDate as DateConstructor;
}
