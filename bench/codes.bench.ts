import type { Bench } from './harness.ts';
import { startNode } from './start-node.ts';

const bench: Bench = {
  name: 'codes of this repository',
  about:
    '`drillbook codes --check` here against an empty Node program; each round starts both processes once',
  baseline: { name: 'node -e 0', run: () => startNode('-e', '0') },
  subject: { name: 'drillbook codes --check', run: () => startNode('bundle/run.js', 'codes', '--check') },
  rounds: 11,
  reads: 'cost',
};

export default bench;
