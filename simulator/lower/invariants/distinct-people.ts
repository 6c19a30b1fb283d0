import { all, any } from '../../kernel/guard.ts';
import { holdersOf } from '../people.ts';
import { inScope, type Lowering, nameOf, register } from './register.ts';

/** No one person acts in two of these roles, through a backup or in provisional command; met once all of them were acted in. */
export const lowerDistinct: Lowering = (scene, invariant) => {
  const { violate, meet, unbroken } = register(scene, invariant);
  const { b } = scene;
  const roles = invariant.distinct_people ?? [];
  const holders = roles.map((role) => holdersOf(scene, role).map(({ person }) => person));
  const acted = (index: number, person: string) => b.is(`acted/${roles[index]}/${person}`);
  const applies = inScope(scene, invariant);
  roles.forEach((_, index) => {
    for (let other = index + 1; other < roles.length; other++)
      for (const person of holders[index] ?? [])
        if (holders[other]?.includes(person))
          b.consequence(
            `${nameOf(invariant)}: ${person}`,
            all(unbroken, applies, acted(index, person), acted(other, person)),
            violate,
          );
  });
  const name = `promise/${nameOf(invariant)}`;
  const everyRole = holders.map((people, index) => any(...people.map((person) => acted(index, person))));
  b.consequence(`${name} kept`, all(b.is(name, 0), applies, ...everyRole), meet);
};
