import type { Position } from '../model/position.ts';
import { splitIncident } from '../simulator/incident-name.ts';
import { fullName } from '../simulator/run/trace.ts';
import type { PlayedDrill } from './replay-scenarios.ts';

/** What `replay --json` prints; times are seconds from the start of the drill. */
export interface ReplayJson {
  readonly version: 1;
  readonly replays: readonly ReplayJsonItem[];
}

export interface ReplayJsonItem {
  readonly book: string;
  readonly scenario: string;
  readonly ended: string;
  readonly asExpected: boolean;
  readonly failures: readonly { readonly message: string; readonly position: Position }[];
  readonly promises: readonly PromiseJson[];
}

export interface PromiseJson {
  readonly name: string;
  readonly incident?: string;
  readonly text: string;
  readonly verdict: string;
  readonly position?: Position;
  readonly opened?: number;
  readonly due?: number;
  readonly kept?: number;
  readonly breaks: readonly {
    readonly at: number;
    readonly keptLateAt?: number;
    readonly chain: readonly string[];
  }[];
}

export const replaysAsJson = (drills: readonly PlayedDrill[]): ReplayJson => ({
  version: 1,
  replays: drills.map(replayAsJson),
});

function replayAsJson({ book, replay }: PlayedDrill): ReplayJsonItem {
  const { run, scenario, failures, promises } = replay;
  return {
    book: book.id,
    scenario: scenario.id,
    ended: run.how,
    asExpected: failures.length === 0,
    failures: failures.map(({ message, at }) => ({ message, position: book.position(at) })),
    promises: promises
      .filter(({ verdict }) => verdict !== 'not-called')
      .map(({ promise, verdict, opened, due, kept, breaks }) => ({
        ...splitIncident(promise.name),
        text: promise.text,
        verdict,
        ...(promise.at === undefined ? {} : { position: book.position(promise.at) }),
        ...(opened === undefined ? {} : { opened }),
        ...(due === undefined ? {} : { due }),
        ...(kept === undefined ? {} : { kept }),
        breaks: breaks.map(({ at, late, story }) => ({
          at,
          ...(late === undefined ? {} : { keptLateAt: late }),
          chain: (story?.chain ?? []).flatMap((seq) => run.records[seq - 1] ?? []).map(fullName),
        })),
      })),
  };
}
