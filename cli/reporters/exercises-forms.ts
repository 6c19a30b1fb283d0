import { type ExercisesReport, isToBeHeld, type ReportedExercise } from '../exercises-report.ts';
import { NO_PAINT } from '../paint.ts';
import { exercisesVerdict, renderExercises, when } from '../render/exercises-report.ts';
import { annotation } from './github.ts';
import { json } from './json.ts';
import { page } from './markdown.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { Forms } from './reporter.ts';

/** The forms of `exercises`. */
export const EXERCISES_FORMS = {
  text: (report, around) => `${renderExercises(report, around)}\n`,
  json,
  github: (report, { prefix }) =>
    `${report.exercises.filter(isToBeHeld).map(noted(prefix)).join('')}${exercisesVerdict(report, NO_PAINT)}\n`,
  markdown: (report) => page(markdownLines(report)),
} as const satisfies Forms<ExercisesReport>;

const noted = (prefix: string) => (exercise: ReportedExercise) =>
  annotation(
    exercise.state === 'overdue' ? 'error' : 'notice',
    {
      ...exercise,
      rule: 'exercise-is-held-in-its-quarter',
      message: `${exercise.quarter} "${exercise.title}": ${when(exercise)}`,
    },
    prefix,
  );

/** A table stands there only when something is to be held. */
function markdownLines(report: ExercisesReport): string[] {
  const open = report.exercises.filter(isToBeHeld);
  const mark = open.length === 0 ? '✅' : open.some(({ state }) => state === 'overdue') ? '❌' : '📅';
  const verdict = exercisesVerdict(report, NO_PAINT).replace(/^[✓✗] /, '');
  return [
    `### ${mark} Exercises: ${markdownText(verdict)}`,
    ...(open.length === 0
      ? []
      : ['', ...markdownTable(['quarter', 'exercise', 'when', 'who', 'what for', 'play'], open.map(row))]),
  ];
}

const row = (exercise: ReportedExercise) => [
  markdownText(exercise.quarter),
  markdownText(exercise.title),
  markdownText(when(exercise)),
  markdownText(exercise.participants.join(', ')),
  markdownText(exercise.objective),
  exercise.scenarios.length === 0
    ? ''
    : `<code>${markdownText(`drillbook replay ${exercise.scenarios.join(' ')}`)}</code>`,
];
