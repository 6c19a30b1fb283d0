import { attestationVectors, slotAgeVectors } from './attestation.ts';
import { authorityVectors } from './authority.ts';
import { beaconEndpointVectors } from './beacon-endpoints.ts';
import { beaconFailureVectors } from './beacon-failures.ts';
import { consensusVectors } from './consensus.ts';
import { evidenceVectors } from './evidence.ts';
import { forkVersionVectors } from './fork-version.ts';
import { lightClientUpdateVectors } from './light-client-update.ts';
import { programVectors } from './program.ts';
import { syncCommitteeVectors } from './sync-committee.ts';
import { freezeVectors, haltVectors, programErrorVectors } from './transfers.ts';

/** The vector files that this project ships, by name; a pure function of the source. */
export function vectorDocuments(): Record<string, unknown> {
  return {
    'sync-committee.json': syncCommitteeVectors(),
    'light-client-update.json': lightClientUpdateVectors(),
    'beacon-failures.json': beaconFailureVectors(),
    'beacon-endpoints.json': beaconEndpointVectors(),
    'fork-version.json': forkVersionVectors(),
    'attestation.json': attestationVectors(),
    'slot-age.json': slotAgeVectors(),
    'consensus.json': consensusVectors(),
    'program-error.json': programErrorVectors(),
    'halt.json': haltVectors(),
    'freeze.json': freezeVectors(),
    'authority.json': authorityVectors(),
    'program.json': programVectors(),
    'evidence.json': evidenceVectors(),
  };
}
