import type { Position } from '../../model/position.ts';
import type { ContractView } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** Vectors that were run gave what they expect, and could be run at all. */
export const truthful: ContractCheck = (view, report) => {
  for (const [file, seen] of view.observations) {
    if (seen.kind === 'refused')
      report({
        rule: 'vector-tells-the-truth',
        position: { file, line: 1, column: 1 },
        subject: 'refused',
        message: `nothing was run: ${seen.problem}`,
        mend: 'mend the file; until then no code counts as returned',
      });
    else
      for (const { id, expected, got } of seen.lies)
        report({
          rule: 'vector-tells-the-truth',
          position: vectorPosition(view, file, id),
          subject: id,
          message: `the vector \`${id}\` expects ${expected}, the run gave ${got}`,
          mend: 'mend the vector, or the function if the vector is right',
        });
  }
};

const vectorPosition = ({ vectors }: ContractView, file: string, id: string): Position => {
  const all = vectors.flatMap(({ expected }) => expected);
  const vector =
    all.find((each) => each.id === id && each.file === file) ?? all.find((each) => each.id === id);
  return vector?.position() ?? { file, line: 1, column: 1 };
};
