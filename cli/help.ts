import { Help, normalizeArgv } from '@oclif/core/help';
import { rootHelp } from './root-help.ts';
import { unknownCommand } from './unknown-name.ts';

/** oclif's help for one command, our own page for the root, and "did you mean" for a command that is not there. */
export default class DrillbookHelp extends Help {
  override async showHelp(argv: string[]): Promise<void> {
    const words = argv.filter((word) => !word.startsWith('-'));
    const [id] = normalizeArgv(this.config, words);
    if (id && !this.config.findCommand(id) && !this.config.findTopic(id)) {
      throw unknownCommand(
        id.split(':'),
        this.visible().map((line) => line.id),
      );
    }
    await super.showHelp(argv);
  }

  protected override async showRootHelp(): Promise<void> {
    this.log(rootHelp(this.config.pjson['description'] ?? '', this.visible()).trimEnd());
  }

  private visible() {
    return this.sortedCommands.map(({ id, summary, description }) => ({
      id: id.replaceAll(':', ' '),
      summary: summary ?? description?.split('\n')[0] ?? '',
    }));
  }
}
