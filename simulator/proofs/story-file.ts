import { stringify } from 'yaml';
import { fingerprint } from '../../model/fingerprint.ts';
import type { ScenarioDocument } from '../../model/generated/types.ts';

/** Where a story is kept, relative to the root of the repository. */
export const storyPath = (book: string, { id }: ScenarioDocument): string =>
  `scenarios/${book}/regressions/${id}.yaml`;

const SCHEMA_LINE = '# yaml-language-server: $schema=../../../schemas/scenario.schema.json';
const SEAL =
  /^# Written by `drillbook prove --save`; once edited it is never overwritten\. Seal ([0-9a-f]{12})$/;

/** The file of a story: an ordinary scenario, sealed so that an edit by hand is seen. */
export function storyText(scenario: ScenarioDocument): string {
  const body = stringify(scenario, { lineWidth: 120 });
  return [SCHEMA_LINE, sealLine(body), body].join('\n');
}

const sealLine = (body: string): string =>
  `# Written by \`drillbook prove --save\`; once edited it is never overwritten. Seal ${sealOf(body)}`;

const sealOf = (body: string): string => fingerprint('seal', '', [], body);

/** Nobody has changed this file since it was written. */
export function isSealed(text: string): boolean {
  const [, second = '', ...body] = text.split('\n');
  return SEAL.exec(second)?.[1] === sealOf(body.join('\n'));
}
