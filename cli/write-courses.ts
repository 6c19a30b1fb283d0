import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, stringify } from 'yaml';
import { composeYaml } from '../model/compose-yaml.ts';
import type { CourseMove } from '../model/generated/types.ts';
import { courseOf } from '../simulator/replay/course.ts';
import { OperatorError } from './operator-error.ts';
import type { PlayedDrill } from './replay-scenarios.ts';
import { writeWhole } from './write-whole.ts';

interface PlayedDrills {
  readonly root: string;
  readonly drills: readonly PlayedDrill[];
}

/** What one person does at one time is a move. */
const MOST_MOVES = 1000;

/** Writes into each scenario what has just happened, as the course that it expects from now on; the rest keeps its bytes. */
export function writeCourses({ root, drills }: PlayedDrills): void {
  for (const { replay } of drills) {
    const { file } = replay.scenario.at;
    const path = join(root, file);
    const course = courseOf(replay.run.records);
    if (course.length > MOST_MOVES)
      throw new OperatorError(`in ${file} there are ${course.length} moves: nobody reads so long a course`, {
        hint: 'let the drill end earlier: `ends: 6h`',
      });
    const text = withCourse(readFileSync(path, 'utf8'), course);
    if (text === undefined)
      throw new OperatorError(`${file} has no \`expect:\` that a course could be written below`, {
        hint: 'write `expect:` as a block of lines',
      });
    writeWhole(path, text, 'scenario');
  }
}

/** The last entry of `expect`, whatever stood there of an earlier course taken away. */
export function withCourse(text: string, course: readonly CourseMove[]): string | undefined {
  const root = composeYaml(text).document?.contents;
  if (!isMap(root)) return undefined;
  const expect = root.items.find(({ key }) => String(key) === 'expect')?.value;
  const [first] = isMap(expect) ? expect.items : [];
  if (!isMap(expect) || expect.flow || !first) return undefined;
  const indent = first.key.range[0] - (text.lastIndexOf('\n', first.key.range[0]) + 1);
  const lines = course.map((move) => `${' '.repeat(indent + 2)}- ${flow(move)}\n`);
  const old = expect.items.find(({ key }) => String(key) === 'course');
  const start = old ? text.lastIndexOf('\n', old.key.range[0]) + 1 : endOfLine(text, expect.range[1]);
  const end = old?.value ? endOfLine(text, old.value.range[1]) : start;
  const before = text.slice(0, start);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${' '.repeat(indent)}course:\n${lines.join('')}${text.slice(end)}`;
}

const flow = (move: CourseMove): string =>
  stringify(move, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

/** Just behind the line on which this content ends. */
function endOfLine(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/.test(text[last - 1] as string)) last--;
  const line = text.indexOf('\n', last);
  return line < 0 ? text.length : line + 1;
}
