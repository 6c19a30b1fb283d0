import { describe, expect, it } from 'vitest';
import { assemble } from '../../../verifier/solana/rehearsal/assembler.ts';

const hex = (source: string) => Buffer.from(assemble(source)).toString('hex');

describe('assemble', () => {
  // Encodings by hand from the instruction set: opcode, source and destination, i16 offset, i32 immediate.
  it.each([
    ['ldxdw r2, [r6+80]', '7962500000000000'],
    ['ldxb r2, [r10-8]', '71a2f8ff00000000'],
    ['stxdw [r9+0], r6', '7b69000000000000'],
    ['mov64 r0, 6042', 'b70000009a170000'],
    ['mov64 r9, r10', 'bfa9000000000000'],
    ['and64 r6, -8', '57060000f8ffffff'],
    ['lddw r0, 0x800000000', '18000000000000000000000008000000'],
    ['exit', '9500000000000000'],
  ])('encodes %s', (source, expected) => {
    expect(hex(source)).toBe(expected);
  });

  it('counts jumps in slots from the next instruction, forwards and back, over the two slots of lddw', () => {
    expect(hex('start:\n  lddw r1, 1\n  jeq r1, 0, end\n  ja start\nend:\n  call start\n')).toBe(
      `${'1801000001000000'}${'0000000000000000'}${'1501010000000000'}${'0500fcff00000000'}${'85100000fbffffff'}`,
    );
  });

  it.each(['frob r1, r2', 'mov64 x1, 2', 'ja nowhere', 'a:\na:\n', 'ldxb r1, r2', 'mov64 r11, 0'])(
    'refuses %j by name',
    (source) => {
      expect(() => assemble(source)).toThrow(SyntaxError);
    },
  );
});
