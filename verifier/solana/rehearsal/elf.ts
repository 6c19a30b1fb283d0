/** File offset, and virtual address, of the code: right behind the 64-byte ELF header. */
const TEXT_OFFSET = 64;
const SECTION_HEADER_LENGTH = 64;
/** `e_machine` of BPF. */
const EM_BPF = 247;
const SHT_PROGBITS = 1;
const SHT_STRTAB = 3;
/** SHF_ALLOC and SHF_EXECINSTR. */
const EXECUTABLE = 6;

/**
 * Wraps code in the smallest ELF file that the loader takes as sBPF version 0 (solana-sbpf `elf.rs`): a
 * header, `.text` with equal address and offset, `.shstrtab`. The code is entered at its first instruction.
 */
export function sbpfElf(text: Uint8Array): Uint8Array {
  const names = new TextEncoder().encode('\0.text\0.shstrtab\0');
  const namesOffset = TEXT_OFFSET + text.length;
  const headersOffset = Math.ceil((namesOffset + names.length) / 8) * 8;
  const file = new Uint8Array(headersOffset + 3 * SECTION_HEADER_LENGTH);
  file.set(fileHeader(headersOffset));
  file.set(text, TEXT_OFFSET);
  file.set(names, namesOffset);
  // Section 0 is all zeros.
  file.set(sectionHeader(1, SHT_PROGBITS, EXECUTABLE, TEXT_OFFSET, text.length), headersOffset + 64);
  file.set(sectionHeader(7, SHT_STRTAB, 0, namesOffset, names.length), headersOffset + 128);
  return file;
}

function fileHeader(sectionHeaders: number): Uint8Array {
  const header = new Uint8Array(64);
  const view = new DataView(header.buffer);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // magic, 64 bit, little endian, ELF version 1
  view.setUint16(16, 3, true); // shared object
  view.setUint16(18, EM_BPF, true);
  view.setUint32(20, 1, true);
  view.setBigUint64(24, BigInt(TEXT_OFFSET), true); // entry point
  view.setBigUint64(40, BigInt(sectionHeaders), true);
  view.setUint16(52, 64, true); // size of this header
  view.setUint16(54, 56, true); // size of a program header
  view.setUint16(58, SECTION_HEADER_LENGTH, true);
  view.setUint16(60, 3, true); // sections
  view.setUint16(62, 2, true); // the one with the names
  return header;
}

function sectionHeader(name: number, type: number, flags: number, offset: number, size: number): Uint8Array {
  const header = new Uint8Array(SECTION_HEADER_LENGTH);
  const view = new DataView(header.buffer);
  view.setUint32(0, name, true);
  view.setUint32(4, type, true);
  view.setBigUint64(8, BigInt(flags), true);
  if (flags !== 0) view.setBigUint64(16, BigInt(offset), true); // virtual address
  view.setBigUint64(24, BigInt(offset), true);
  view.setBigUint64(32, BigInt(size), true);
  view.setBigUint64(48, 8n, true); // alignment
  return header;
}
