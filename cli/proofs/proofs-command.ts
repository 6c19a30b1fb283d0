import { quoted } from '../simulation/simulation-command.ts';

/** What proofs were asked for, as typed. */
export interface ProofsAsked {
  readonly book: string | undefined;
  readonly promises: readonly string[];
  readonly runbooks: readonly string[];
  readonly beside: string | undefined;
  readonly states: number;
  readonly failures: number | undefined;
  readonly outages: boolean;
  readonly slack: boolean;
}

export const DEFAULT_STATES = 400_000;

/** The command that asks for the same proofs, without its shard. */
export function proofsCommand({
  book,
  promises,
  runbooks,
  beside,
  states,
  failures,
  outages,
  slack,
}: ProofsAsked): string {
  return [
    'drillbook prove',
    ...promises.map(quoted),
    ...(book === undefined ? [] : [`--book ${quoted(book)}`]),
    ...runbooks.map((each) => `--runbook ${quoted(each)}`),
    ...(beside === undefined ? [] : [`--beside ${quoted(beside)}`]),
    ...(states === DEFAULT_STATES ? [] : [`--budget ${states}`]),
    ...(failures === undefined ? [] : [`--failures ${failures}`]),
    ...(outages ? ['--outages'] : []),
    ...(slack ? ['--slack'] : []),
  ].join(' ');
}
