import { type Mnemonic, SBPF_OPCODES } from './sbpf-opcodes.ts';

/** One line of source after its mnemonic and operands were told apart; `at` is its first 8-byte slot. */
type Line = { readonly mnemonic: Mnemonic; readonly operands: readonly string[]; readonly at: number };

/**
 * Assembles sBPF version 0: one instruction or `label:` per line, `;` starts a comment, numbers in decimal or
 * hex, jumps and calls by label. Returns the text section, 8 bytes per instruction (16 for `lddw`). Throws on
 * anything unknown: the only source it reads stands in this repository.
 */
export function assemble(source: string): Uint8Array {
  const labels = new Map<string, number>();
  const lines: Line[] = [];
  let at = 0;
  for (const raw of source.split('\n')) {
    const line = raw.replace(/;.*/, '').trim();
    if (line === '') continue;
    const label = /^(\w+):$/.exec(line)?.[1];
    if (label !== undefined) {
      if (labels.has(label)) throw new SyntaxError(`label ${label} stands twice`);
      labels.set(label, at);
      continue;
    }
    const parsed = parseLine(line, at);
    lines.push(parsed);
    at += SBPF_OPCODES[parsed.mnemonic].shape === 'wide' ? 2 : 1;
  }
  return Uint8Array.from(lines.flatMap((line) => encode(line, labels)));
}

function parseLine(line: string, at: number): Line {
  const [mnemonic = '', rest = ''] = line.split(/\s+(.*)/);
  if (!Object.hasOwn(SBPF_OPCODES, mnemonic)) throw new SyntaxError(`unknown instruction: ${line}`);
  const operands = rest === '' ? [] : rest.split(',').map((operand) => operand.trim());
  return { mnemonic: mnemonic as Mnemonic, operands, at };
}

function encode({ mnemonic, operands, at }: Line, labels: ReadonlyMap<string, number>): number[] {
  const { opcode, shape } = SBPF_OPCODES[mnemonic];
  const [a = '', b = '', c = ''] = operands;
  switch (shape) {
    case 'load':
      return slot(opcode, register(a), memory(b).base, memory(b).offset, 0);
    case 'store':
      return slot(opcode, memory(a).base, register(b), memory(a).offset, 0);
    case 'alu':
      return binary(opcode, a, b, 0);
    case 'jump':
      return binary(opcode, a, b, distance(c, at, labels));
    case 'wide':
      return wide(opcode, register(a), BigInt(b));
    case 'goto':
      return slot(opcode, 0, 0, distance(a, at, labels), 0);
    case 'call':
      // src = 1 marks a call inside the program.
      return slot(opcode, 0, 1, 0, distance(a, at, labels));
    case 'exit':
      return slot(opcode, 0, 0, 0, 0);
  }
}

function binary(opcode: number, dst: string, operand: string, offset: number): number[] {
  return operand.startsWith('r')
    ? slot(opcode + 8, register(dst), register(operand), offset, 0)
    : slot(opcode, register(dst), 0, offset, Number(operand));
}

function wide(opcode: number, dst: number, value: bigint): number[] {
  const low = Number(BigInt.asIntN(32, value));
  const high = Number(BigInt.asIntN(32, value >> 32n));
  return [...slot(opcode, dst, 0, 0, low), ...slot(0, 0, 0, 0, high)];
}

/** One instruction: opcode, registers, i16 offset, i32 immediate, little endian. */
function slot(opcode: number, dst: number, src: number, offset: number, immediate: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint8(0, opcode);
  view.setUint8(1, (src << 4) | dst);
  view.setInt16(2, offset, true);
  view.setInt32(4, immediate, true);
  return [...new Uint8Array(view.buffer)];
}

function register(text: string): number {
  const number = /^r(\d|10)$/.exec(text)?.[1];
  if (number === undefined) throw new SyntaxError(`not a register: ${text}`);
  return Number(number);
}

function memory(text: string): { base: number; offset: number } {
  const [, base, offset] = /^\[(r\d+)([+-]\d+)\]$/.exec(text) ?? [];
  if (base === undefined) throw new SyntaxError(`not a memory operand: ${text}`);
  return { base: register(base), offset: Number(offset) };
}

/** Jumps count slots from the instruction after them. */
function distance(label: string, at: number, labels: ReadonlyMap<string, number>): number {
  const target = labels.get(label);
  if (target === undefined) throw new SyntaxError(`no such label: ${label}`);
  return target - at - 1;
}
