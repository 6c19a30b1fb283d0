import type { VectorShape } from '../vector-case.ts';
import { beaconEndpoints } from './beacon-endpoints.ts';
import { beaconFailures } from './beacon-failures.ts';
import { blsSuite } from './bls-suite.ts';
import { contractVectors } from './contract-vectors.ts';
import { ed25519Decisions } from './ed25519.ts';
import { forkBoundary } from './fork-boundary.ts';
import { lightClientRecords } from './light-client-records.ts';
import { lightClientUpdates } from './light-client-updates.ts';
import { popSuite } from './pop-suite.ts';
import { returnCodes } from './return-codes.ts';

export const VECTOR_SHAPES: readonly VectorShape[] = [
  returnCodes,
  blsSuite,
  popSuite,
  lightClientRecords,
  forkBoundary,
  lightClientUpdates,
  beaconFailures,
  beaconEndpoints,
  ed25519Decisions,
  contractVectors,
];
