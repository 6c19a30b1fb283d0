import type { ContractId } from '../contracts.ts';
import type { Decoder } from '../json-fields.ts';
import type { Check } from '../verdict.ts';
import { attestationRequest } from './attestation.ts';
import { authorityRequest } from './authority.ts';
import { bootstrapRequest } from './bootstrap.ts';
import { consensusRequest } from './consensus.ts';
import { evidenceRequest } from './evidence.ts';
import { forkVersionRequest } from './fork-version.ts';
import { freezeRequest } from './freeze.ts';
import { haltRequest } from './halt.ts';
import { programRequest } from './program.ts';
import { programErrorRequest } from './program-error.ts';
import { slotAgeRequest } from './slot-age.ts';
import { syncCommitteeRequest } from './sync-committee.ts';
import { updateRequest } from './update.ts';

/** Contracts that answer one JSON document; the others ask several endpoints, or read several files. */
export type RequestId = Exclude<ContractId, 'beacon' | 'vectors'>;

/** How the request of each contract is read. Malformed ones throw `MalformedJson`, for `decoding`. */
export const REQUESTS: Readonly<Record<RequestId, Decoder<Check>>> = {
  'sync-committee': syncCommitteeRequest,
  update: updateRequest,
  bootstrap: bootstrapRequest,
  'fork-version': forkVersionRequest,
  attestation: attestationRequest,
  'slot-age': slotAgeRequest,
  consensus: consensusRequest,
  'program-error': programErrorRequest,
  halt: haltRequest,
  freeze: freezeRequest,
  authority: authorityRequest,
  program: programRequest,
  evidence: evidenceRequest,
};
