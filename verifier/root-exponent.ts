import { combine, multiply, numberAt, put, type Slot, slot, square } from './fp/fp.ts';
import { P } from './fp/limbs.ts';

const WINDOW = 5;

/** One step of the power: so many squarings, then the odd power of the value whose place this is, if any. */
interface Step {
  readonly squarings: number;
  readonly odd: number | undefined;
}

/** Sliding windows over the exponent from its highest bit; each ends in a one, so that only odd powers are needed. */
function stepsOf(exponent: bigint): Step[] {
  const bits = exponent.toString(2);
  const steps: Step[] = [];
  let squarings = 0;
  for (let at = 0; at < bits.length; ) {
    if (bits[at] === '0') {
      squarings++;
      at++;
      continue;
    }
    const window = bits.slice(at, at + WINDOW).replace(/0+$/, '');
    steps.push({ squarings: squarings + window.length, odd: Number.parseInt(window, 2) >> 1 });
    squarings = 0;
    at += window.length;
  }
  return squarings === 0 ? steps : [...steps, { squarings, odd: undefined }];
}

/** P is 3 modulo 4. */
const STEPS = stepsOf((P + 1n) / 4n);

const UNIT = slot();
put(UNIT, 1n);
const power = slot();
const twofold = slot();
/** The odd powers of the value: itself, its cube, and so on. */
const odds = Array.from({ length: 1 << (WINDOW - 1) }, () => slot());

/**
 * The square root of a value that has one; of another, a number that is none: 512 of these are a third of what an unprepared
 * committee costs.
 */
export function rootCandidate(value: bigint): bigint {
  fillOdds(value);
  combine(power, UNIT, 1, UNIT, 0);
  for (const { squarings, odd } of STEPS) {
    for (let done = 0; done < squarings; done++) square(power, power);
    if (odd !== undefined) multiply(power, power, odds[odd] as Slot);
  }
  return numberAt(power);
}

function fillOdds(value: bigint): void {
  const [first, ...rest] = odds as [Slot, ...Slot[]];
  put(first, value);
  square(twofold, first);
  let last = first;
  for (const next of rest) {
    multiply(next, last, twofold);
    last = next;
  }
}
