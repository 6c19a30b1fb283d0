import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CONTRACTS } from '../../../verifier/contracts.ts';
import { decoding } from '../../../verifier/json-fields.ts';
import { REQUESTS, type RequestId } from '../../../verifier/requests/all.ts';
import { runProgram } from '../../cli/built-program.ts';
import { type ShippedRequest, shippedRequests } from '../../cli/shipped-requests.ts';

/** The requests of these cost a third of a second each, for a committee of 512 keys. */
const SLOW: readonly RequestId[] = ['update', 'bootstrap'];
const IDS = (Object.keys(REQUESTS) as RequestId[]).filter((id) => id !== 'bootstrap');

type Answer = { readonly verdict: string; readonly name: string } | 'malformed';

/** What a command makes of a document before it prints anything. */
function answerTo(id: RequestId, document: unknown): Answer {
  const decoded = decoding(REQUESTS[id], document);
  if (!decoded.ok) return 'malformed';
  const { name } = decoded.value();
  const table: Readonly<Record<string, { readonly verdict: string }>> = CONTRACTS[id].table;
  expect(Object.keys(table)).toContain(name);
  return { name, verdict: table[name]?.verdict ?? '' };
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [[]];
  return Object.entries(value)
    .slice(0, 8)
    .flatMap(([key, inner]) => pathsOf(inner).map((path) => [key, ...path]));
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Text that is nearly right is worse than noise. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', '0x', '00', '0'.repeat(64), '1'.repeat(32), -1, 2 ** 53, '18446744073709551616', null),
  fc.string({ unit: fc.constantFrom('0', '1', 'f', 'F', 'x', ' ', '=') }),
);

describe.each(IDS)('a request of %s', (id) => {
  it('of any JSON at all is malformed or has a code, and never passes', () => {
    const fields = pathsOf(shippedRequests(id)[0]?.request).map(([field]) => String(field));
    const shaped = fc.dictionary(fc.constantFrom(...fields), anything);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), shaped), (document) => {
        const answer = answerTo(id, document);
        if (answer !== 'malformed') expect(answer.verdict).not.toBe('pass');
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('that fails or decides nothing passes with one value replaced only where the operator states that two sources are two', () => {
    const bad = shippedRequests(id).filter(({ verdict }) => verdict !== 'pass');
    const passing = new Set<string>();
    fc.assert(
      fc.property(spoilt(bad), ({ document, path }) => {
        const answer = answerTo(id, document);
        if (answer !== 'malformed' && answer.verdict === 'pass') passing.add(String(path.at(-1)));
      }),
      { seed: 7, numRuns: SLOW.includes(id) ? 25 : 300 },
    );
    expect([...passing].sort()).toEqual(STATED[id] ?? []);
  });
});

/** Here the operator states that two sources are two: with another word for one of them the question is another. */
const STATED: Partial<Record<RequestId, readonly string[]>> = {
  attestation: ['origin'],
  consensus: ['identity'],
};

const spoilt = (requests: readonly ShippedRequest[]) =>
  fc
    .constantFrom(...requests)
    .chain(({ request }) =>
      fc
        .tuple(fc.constantFrom(...pathsOf(request)), anything)
        .map(([path, by]) => ({ path, document: replaced(request, path, by) })),
    );

const COMMANDS = [
  'sync-committee',
  'update',
  'fork-version',
  'attestation',
  'consensus',
  'halt',
  'freeze',
  'authority',
  'program',
  'vectors',
];

test.each(COMMANDS)(
  'verify %s takes any bytes on standard input without a crash, and never passes',
  async (command) => {
    const inputs = fc.sample(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), { seed: 7, numRuns: 3 });
    for (const input of inputs) {
      const { code, stdout, stderr } = await runProgram(['verify', command, '-'], { input });
      expect([2, 4], stderr).toContain(code);
      expect(stdout).not.toContain('✓');
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  },
);
