import type { Observations } from './observe.ts';
import { parsedJson } from './parsed-json.ts';

/** `{ vector id: number }`, as another implementation recorded it. */
export function recordedVectors(text: string, expected: ReadonlyMap<string, number>): Observations {
  const recorded = parsedRecord(text);
  if (!recorded) return { kind: 'refused', problem: 'this is no JSON object `{ "vector id": number }`' };
  const codes = new Map(Object.entries(recorded));
  const lies = [...codes].flatMap(([id, got]) => {
    const wanted = expected.get(id);
    return wanted === undefined || wanted === got ? [] : { id, expected: String(wanted), got: String(got) };
  });
  return { kind: 'ran', codes, lies };
}

function parsedRecord(text: string): Readonly<Record<string, number>> | undefined {
  const value = parsedJson(text);
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && Object.values(value).every(Number.isSafeInteger)
    ? (value as Record<string, number>)
    : undefined;
}
