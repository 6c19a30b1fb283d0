import type { Bench } from './harness.ts';
import { startNode } from './start-node.ts';

const bench: Bench = {
  name: 'start-up',
  about: '`drillbook --help` against an empty Node program; each round starts both processes once',
  baseline: { name: 'node -e 0', run: () => startNode('-e', '0') },
  subject: { name: 'drillbook --help', run: () => startNode('bundle/run.js', '--help') },
  rounds: 21,
  reads: 'cost',
};

export default bench;
