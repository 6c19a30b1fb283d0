import { standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { undecidedWords } from '../render/proof-card.ts';
import type { Case, Suite } from '../reporters/junit-xml.ts';
import { judgeOf, othersOf } from './judgement.ts';
import { breakWords, demandWords } from './proof-words.ts';
import type { ProofsResult } from './proofs-part.ts';

/** A suite a runbook, a case a promise; a waived break is skipped, one that was not decided has failed. */
export function proofSuites(result: ProofsResult): Suite[] {
  const judge = judgeOf(result);
  const isWaived = (proof: ToldProof) => judge(proof)?.waiver !== undefined;
  const keys = [...new Set(result.proofs.map(({ book, runbook }) => `${book}.${runbook}`))];
  const suites = keys.map((key) => ({
    name: `prove ${key}`,
    cases: result.proofs
      .filter(({ book, runbook }) => `${book}.${runbook}` === key)
      .map((proof) => caseOf(proof, isWaived(proof))),
  }));
  const others = othersOf(result, judge);
  const rest = others.map(({ rule, message, file, line, column, fingerprint }) => ({
    name: `${rule} ${fingerprint}`,
    classname: 'prove',
    type: rule,
    failures: [`${file}:${line}:${column}: ${message}`],
  }));
  return rest.length === 0 ? suites : [...suites, { name: 'prove', cases: rest }];
}

function caseOf(proof: ToldProof, waived: boolean): Case {
  const { book, runbook, promise, position, text } = proof;
  const place = position ? `${position.file}:${position.line}:${position.column}: ` : '';
  const named = { name: promise, classname: `prove.${book}.${runbook}`, type: 'promise-is-kept' };
  switch (standingOf(proof)) {
    case 'kept':
      return { ...named, failures: [] };
    case 'never-called':
      return { ...named, failures: [], skipped: 'never called on in this incident' };
    case 'undecided':
      return { ...named, failures: [`${place}not decided, ${undecidedWords(proof)}`] };
    case 'broken': {
      const how = `"${text}" ${breakWords(proof)}; ${demandWords(proof)}`;
      return waived
        ? { ...named, failures: [], skipped: `waived: ${how}` }
        : { ...named, failures: [`${place}${how}`] };
    }
  }
}
