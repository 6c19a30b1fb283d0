import { bytesOf, type Code, unsigned } from './instructions.ts';

const I32 = 0x7f;
const I64 = 0x7e;

/** A function that returns nothing; its parameters are i32, its locals after them i64. */
export interface WasmFunction {
  readonly parameters: number;
  readonly locals: number;
  readonly body: Code;
}

/** A module of these functions and one page of memory, exported as `memory` (WebAssembly Core Specification 2.0, section 5.5). */
export function wasmModule(functions: Readonly<Record<string, WasmFunction>>): Uint8Array {
  const all = Object.values(functions);
  const names = Object.keys(functions);
  return new Uint8Array(
    bytesOf([
      [0x00, ascii('asm'), 1, 0, 0, 0],
      section(1, vector(all.map(typeOf))),
      section(3, vector(all.map((_, index) => unsigned(index)))),
      section(5, vector([[0x00, 1]])),
      section(7, vector([exported('memory', 2, 0), ...names.map((name, index) => exported(name, 0, index))])),
      section(10, vector(all.map(bodyOf))),
    ]),
  );
}

const ascii = (text: string): Code => [...text].map((letter) => letter.charCodeAt(0));
const vector = (items: readonly Code[]): Code => [unsigned(items.length), items];
const section = (id: number, content: Code): Code => [id, sized(content)];

function sized(content: Code): Code {
  const bytes = bytesOf(content);
  return [unsigned(bytes.length), bytes];
}

const exported = (name: string, kind: number, index: number): Code => [
  sized(ascii(name)),
  kind,
  unsigned(index),
];

const typeOf = ({ parameters }: WasmFunction): Code => [
  0x60,
  vector(Array.from({ length: parameters }, () => I32)),
  0,
];

const bodyOf = ({ locals, body }: WasmFunction): Code =>
  sized([vector([[unsigned(locals), I64]]), body, 0x0b]);
