import type { Engine } from './engine.ts';
import { type Budget, type Search, search } from './search.ts';
import type { StateTable } from './state-table.ts';

/** Whether the break of a state is one. */
type Accept = (state: number, table: StateTable) => boolean;

/** A search for one target, and the breaks that somebody was asked about, in turn; the last of them may have been accepted. */
interface Searched {
  readonly result: Search;
  readonly asked: readonly number[];
}

/** The searches of the last programs, the newest last. */
const known = new Map<string, Searched>();
const MOST_BYTES = 64 * 1024 * 1024;
let bytes = 0;

/**
 * As `search`, for one target. Promises that say the same of different things come to one program, whose states need not be seen
 * twice: only whoever judges a break is asked anew, since what it is called differs.
 */
export function searchOnce(engine: Engine, budget: Budget, accept: Accept = () => true): Search {
  const key = keyOf(engine, budget);
  const before = known.get(key);
  const answers: boolean[] = [];
  if (before && isAnsweredAlike(before, accept, answers)) {
    keep(key, before);
    return before.result;
  }
  const asked: number[] = [];
  const result = search(engine, 1, budget, (_, state, table) => {
    asked.push(state);
    return answers[asked.length - 1] ?? accept(state, table);
  });
  keep(key, { result, asked });
  return result;
}

/** Asks about the same breaks in turn; up to the first about which the answer is another one than before. */
function isAnsweredAlike({ result, asked }: Searched, accept: Accept, answers: boolean[]): boolean {
  const accepted = result.breaks[0]?.state;
  return asked.every((state) => {
    const answer = accept(state, result.table);
    answers.push(answer);
    return answer === (state === accepted);
  });
}

function keep(key: string, searched: Searched): void {
  bytes += searched.result.bytes - (known.get(key)?.result.bytes ?? 0);
  known.delete(key);
  known.set(key, searched);
  for (const [oldest, { result }] of known) {
    if (bytes <= MOST_BYTES) break;
    known.delete(oldest);
    bytes -= result.bytes;
  }
}

/** Engines of one program and one beginning have the same states. */
const keyOf = ({ expand, initial }: Engine, { states, bytes: room, failures }: Budget): string =>
  `${numberOf(expand)} ${initial.join()} ${states} ${room} ${failures ?? ''}`;

const numbers = new WeakMap<Engine['expand'], number>();
let programs = 0;

function numberOf(expand: Engine['expand']): number {
  const number = numbers.get(expand) ?? programs++;
  numbers.set(expand, number);
  return number;
}
