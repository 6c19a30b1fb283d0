import { assemble } from './assembler.ts';
import { sbpfElf } from './elf.ts';
import type { HookCode } from './hook-controls.ts';
import { hookSource } from './hook-source.ts';

/** The rehearsal hook as a deployable ELF file of about 1.4 kB. */
export function hookProgram(asked?: readonly HookCode[]): Uint8Array {
  return sbpfElf(assemble(hookSource(asked)));
}
