/** The order of the root help: what a person does first stands first. A command that is not listed comes last. */
export const COMMAND_GROUPS: readonly { title: string; commands: readonly string[] }[] = [
  { title: 'Write a procedure', commands: ['init', 'check', 'explain', 'diff'] },
  { title: 'Try it', commands: ['replay', 'simulate', 'prove', 'coverage', 'merge', 'ci'] },
  { title: 'Use it', commands: ['who', 'card', 'tabletop'] },
  { title: 'Verify the chain', commands: ['verify', 'rehearse', 'codes'] },
];
