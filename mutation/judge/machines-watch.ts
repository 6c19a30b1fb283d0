import type { Book } from '../../model/book.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { machineText } from './machine-text.ts';
import { normalForm } from './normal-form.ts';

/** A procedure of the book, as it is and as it is in a mutant, whose runs can differ. */
export interface Differing {
  readonly runbook: string;
  readonly before: Machine;
  readonly after: Machine;
}

/** How the procedures of a mutant differ from those of the book. */
export interface Comparison {
  /** Runbooks whose machine depends on what was changed. */
  readonly touched: number;
  /** One after the other: each is made when it is asked for. */
  differing(): Generator<Differing>;
}

export type MachinesWatch = (mutant: Book, changed: ReadonlySet<string>) => Comparison;

interface Lowered {
  readonly runbook: string;
  readonly before: Reading<{ readonly machine: Machine; readonly text: string }>;
}

const lower = (book: Book, runbook: string) => {
  const machine = lowerIncident(book, { runbook, grain: 1 });
  return { machine, text: machineText(machine) };
};

export function machinesWatch(book: Book): MachinesWatch {
  const lowered = [...book.runbooks.keys()].map(
    (runbook): Lowered => ({ runbook, before: readingOf(book, (each) => lower(each, runbook)) }),
  );
  const forms = new Map<string, string>();
  const formOf = ({ runbook, before }: Lowered): string => {
    const form = forms.get(runbook) ?? normalForm(before.result.machine);
    forms.set(runbook, form);
    return form;
  };
  return (mutant, changed) => {
    const touched = lowered.filter(({ before }) => touches(before.reads, changed));
    return {
      touched: touched.length,
      *differing() {
        for (const each of touched) {
          const { machine, text } = lower(mutant, each.runbook);
          if (text === each.before.result.text || normalForm(machine) === formOf(each)) continue;
          yield { runbook: each.runbook, before: each.before.result.machine, after: machine };
        }
      },
    };
  };
}
