import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { attributeError } from '../error-attribution.ts';
import type { VmOutcome } from './vm.ts';

/** One step of a rehearsal, as the people who sign it would see it. */
export type StoryStep = {
  /** What is done, one sentence without a full stop. */
  readonly title: string;
  /** The instruction or the check, e.g. `Pause`, `check freeze`. */
  readonly action: string;
  /** What the transaction says, read from it; null for a check, which sends nothing. */
  readonly order: Order | null;
  readonly expected: string;
  readonly seen: string;
  /** Whether what was seen is what was expected. */
  readonly held: boolean;
  /** What the machine logged, or what the check read. */
  readonly notes: readonly string[];
};

/** An instruction as a signer should read it: addresses by their names in the story. */
export type Order = {
  readonly program: string;
  readonly accounts: readonly {
    readonly name: string;
    readonly signs: boolean;
    readonly writable: boolean;
  }[];
};

export type Story = {
  readonly rehearsal: string;
  /** Names in the story to base58 addresses. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly steps: readonly StoryStep[];
  readonly held: boolean;
};

type StepHead = Pick<StoryStep, 'title' | 'action' | 'expected'>;

export type StoryTeller = {
  /** Writes down an instruction that was sent. */
  sent(step: StepHead, order: TransactionInstruction, outcome: VmOutcome): void;
  /** Writes down a check that was made, the name of its code, and what it read. */
  checked(step: StepHead, seen: string, notes: readonly string[]): void;
  end(): Story;
};

/** `addresses` names the accounts of the story; programs are called by these names in what is seen. */
export function storyTeller(rehearsal: string, addresses: Readonly<Record<string, string>>): StoryTeller {
  const steps: StoryStep[] = [];
  const names = new Map(Object.entries(addresses).map(([name, address]) => [address, name]));
  const add = (step: Omit<StoryStep, 'held'>) => steps.push({ ...step, held: step.expected === step.seen });
  return {
    sent: (step, order, outcome) =>
      add({
        ...step,
        order: describeOrder(order, names),
        seen: describeOutcome(outcome, names),
        notes: outcome.logs,
      }),
    checked: (step, seen, notes) => add({ ...step, order: null, seen, notes }),
    end: () => ({ rehearsal, addresses, steps, held: steps.every((step) => step.held) }),
  };
}

export const ACCEPTED = 'accepted';

/**
 * How a refusal reads: custom codes in decimal, as sheets write them, everything else in the runtime's words.
 */
export function refusedBy(program: string, reason: number | string): string {
  return `refused by ${program}: ${typeof reason === 'number' ? `error ${reason}` : reason}`;
}

function describeOrder(
  { programId, keys }: TransactionInstruction,
  names: ReadonlyMap<string, string>,
): Order {
  const name = (key: PublicKey) => names.get(key.toBase58()) ?? key.toBase58();
  return {
    program: name(programId),
    accounts: keys.map(({ pubkey, isSigner, isWritable }) => ({
      name: name(pubkey),
      signs: isSigner,
      writable: isWritable,
    })),
  };
}

function describeOutcome({ err, logs }: VmOutcome, names: ReadonlyMap<string, string>): string {
  if (err === null) return ACCEPTED;
  const { error, path, reason } = attributeError(logs);
  const address = path.at(-1);
  if (address === undefined || reason === null) return `refused: ${JSON.stringify(err)}`;
  return refusedBy(names.get(address) ?? address, error?.code ?? reason);
}
