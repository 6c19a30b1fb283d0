import type { Mark } from '../../publish/parts/mark.ts';

/** How the parts of our own pages are marked. */
export const docsMark = (name: string): Mark => ({ kind: 'docs', name, command: 'npm run docs' });
