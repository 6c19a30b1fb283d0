import { drillFindings } from '../drill-findings.ts';
import { renderReplay, renderReplayShort } from '../render/replay-report.ts';
import { replaysAsJson } from '../replay-json.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { drillSuites } from './junit.ts';
import { junitXml } from './junit-xml.ts';
import { replayMarkdown } from './markdown.ts';
import type { Render } from './reporter.ts';
import { sarif } from './sarif.ts';

type Drills = readonly PlayedDrill[];

const rendered =
  (one: typeof renderReplay): Render<Drills> =>
  (drills, { width, paint }) =>
    `${drills.map(({ book, replay }) => one(book, replay, width, paint)).join('\n\n')}\n`;

/** The forms of `replay`; `whole`: the text shows every timeline. */
export const replayForms = (whole: boolean) => ({
  text: rendered(whole ? renderReplay : renderReplayShort),
  json: (drills: Drills) => json(replaysAsJson(drills)),
  github: ((drills, { prefix }) => annotations(drillFindings(drills), prefix)) satisfies Render<Drills>,
  sarif: ((drills, around) => sarif({ findings: drillFindings(drills) }, around)) satisfies Render<Drills>,
  junit: (drills: Drills) => junitXml(drillSuites(drills)),
  markdown: replayMarkdown,
});
