import { andMore } from './and-more.ts';
import type { Finding } from './finding.ts';
import { namedPath } from './fingerprint.ts';
import type { Place } from './link/declarations.ts';
import { type Locate, locator } from './locate.ts';
import { makeFinding } from './make-finding.ts';
import type { At, Path, Position } from './position.ts';
import type { Problem, ReportProblem } from './problem.ts';
import type { ReadFile } from './read-file.ts';
import { MAX_FINDINGS_PER_BOOK, MAX_FINDINGS_PER_FILE } from './source-file.ts';

/** Gathers problems by file and knows where in the text they stand. */
export interface ProblemLog {
  reportIn(file: string): ReportProblem;
  /** "on line 3", or "in policies/x/roles.yaml:3" when it is another file. */
  lineOf(place: Place, seenFrom: string): string;
  position(at: At): Position;
  namedPath(at: At): Path;
  findings(): Finding[];
}

export function problemLog(files: readonly ReadFile[]): ProblemLog {
  const texts = new Map(files.map((file) => [file.file, file]));
  const locators = new Map<string, Locate>();
  let kept = 0;
  const problems = new Map<string, { kept: Problem[]; dropped: number }>();
  const locate = (file: string): Locate => {
    let found = locators.get(file);
    if (!found) {
      found = locator(file, texts.get(file)?.text ?? '');
      locators.set(file, found);
    }
    return found;
  };
  return {
    position: ({ file, path }) => locate(file)(path, 'node'),
    namedPath: ({ file, path }) => namedPath(texts.get(file)?.value, path),
    reportIn(file) {
      return (make) => {
        const entry = problems.get(file) ?? { kept: [], dropped: 0 };
        problems.set(file, entry);
        if (entry.kept.length < MAX_FINDINGS_PER_FILE && kept < MAX_FINDINGS_PER_BOOK) {
          kept++;
          entry.kept.push(make());
        } else entry.dropped++;
      };
    },
    lineOf({ at, target }, seenFrom) {
      const { line } = locate(at.file)(at.path, target);
      return at.file === seenFrom ? `on line ${line}` : `in ${at.file}:${line}`;
    },
    findings: () =>
      [...problems].flatMap(([file, { kept, dropped }]) => {
        const root = texts.get(file)?.value;
        return [
          ...kept.map((problem) => toFinding(problem, root, locate(file))),
          ...andMore('document-fits-its-schema', file, dropped),
        ];
      }),
  };
}

function toFinding({ path, target, ...rest }: Problem, root: unknown, locate: Locate): Finding {
  return makeFinding({ ...rest, position: locate(path, target), path: namedPath(root, path) });
}
