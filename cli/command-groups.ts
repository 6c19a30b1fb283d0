/** The order of the root help: what a person does first stands first. A command that is not listed comes last. */
export const COMMAND_GROUPS: readonly { title: string; commands: readonly string[] }[] = [
  { title: 'Write a procedure', commands: ['init', 'check', 'explain', 'diff'] },
  { title: 'Try it', commands: ['replay', 'simulate', 'prove', 'coverage', 'mutate', 'merge', 'ci'] },
  { title: 'Use it', commands: ['who', 'card', 'tabletop', 'exercises'] },
  { title: 'Verify the chain', commands: ['verify', 'rehearse', 'codes'] },
];

/** Commands in the order of the groups; `id` holds words parted by spaces, of which the first decides. */
export function groupedCommands<Command extends { readonly id: string }>(
  commands: readonly Command[],
): { title: string; commands: Command[] }[] {
  const listed = new Set(COMMAND_GROUPS.flatMap((group) => group.commands));
  const rest = commands.map(({ id }) => topic(id)).filter((name) => !listed.has(name));
  return [...COMMAND_GROUPS, { title: 'More', commands: [...new Set(rest)].sort() }]
    .map(({ title, commands: names }) => ({
      title,
      commands: names.flatMap((name) => commands.filter(({ id }) => topic(id) === name)),
    }))
    .filter((group) => group.commands.length > 0);
}

const topic = (id: string) => id.split(' ')[0] ?? id;
