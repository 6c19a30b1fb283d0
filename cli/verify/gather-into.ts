import type { Connection } from '@solana/web3.js';
import { evidenceFiles, hexSha256, MANIFEST } from '../../verifier/solana/evidence-files.ts';
import { type EvidenceRequest, gatherEvidence } from '../../verifier/solana/gather-evidence.ts';
import { MAX_ACCOUNTS } from '../../verifier/solana/read-accounts.ts';
import { OperatorError } from '../operator-error.ts';
import { whyNot } from '../read-source.ts';
import { writeEvidence } from '../write-evidence.ts';
import { oneLine } from './one-line.ts';

/** What `verify evidence gather --json` prints. */
export interface GatherReport {
  readonly version: 1;
  readonly folder: string;
  readonly files: number;
  /** Of the accounts; null when nothing was gathered. */
  readonly slot: string | null;
  /** Hex sha256 of the manifest; null when nothing was gathered. */
  readonly digest: string | null;
  /** What could not be read, in words; the bundle says it too. */
  readonly gaps: readonly string[];
  readonly endpoints: readonly string[];
}

/** Reads first, then writes all or nothing into a folder that must not exist yet. */
export async function gatherInto(
  folder: string,
  chain: Connection,
  request: EvidenceRequest,
  failures: ReadonlySet<string>,
): Promise<GatherReport> {
  demandRequest(request);
  const gathered = await gatherEvidence(chain, request);
  const shown = oneLine(folder);
  if ('unavailable' in gathered) {
    const gaps = [oneLine(gathered.unavailable)];
    return { version: 1, folder: shown, files: 0, slot: null, digest: null, gaps, endpoints: [...failures] };
  }
  const files = evidenceFiles(gathered.value);
  await write(folder, files);
  return {
    version: 1,
    folder: shown,
    files: files.size,
    slot: String(gathered.value.slot),
    digest: hexSha256(files.get(MANIFEST) as Uint8Array),
    gaps: gathered.value.gaps.map(oneLine),
    endpoints: [...failures],
  };
}

function demandRequest({ accounts }: EvidenceRequest): void {
  if (accounts.length === 0)
    throw new OperatorError('no account was named', { hint: 'name what is to be kept with --account' });
  if (accounts.length > MAX_ACCOUNTS)
    throw new OperatorError(`${accounts.length} accounts cannot be read at one slot`, {
      hint: `gather at most ${MAX_ACCOUNTS} into one bundle`,
    });
}

async function write(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  let isWritten: boolean;
  try {
    isWritten = await writeEvidence(folder, files);
  } catch (error) {
    throw new OperatorError(`the bundle cannot be written to \`${oneLine(folder)}\`: ${whyNot(error)}`, {
      hint: 'name a new folder in a place that can be written to',
    });
  }
  if (isWritten) return;
  throw new OperatorError(`\`${oneLine(folder)}\` is already there, and evidence is never overwritten`, {
    hint: 'name a folder that does not exist yet',
  });
}
