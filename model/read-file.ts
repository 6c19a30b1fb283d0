import { andMore } from './and-more.ts';
import type { BuiltInRuleId } from './built-in-rules.ts';
import { composeYaml } from './compose-yaml.ts';
import { decodeText } from './decode-text.ts';
import type { Finding } from './finding.ts';
import { linePositions, type PositionOf } from './line-positions.ts';
import { makeFinding } from './make-finding.ts';
import { code } from './schema/words.ts';
import {
  MAX_DEPTH,
  MAX_FILE_BYTES,
  MAX_FINDINGS_PER_FILE,
  type RefusedFile,
  type SourceFile,
  tooLarge,
} from './source-file.ts';
import { unreadableText } from './unreadable-text.ts';
import { tellingErrors, yamlSentence } from './yaml-sentences.ts';
import { type ValueProblem, yamlValue } from './yaml-value.ts';

/** A file as text and value. With findings the value is what could be read in spite of them, or undefined. */
export interface ReadFile {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

type ReportAt = (rule: BuiltInRuleId, offset: number, message: string, hint?: string) => void;

export function readFile(source: SourceFile | RefusedFile): ReadFile {
  if ('refused' in source) return unread(source.file, '', 0, source.refused, source.hint);
  const { file, bytes } = source;
  if (bytes.length > MAX_FILE_BYTES) return readFile(tooLarge(file, bytes.length));
  const decoded = decodeText(bytes);
  if ('badByte' in decoded) {
    const good = new TextDecoder('utf-8').decode(bytes.subarray(0, decoded.badByte));
    return unread(file, good, good.length, 'this byte is not UTF-8', 'save the file with the encoding UTF-8');
  }
  const bad = unreadableText(decoded.text);
  return bad ? unread(file, decoded.text, bad.offset, bad.message, bad.hint) : readText(file, decoded.text);
}

function unread(file: string, text: string, offset: number, message: string, hint?: string): ReadFile {
  const position = linePositions(file, text)(offset);
  const finding = makeFinding({ rule: 'file-is-readable', position, subject: '', message, hint });
  return { file, text, value: undefined, findings: [finding] };
}

function readText(file: string, text: string): ReadFile {
  const findings = new Map<string, Finding>();
  let dropped = 0;
  const positionOf = linePositions(file, text);
  const report: ReportAt = (rule, offset, message, hint) => {
    const position = positionOf(offset);
    // One slip makes the parser stumble several times on a line: the first time says it best.
    const place = rule === 'yaml-is-readable' ? `${position.line}` : `${position.line}:${position.column}`;
    if (findings.has(place)) return;
    if (findings.size < MAX_FINDINGS_PER_FILE)
      findings.set(place, makeFinding({ rule, position, subject: message, message, hint }));
    else dropped++;
  };
  const { document, ...stops } = composeYaml(text);
  reportStops(stops, report);
  for (const error of tellingErrors([...(document?.errors ?? []), ...(document?.warnings ?? [])])) {
    const { message, hint } = yamlSentence(error);
    report('yaml-is-readable', error.pos[0], message, hint);
  }
  // After a slip in the structure keys and values are not where they were meant to be: only the slip is told.
  const sound = document?.errors.length === 0;
  const value =
    document && yamlValue(document.contents, (problem) => sound && reportValue(problem, positionOf, report));
  if (value === null && findings.size === 0) report('yaml-is-readable', 0, 'the file is empty');
  return {
    file,
    text,
    value: value ?? undefined,
    findings: [...findings.values(), ...andMore('yaml-is-readable', file, dropped)],
  };
}

function reportStops(
  stops: Record<'tooDeepAt' | 'directiveAt' | 'secondDocumentAt', number | undefined>,
  report: ReportAt,
): void {
  const sentences = [
    [stops.tooDeepAt, `lists and mappings nest deeper than ${MAX_DEPTH} levels here`],
    [stops.directiveAt, 'directives such as %YAML have no meaning here', 'leave it out'],
    [stops.secondDocumentAt, 'a second document begins here', 'put it in a file of its own'],
  ] as const;
  for (const [offset, message, hint] of sentences)
    if (offset !== undefined) report('yaml-is-readable', offset, message, hint);
}

function reportValue(problem: ValueProblem, positionOf: PositionOf, report: ReportAt): void {
  if (problem.name === 'duplicate-key') {
    const { line } = positionOf(problem.first);
    const message = `${code(problem.key)} stands here twice, first on line ${line}`;
    report('key-stands-once', problem.offset, message);
  } else report('yaml-is-readable', problem.offset, problem.message);
}
