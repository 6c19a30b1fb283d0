import { attributeError } from '../error-attribution.ts';
import type { VmOutcome } from './vm.ts';

/** One step of a rehearsal, as the people who sign it would see it. */
export type StoryStep = {
  /** What is done, one sentence without a full stop. */
  readonly title: string;
  /** The instruction or the check, e.g. `Pause`, `check freeze`. */
  readonly action: string;
  /** The program that is called, by its name in this story; null for a check, which sends nothing. */
  readonly program: string | null;
  /** Names of those who sign; empty for a check. */
  readonly signers: readonly string[];
  readonly expected: string;
  readonly seen: string;
  /** Whether what was seen is what was expected. */
  readonly held: boolean;
  /** What the machine logged; empty for a check. */
  readonly logs: readonly string[];
};

export type Story = {
  readonly rehearsal: string;
  /** Names in the story to base58 addresses. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly steps: readonly StoryStep[];
  readonly held: boolean;
};

export type StoryTeller = {
  /** Writes down a transaction that was sent. */
  sent(step: Omit<StoryStep, 'seen' | 'held' | 'logs'>, outcome: VmOutcome): void;
  /** Writes down a check that was made. */
  checked(title: string, action: string, expected: string, seen: string): void;
  end(): Story;
};

/** `addresses` names the accounts of the story; programs are called by these names in what is seen. */
export function storyTeller(rehearsal: string, addresses: Readonly<Record<string, string>>): StoryTeller {
  const steps: StoryStep[] = [];
  const names = new Map(Object.entries(addresses).map(([name, address]) => [address, name]));
  const add = (step: Omit<StoryStep, 'held'>) => steps.push({ ...step, held: step.expected === step.seen });
  return {
    sent: (step, outcome) => add({ ...step, seen: describeOutcome(outcome, names), logs: outcome.logs }),
    checked: (title, action, expected, seen) =>
      add({ title, action, program: null, signers: [], expected, seen, logs: [] }),
    end: () => ({ rehearsal, addresses, steps, held: steps.every((step) => step.held) }),
  };
}

export const ACCEPTED = 'accepted';

/** How a refusal reads: custom codes in decimal, as sheets write them, everything else in the runtime's words. */
export function refusedBy(program: string, reason: number | string): string {
  return `refused by ${program}: ${typeof reason === 'number' ? `error ${reason}` : reason}`;
}

function describeOutcome({ err, logs }: VmOutcome, names: ReadonlyMap<string, string>): string {
  if (err === null) return ACCEPTED;
  const { error, path, reason } = attributeError(logs);
  const address = path.at(-1);
  if (address === undefined || reason === null) return `refused: ${JSON.stringify(err)}`;
  return refusedBy(names.get(address) ?? address, error?.code ?? reason);
}
