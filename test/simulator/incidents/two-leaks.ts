import { play } from '../tiny-book.ts';

/** Mould beside the leak: work of one hour for the same plumber, less urgent. */
export const MOULD = `
kind: runbook
id: mould
title: Mould grows
runs: incident
source: {section: "3"}
severity: {always: P1}
phases:
  - id: scrub
    title: Scrub
    order: sequence
    steps:
      - {id: look, text: Look., by: worker, takes: 0..60m}
      - {id: scrub, text: Scrub., by: worker, takes: 0..60m}
      - {id: paint, text: Paint., by: worker, takes: 0..60m, produces: [mould-gone]}
resolved: {when: [mould-gone]}
close: {by: worker}
---
kind: monitors
monitors:
  walls:
    title: Walls
    tool: Nose
    interval: real-time
    thresholds: {P1: {condition: mouldy, text: The wall is mouldy., opens: mould, sets: [wall-wet]}}
    source: {section: "3"}
`;

export const BOTH = '[{id: cellar, runbook: leak}, {id: attic, runbook: mould}]';

/** Plays two incidents of the house: the leak in the cellar and the mould in the attic, or what is given. */
export const playTwo = (scenario: string, more = '', incidents = BOTH) =>
  play(
    [MOULD, `kind: scenario\nid: drill\nrunbook:\nincidents: ${incidents}\n${scenario}`, more]
      .filter((text) => text !== '')
      .join('\n---\n'),
  );
