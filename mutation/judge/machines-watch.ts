import type { Book } from '../../model/book.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';
import { type Changed, changedParts } from './changed-parts.ts';
import { normalForm } from './normal-form.ts';

/** How the procedures of a mutant differ from those of the book. */
export interface Comparison {
  /** Runbooks whose machine was made anew, because it depends on what was changed. */
  readonly compared: number;
  /** Runbooks whose runs can differ, with what differs. */
  readonly different: readonly {
    readonly runbook: string;
    readonly changed: Changed;
    readonly machine: Machine;
  }[];
}

export interface MachinesWatch {
  compare(mutant: Book, changed: ReadonlySet<string>): Comparison;
  machineOf(runbook: string): Machine;
}

interface Lowered {
  readonly runbook: string;
  readonly before: Reading<Machine>;
}

const lower = (book: Book, runbook: string): Machine => lowerIncident(book, { runbook, grain: 1 });

export function machinesWatch(book: Book): MachinesWatch {
  const lowered = [...book.runbooks.keys()].map(
    (runbook): Lowered => ({ runbook, before: readingOf(book, (each) => lower(each, runbook)) }),
  );
  const forms = new Map<string, string>();
  const formOf = ({ runbook, before }: Lowered): string => {
    const form = forms.get(runbook) ?? normalForm(before.result);
    forms.set(runbook, form);
    return form;
  };
  return {
    compare: (mutant, changed) => {
      const touched = lowered.filter(({ before }) => touches(before.reads, changed));
      const different = touched.flatMap((each) => {
        const machine = lower(mutant, each.runbook);
        if (normalForm(machine) === formOf(each)) return [];
        return [{ runbook: each.runbook, changed: changedParts(each.before.result, machine), machine }];
      });
      return { compared: touched.length, different };
    },
    machineOf: (runbook) => lowered.find((each) => each.runbook === runbook)?.before.result as Machine,
  };
}
