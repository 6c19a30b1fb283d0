import type { LiteSVM } from 'litesvm';

export type Web3 = typeof import('@solana/web3.js');

/**
 * A real Solana virtual machine in this process, with Token-2022 and the upgradeable loader; no network, no
 * clock.
 */
export type Vm = {
  readonly svm: LiteSVM;
  readonly web3: Web3;
  /** What was sent, oldest first: the machine itself remembers no order. */
  readonly sent: SentTransaction[];
};

export type SentTransaction = {
  readonly signature: string;
  readonly slot: bigint;
  /** Serialized transaction, signatures included. */
  readonly wire: Uint8Array;
  readonly outcome: VmOutcome;
};

/** The JSON form in which an RPC node reports a failed transaction. */
export type TransactionError =
  | string
  | { readonly InstructionError: readonly [number, string | { readonly Custom: number }] };

export type VmOutcome = {
  readonly err: TransactionError | null;
  readonly logs: readonly string[];
  readonly computeUnits: bigint;
};

/** Names what is missing on this machine; `why` is the loader's own text. */
export type VmMissing = { readonly missing: string; readonly why: string };

/**
 * Loads litesvm (a native module, only where it is installed for this platform) and web3.js, both on first
 * use. `load` is the dynamic import itself.
 */
export async function openVm(
  load: () => Promise<typeof import('litesvm')> = () => import('litesvm'),
): Promise<Vm | VmMissing> {
  let litesvm: typeof import('litesvm');
  try {
    litesvm = await load();
  } catch (error) {
    return missingPart(error);
  }
  const web3 = await import('@solana/web3.js');
  return { svm: new litesvm.LiteSVM(), web3, sent: [] };
}

function missingPart(error: unknown): VmMissing {
  const why = error instanceof Error ? error.message : String(error);
  const absent = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
  return { missing: absent ? 'litesvm' : 'the native part of litesvm for this platform', why };
}

/**
 * One slot later, with a new blockhash, so that the same transaction may be sent again and a deployed program
 * runs.
 */
export function nextSlot({ svm }: Vm): void {
  svm.warpToSlot(svm.getClock().slot + 1n);
  svm.expireBlockhash();
}
