import * as Flags from '@oclif/core/flags';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { dayFlag, dayOf } from '../day-flag.ts';
import { deliver } from '../deliver.ts';
import { type ExercisesReport, exercisesExit, exercisesReport } from '../exercises-report.ts';
import { chooseFormats, formatFlag } from '../formats.ts';
import { EXERCISES_FORMS } from '../reporters/exercises-forms.ts';
import { soundBooks } from '../sound-book.ts';
import { surroundingsOf } from '../surroundings.ts';

export default class Exercises extends DrillbookCommand {
  static override summary = 'Say which tabletop exercise is due, overdue, held or still to come.';
  static override description =
    'Reads the tabletop schedule of the books here. An exercise whose quarter passed without a record is a finding.';
  static override examples = [
    '<%= config.bin %> exercises',
    '<%= config.bin %> exercises --due',
    '<%= config.bin %> exercises --due --at 2027-01-01 --format markdown',
  ];
  static override flags = {
    ...bookFlag,
    due: Flags.boolean({ summary: 'Only what is to be held in this quarter, or was not held in its own.' }),
    ...dayFlag,
    ...formatFlag(EXERCISES_FORMS),
  };

  async run(): Promise<ExercisesReport> {
    const { flags } = await this.parse(Exercises);
    const formats = chooseFormats(flags.format, EXERCISES_FORMS);
    const { books, root } = soundBooks(flags.book, 'procedures');
    const report = exercisesReport(books, dayOf(flags.at), flags.due);
    deliver(formats, report, surroundingsOf(root, this.config.version), (text) => this.log(text));
    this.exitAs(exercisesExit(report));
    return report;
  }
}
