import { beaconFailureVectors } from './beacon-failures.ts';
import { lightClientUpdateVectors } from './light-client-update.ts';
import { syncCommitteeVectors } from './sync-committee.ts';

/** The vector files that this project ships, by name; a pure function of the source. */
export function vectorDocuments(): Record<string, unknown> {
  return {
    'sync-committee.json': syncCommitteeVectors(),
    'light-client-update.json': lightClientUpdateVectors(),
    'beacon-failures.json': beaconFailureVectors(),
  };
}
