import type { Order, Story, StoryStep } from '../../verifier/solana/rehearsal/story.ts';
import type { Paint } from '../paint.ts';
import { listed, plural } from './words.ts';

const LABEL = 10;

/** What a signer would see: each order with who signs it, what it writes, what is expected and what was seen. */
export function renderRehearsal({ rehearsal, steps, held }: Story, paint: Paint): string {
  return [
    paint.bold(`Rehearsal ${rehearsal}`),
    paint.dim('On a real virtual machine in this process: keys that are worth nothing, no network.'),
    ...steps.flatMap((step, index) => ['', ...renderStep(step, index + 1, paint)]),
    '',
    verdict(steps, held, paint),
  ].join('\n');
}

function renderStep(step: StoryStep, number: number, paint: Paint): string[] {
  const { title, action, order, expected, seen, held, notes } = step;
  const row = (label: string, text: string) => `       ${paint.dim(label.padEnd(LABEL))}${text}`;
  const mark = held ? paint.good('✓') : paint.bad('✗');
  return [
    `  ${String(number).padStart(2)} ${mark} ${paint.bold(title)}`,
    ...(order === null ? [row('check', action)] : orderRows(action, order, row)),
    row('expected', expected),
    row('seen', held ? paint.good(seen) : paint.bad(seen)),
    ...(order === null || !held ? notes.map((note) => row('', paint.dim(note))) : []),
  ];
}

function orderRows(
  action: string,
  { program, accounts }: Order,
  row: (label: string, text: string) => string,
): string[] {
  const names = (which: (account: Order['accounts'][number]) => boolean) =>
    accounts.filter(which).map(({ name }) => name);
  const [signers, written] = [names(({ signs }) => signs), names(({ writable }) => writable)];
  return [
    row('order', `${action}, to the ${program}`),
    row('signed by', signers.length === 0 ? 'nobody' : listed(signers)),
    row('changes', written.length === 0 ? 'nothing' : listed(written)),
  ];
}

function verdict(steps: readonly StoryStep[], held: boolean, paint: Paint): string {
  if (held) return paint.good(`✓ ${plural(steps.length, 'step')}, each as expected`);
  const failed = steps.filter((step) => !step.held).length;
  return paint.bad(`✗ ${failed} of ${plural(steps.length, 'step')} not as expected`);
}
