import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSealed, storyPath, storyText } from '../../simulator/proofs/story-file.ts';
import { OperatorError } from '../operator-error.ts';
import { whyNot } from '../read-source.ts';
import { writeWhole } from '../write-whole.ts';
import { byPromise } from './by-promise.ts';
import type { ProofsPart } from './proofs-part.ts';

/** Keeps the story of each promise that breaks, where it breaks with the fewest people late; says what became of each file. */
export function saveStories(root: string, { result: { proofs } }: ProofsPart): string[] {
  const stories = byPromise(proofs).flatMap(({ standing, worst: { book, story } }) =>
    standing === 'broken' && story
      ? [{ file: storyPath(book, story.scenario), text: storyText(story.scenario) }]
      : [],
  );
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
