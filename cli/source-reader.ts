import { parsersFor, readFacts } from '../contract/source-facts.ts';
import type { ContractWork } from './contract-work.ts';
import { loadParsers } from './load-parsers.ts';
import { repositoryText } from './repository-text.ts';

/**
 * Reads sources with the parsers that they need. The one for TypeScript, which most registries ask for, is loaded at once: a thread that
 * is started before the books are read has it by the time they are.
 */
export function sourceReader(): ContractWork['readSources'] {
  const soon = loadParsers(new Set(['typescript']));
  return async ({ root, asked }) => {
    const needed = new Set(asked.flatMap(parsersFor));
    needed.delete('typescript');
    const parsers = { ...(await loadParsers(needed)), typescript: (await soon).typescript };
    const textOf = repositoryText(root);
    return asked.map((request) => readFacts(request, parsers, textOf));
  };
}
