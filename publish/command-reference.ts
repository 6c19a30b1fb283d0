/** What is read of a command in the manifest of the program. */
export interface ShownCommand {
  /** `verify:freeze`, or with spaces. */
  readonly id: string;
  readonly summary?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly args: Readonly<Record<string, ShownArgument>>;
  readonly flags: Readonly<Record<string, ShownFlag>>;
}

interface ShownArgument {
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
}

interface ShownFlag {
  readonly name: string;
  readonly char?: string;
  readonly type: 'boolean' | 'option';
  readonly summary?: string;
  readonly helpValue?: string;
  readonly required?: boolean;
  readonly multiple?: boolean;
  readonly default?: unknown;
  readonly options?: readonly string[];
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly ShownCommand[];
}

/** Every command with its arguments, flags and examples, group by group, as Markdown. */
export const commandReference = (program: string, groups: readonly CommandGroup[]): string =>
  [
    ...groups.map(({ title, commands }) => contents(program, title, commands)),
    ...groups.flatMap(({ title, commands }) => [
      `## ${title}`,
      ...commands.flatMap((command) => section(program, command)),
    ]),
  ].join('\n\n');

/** A line for each command, and one for all that begin with the same word: for a page that leads to the reference. */
export const commandTable = (program: string, groups: readonly CommandGroup[], page: string): string =>
  [
    '| command | what it does |',
    '|---|---|',
    ...groups.flatMap((group) => topicRows(program, group, page)),
  ].join('\n');

function topicRows(program: string, { commands }: CommandGroup, page: string): string[] {
  const topics = new Map<string, ShownCommand[]>();
  for (const command of commands) {
    const [topic = ''] = wordsOf(command);
    topics.set(topic, [...(topics.get(topic) ?? []), command]);
  }
  return [...topics].map(([topic, members]) => {
    const [first] = members as [ShownCommand];
    const link = `${page}#${nameOf(program, first).replaceAll(' ', '-')}`;
    if (wordsOf(first).length === 1)
      return `| [\`${nameOf(program, first)}\`](${link}) | ${cell(sentence(first))} |`;
    const names = members.map((member) => `\`${wordsOf(member).slice(1).join(' ')}\``).join(', ');
    return `| [\`${program} ${topic} ...\`](${link}) | ${names} |`;
  });
}

const contents = (program: string, title: string, commands: readonly ShownCommand[]): string =>
  [
    `**${title}**`,
    '',
    ...commands.map((command) => {
      const name = nameOf(program, command);
      return `- [${name}](#${name.replaceAll(' ', '-')}): ${sentence(command)}`;
    }),
  ].join('\n');

function section(program: string, command: ShownCommand): string[] {
  const { args, flags, description, examples = [] } = command;
  const name = nameOf(program, command);
  const rows = [...Object.values(args).map(argumentRow), ...ownFlags(flags).map(flagRow)];
  return [
    `### ${name}`,
    `**${sentence(command)}**`,
    ...(description === undefined ? [] : [description]),
    fence([[name, ...Object.values(args).map(argumentWord), ...ownFlags(flags).map(flagWord)].join(' ')]),
    ...(rows.length === 0 ? [] : [['| | |', '|---|---|', ...rows].join('\n')]),
    ...(examples.length === 0
      ? []
      : ['For example:', fence(examples.map((line) => line.replaceAll('<%= config.bin %>', program)))]),
  ];
}

const wordsOf = ({ id }: ShownCommand) => id.split(/[ :]/);

const nameOf = (program: string, command: ShownCommand) => [program, ...wordsOf(command)].join(' ');

/** `--json` is said once for all commands. */
const ownFlags = (flags: ShownCommand['flags']) => Object.values(flags).filter(({ name }) => name !== 'json');

const sentence = ({ summary = '' }: ShownCommand) => summary;

const optional = (word: string, isRequired = false) => (isRequired ? word : `[${word}]`);

const argumentWord = ({ name, required }: ShownArgument) => optional(name.toUpperCase(), required);

function flagWord(flag: ShownFlag): string {
  return `${optional(flagName(flag), flag.required)}${flag.multiple ? '...' : ''}`;
}

const flagName = ({ name, type, helpValue, options }: ShownFlag) =>
  type === 'boolean' ? `--${name}` : `--${name} ${helpValue ?? options?.join('|') ?? 'VALUE'}`;

const argumentRow = ({ name, description = '', required }: ShownArgument) =>
  `| \`${name.toUpperCase()}\` | ${cell(description)}${required ? ' Required.' : ''} |`;

function flagRow(flag: ShownFlag): string {
  const short = flag.char === undefined ? '' : `\`-${flag.char}\`, `;
  const usual = flag.default === undefined ? '' : ` Without it: ${String(flag.default)}.`;
  const required = flag.required ? ' Required.' : '';
  return `| ${short}\`${cell(flagName(flag))}\` | ${cell(flag.summary ?? '')}${usual}${required} |`;
}

const fence = (lines: readonly string[]) => `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
