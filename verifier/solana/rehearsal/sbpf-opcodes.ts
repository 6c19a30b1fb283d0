/**
 * The instructions of sBPF version 0 that the assembler knows (solana-sbpf `ebpf.rs`), by the shape of their
 * operands:
 *
 * - `load` dst, [src+off]; `store` [dst+off], src
 * - `alu` dst, imm-or-src and `jump` dst, imm-or-src, label: the opcode for a register operand is the one for
 *   an immediate plus 8
 * - `wide` dst, imm64 (two slots); `goto` label; `call` label; `exit`
 */
export const SBPF_OPCODES = {
  ldxb: { opcode: 0x71, shape: 'load' },
  ldxdw: { opcode: 0x79, shape: 'load' },
  stxb: { opcode: 0x73, shape: 'store' },
  stxdw: { opcode: 0x7b, shape: 'store' },
  add64: { opcode: 0x07, shape: 'alu' },
  sub64: { opcode: 0x17, shape: 'alu' },
  and64: { opcode: 0x57, shape: 'alu' },
  lsh64: { opcode: 0x67, shape: 'alu' },
  mov64: { opcode: 0xb7, shape: 'alu' },
  jeq: { opcode: 0x15, shape: 'jump' },
  jgt: { opcode: 0x25, shape: 'jump' },
  jge: { opcode: 0x35, shape: 'jump' },
  jne: { opcode: 0x55, shape: 'jump' },
  jlt: { opcode: 0xa5, shape: 'jump' },
  lddw: { opcode: 0x18, shape: 'wide' },
  ja: { opcode: 0x05, shape: 'goto' },
  call: { opcode: 0x85, shape: 'call' },
  exit: { opcode: 0x95, shape: 'exit' },
} as const;

export type Mnemonic = keyof typeof SBPF_OPCODES;
