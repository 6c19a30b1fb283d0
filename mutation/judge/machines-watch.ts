import type { Book } from '../../model/book.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { incidentOfRunbook, type Lowerings, type MutantMachines } from './lowerings.ts';
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

export type MachinesWatch = (machines: MutantMachines, changed: ReadonlySet<string>) => Comparison;

export function machinesWatch(book: Book, lowered: Lowerings): MachinesWatch {
  const runbooks = [...book.runbooks.keys()];
  const forms = new Map<string, string>();
  const formOf = (runbook: string, machine: Machine): string => {
    const form = forms.get(runbook) ?? normalForm(machine);
    forms.set(runbook, form);
    return form;
  };
  return (machines, changed) => {
    const touched = runbooks.filter((runbook) => lowered.touched(incidentOfRunbook(runbook), changed));
    return {
      touched: touched.length,
      *differing() {
        for (const runbook of touched) {
          const found = machines.changed(incidentOfRunbook(runbook));
          if (found && normalForm(found.after) !== formOf(runbook, found.before)) yield { runbook, ...found };
        }
      },
    };
  };
}
