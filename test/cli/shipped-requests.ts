import { readFileSync } from 'node:fs';
import { CONTRACTS } from '../../verifier/contracts.ts';
import type { RequestId } from '../../verifier/requests/all.ts';

export interface ShippedRequest {
  readonly contract: RequestId;
  readonly id: string;
  readonly name: string;
  readonly code: number;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly request: object;
}

export const shipped = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../verifier/vectors/${file}`, import.meta.url), 'utf8'));

/** Every shipped vector of a contract as the request that its command takes. */
export function shippedRequests(contract: RequestId): ShippedRequest[] {
  return vectorsOf(contract).map(({ id, expect, request }) => {
    const entries = Object.entries(CONTRACTS[contract].table);
    const [name, entry] = entries.find(([, { code }]) => code === expect) as (typeof entries)[number];
    return { contract, id, name, code: expect, verdict: entry.verdict, request };
  });
}

type Vector = { id: string; expect: number; request: object };
type File = Record<string, unknown>;

function vectorsOf(contract: RequestId): Vector[] {
  const file = shipped(contract === 'update' ? 'light-client-update.json' : `${contract}.json`);
  if (contract === 'sync-committee')
    return file.vectors.map(({ id, expect, ...request }: Vector) => ({ id, expect, request }));
  return contract === 'update' ? updateVectors(file) : file.vectors;
}

type UpdateVector = Vector & { period: string; current_slot: string; update: object };

/** The file holds once what all its updates share. */
function updateVectors(file: File): Vector[] {
  const { fork, committee } = file;
  const shared = { network: networkOf(file), fork, committee };
  return (file['updates'] as UpdateVector[])
    .filter((vector) => !('committee_member' in vector))
    .map(({ id, expect, period, current_slot, update }) => ({
      id,
      expect,
      request: { ...shared, period, current_slot, update: { ...update, next_sync_committee: committee } },
    }));
}

/** The network of a vector file, as `--network` takes it. */
export const networkOf = (file: File, genesis_time = 0) => ({
  genesis_validators_root: file['genesis_validators_root'],
  genesis_time,
  electra_epoch: file['electra_epoch'],
  gloas_epoch: file['gloas_epoch'],
});
