import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { TRACE_KINDS } from '../../simulator/run/trace.ts';
import { docsMark } from './docs-mark.ts';

/** In `docs/trace.md`: every kind of record. */
export const traceParts = (): WantedPart[] => [
  {
    file: 'docs/trace.md',
    mark: docsMark('trace-kinds'),
    text: [
      '| kind | a record says that |',
      '|---|---|',
      ...Object.entries(TRACE_KINDS).map(([kind, says]) => `| \`${kind}\` | ${says} |`),
    ].join('\n'),
  },
];
