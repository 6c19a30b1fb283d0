import type { Entity } from '../model/book.ts';
import type { CodeContract, ErrorCode } from '../model/generated/types.ts';
import { validators } from '../model/generated/validators.js';
import { readFile } from '../model/read-file.ts';

/** What a contract promised at one time: what a change is measured against. */
export interface ContractSnapshot {
  readonly version: string;
  readonly precedence: readonly string[] | undefined;
  readonly codes: readonly SnapshotCode[];
}

export interface SnapshotCode {
  readonly number: number;
  readonly name: string;
  readonly meaning: string;
  readonly lifecycle: 'active' | 'deprecated' | 'reserved';
}

export const snapshotOf = (
  { version, precedence }: CodeContract,
  rows: readonly Entity<ErrorCode>[],
): ContractSnapshot => ({
  version,
  precedence,
  codes: rows.map((row) => snapshotCode(row.id, row)),
});

/** The contract of an earlier registry and sheet; undefined when there was none, or it did not fit its schema. */
export function snapshotFrom(id: string, registry: string, sheetOf: (file: string) => string | undefined) {
  const contracts = document('registry', registry)?.contracts;
  const contract = contracts && Object.hasOwn(contracts, id) ? contracts[id] : undefined;
  if (!contract) return undefined;
  const codes = document('codes', sheetOf(contract.sheet) ?? '')?.codes;
  if (!codes) return undefined;
  return {
    version: contract.version,
    precedence: contract.precedence,
    codes: Object.entries(codes).map(([number, code]) => snapshotCode(number, code)),
  } satisfies ContractSnapshot;
}

function document<K extends 'registry' | 'codes'>(kind: K, text: string) {
  const { value } = readFile({ file: `${kind}.yaml`, bytes: new TextEncoder().encode(text) });
  return validators[kind](value) ? value : undefined;
}

const snapshotCode = (id: string, { name, meaning, lifecycle = 'active' }: ErrorCode): SnapshotCode => ({
  number: Number(id),
  name,
  meaning,
  lifecycle,
});
