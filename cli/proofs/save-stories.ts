import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioDocument } from '../../model/generated/types.ts';
import { isSealed, storyPath, storyText } from '../../simulator/proofs/story-file.ts';
import { OperatorError } from '../operator-error.ts';
import { whyNot } from '../read-source.ts';
import { writeWhole } from '../write-whole.ts';
import { byPromise } from './by-promise.ts';
import type { ProofsPart } from './proofs-part.ts';

/** What is to be kept of a promise that breaks. */
export interface Keepable {
  readonly book: string;
  readonly scenario: ScenarioDocument;
}

/** Of each promise that breaks, the story with the fewest people late. */
export const storiesOf = ({ result: { proofs } }: ProofsPart): Keepable[] =>
  byPromise(proofs).flatMap(({ standing, worst: { book, story } }) =>
    standing === 'broken' && story ? [{ book, scenario: story.scenario }] : [],
  );

/** Writes stories as drills; says what became of each file. */
export function saveStories(root: string, kept: readonly Keepable[]): string[] {
  const stories = kept.map(({ book, scenario }) => ({
    file: storyPath(book, scenario),
    text: storyText(scenario),
  }));
  if (stories.length === 0) return ['no story was saved: nothing breaks that should not'];
  return stories.map(({ file, text }) => {
    const old = textOf(join(root, file));
    if (old === text) return `${file} holds this story already`;
    if (old !== undefined && !isSealed(old))
      return `${file} was edited by hand and is kept as it is: move it away to have this story written`;
    writeWhole(join(root, file), text, 'story');
    return `${file} written: \`drillbook replay ${file}\` plays it`;
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new OperatorError(`the story ${file} cannot be read: ${whyNot(error)}`);
  }
}
