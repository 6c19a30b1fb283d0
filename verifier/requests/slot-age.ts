import { type Decoder, field, uint64 } from '../json-fields.ts';
import { slotAge } from '../solana/slot-age.ts';
import type { Check } from '../verdict.ts';
import { slotReports } from './slot-reports.ts';

/** `{ slot, slots, limit_slots }`. */
export const slotAgeRequest: Decoder<Check> = (value, at) => {
  const slot = field(value, at, 'slot', uint64);
  const reports = field(value, at, 'slots', slotReports);
  const limit = field(value, at, 'limit_slots', uint64);
  return () => {
    const { name, age, unavailable } = slotAge(slot, reports, limit);
    return {
      name,
      facts: {
        age: ageFact(age, limit),
        ...(unavailable.length > 0 ? { silent: unavailable.join(', ') } : {}),
      },
    };
  };
};

export const ageFact = (age: bigint | null, limit: bigint): string =>
  age === null ? `unknown, limit ${limit}` : `${age} slots, limit ${limit}`;
