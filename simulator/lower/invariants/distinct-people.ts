import { all } from '../../kernel/guard.ts';
import { type Lowering, nameOf, register } from './register.ts';

/** No one person acts in two of these roles: two roles that fall to one person, both engaged, break it. */
export const lowerDistinct: Lowering = (scene, invariant) => {
  const { violate, meet, unbroken } = register(scene, invariant);
  const { book, b } = scene;
  const roles = invariant.distinct_people ?? [];
  const holders = (role: string) => [book.roles.get(role)?.held_by, book.contacts.get(role)?.backup];
  for (const [index, role] of roles.entries())
    for (const other of roles.slice(index + 1))
      for (const person of holders(role))
        if (person !== undefined && holders(other).includes(person))
          b.consequence(
            `${nameOf(invariant)}: ${person}`,
            all(unbroken, b.is(`acted/${role}/${person}`), b.is(`acted/${other}/${person}`)),
            violate,
          );
  for (const role of roles) b.on(`acknowledged.${role}`, meet);
};
