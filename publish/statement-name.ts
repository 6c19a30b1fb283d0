import type { Book } from '../model/book.ts';
import type { At } from '../model/position.ts';

/**
 * What people call the place where a statement stands: its id, for a threshold with the level behind it, for a statement
 * without an id what it is part of.
 */
export function statementName(book: Book, at: At): string {
  const path = book.namedPath(at);
  if (book.runbooks.has(idOfFile(at)) && at.file.startsWith('runbooks/'))
    return inProcedure(idOfFile(at), path);
  const [property, id, inner, key] = path;
  if (typeof id !== 'string') return String(property ?? idOfFile(at)).replaceAll('_', ' ');
  const isPart = property === 'war_room' || property === 'declare';
  if (isPart) return String(property).replaceAll('_', ' ');
  return inner === 'thresholds' ? `${id} ${key}` : id;
}

const idOfFile = ({ file }: At): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

/** The step, else the phase, the cause, or the procedure itself. */
function inProcedure(runbook: string, [property, id, inner, step]: readonly (string | number)[]): string {
  if (property === 'phases' && inner === 'steps' && typeof step === 'string') return step;
  if (property === 'phases' && typeof id === 'string') return id;
  if (property === 'causes' && typeof inner === 'string' && id === 'values') return inner;
  return runbook;
}
