import { runVectors } from '../contract/run-vectors.ts';
import type { ContractWork } from './contract-work.ts';
import { repositoryText } from './repository-text.ts';

export const vectorRunner =
  (): ContractWork['runVectors'] =>
  async ({ root, asked }) => {
    const textOf = repositoryText(root);
    return asked.map((files) => runVectors(files, textOf));
  };
