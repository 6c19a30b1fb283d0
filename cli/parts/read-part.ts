import { readFileSync, statSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import check from '../../schemas/reports/check.schema.json' with { type: 'json' };
import mutationScore from '../../schemas/reports/mutation-score.schema.json' with { type: 'json' };
import partSchema from '../../schemas/reports/part.schema.json' with { type: 'json' };
import { OperatorError } from '../operator-error.ts';
import { inOneLine } from '../printable.ts';
import { whyNot } from '../read-source.ts';
import type { PartFile } from './join-parts.ts';
import { PART_KINDS, type PartKind } from './part-kinds.ts';

/** The part of the largest campaign that anybody made fits in this ten times. */
const MAX_PART_BYTES = 64 * 1024 * 1024;

const HINT = 'name the files that `--out` wrote';

/** What `--out` wrote into these files; whatever does not fit its published shape is refused with its place. */
export function readParts(files: readonly string[]): { readonly kind: PartKind; readonly parts: PartFile[] } {
  const judge = partJudge();
  const parts = files.map((file) => ({ file: inOneLine(file), part: judge(file) }));
  const kind = PART_KINDS.get(parts[0]?.part.kind ?? '');
  if (!kind) throw new OperatorError('no part was named', { hint: HINT });
  return { kind, parts };
}

function partJudge(): (file: string) => PartFile['part'] {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(check);
  ajv.addSchema(mutationScore);
  ajv.addSchema(partSchema);
  const isPart = ajv.getSchema(partSchema.$id) as ValidateFunction<PartFile['part']>;
  const kinds = new Map([...PART_KINDS].map(([kind, { schema }]) => [kind, ajv.compile(schema)]));
  return (path) => {
    const value = parse(path);
    const file = inOneLine(path);
    if (!isPart(value)) throw strange(file, isPart);
    const fits = kinds.get(value.kind);
    if (!fits) throw new OperatorError(`${file} holds \`${value.kind}\`, which this release cannot join`);
    if (!fits(value)) throw strange(file, fits);
    return value;
  };
}

function parse(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError(`${inOneLine(file)} is not JSON, or only the beginning of it`, { hint: HINT });
  }
}

function textOf(file: string): string {
  const refuse = (why: string) =>
    new OperatorError(`${inOneLine(file)} cannot be read: ${why}`, { hint: HINT });
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw refuse(stat.isDirectory() ? 'a folder, not a file' : 'no regular file');
    if (stat.size > MAX_PART_BYTES) throw refuse(`it is larger than ${MAX_PART_BYTES / 1024 / 1024} MiB`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof OperatorError ? error : refuse(whyNot(error));
  }
}

function strange(file: string, { errors }: ValidateFunction): OperatorError {
  const { instancePath = '', message = 'does not fit' } = errors?.[0] ?? {};
  const where = instancePath === '' ? 'it' : inOneLine(instancePath);
  return new OperatorError(`${file} is no part of a campaign: ${where} ${message}`, { hint: HINT });
}
