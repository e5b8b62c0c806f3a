import type { Provider } from '@cleanclaim/core';
import { type Coding, codingsOf, type Cursor, take } from './cursor.ts';
import { bySequence } from './read-parts.ts';
import { readProvider, readTaxonomy } from './read-people.ts';
import type { Resources } from './resources.ts';
import { SYSTEM, TEAM_ROLES, type TeamRole } from './systems.ts';

/** A care team member by its sequence. */
export interface Member {
  readonly sequence: number;
  readonly role: TeamRole | undefined;
  readonly provider: Provider | undefined;
  readonly responsible: boolean;
  readonly path: string;
}

/** The care team, in order of its sequences. */
export function readTeam(at: Cursor, resources: Resources): readonly Member[] {
  return bySequence(at.list('careTeam')).map(({ at: each, sequence }) => {
    const role = readRole(codingsOf(each.get('role')));
    // Nothing of a member without a field of the claim is carried over, so nothing of it is read.
    const provider = role === undefined ? undefined : readProvider(each.get('provider'), resources);
    const taxonomy =
      role === undefined ? undefined : (readTaxonomy(each.oneOrMany('qualification')) ?? readTaxonomy(each.oneOrMany('specialty')));
    return {
      sequence,
      role,
      provider: provider && { ...provider, ...(taxonomy === undefined ? {} : { taxonomy }) },
      responsible: each.boolean('responsible') === true,
      path: each.path,
    };
  });
}

function readRole(codings: readonly Coding[]): TeamRole | undefined {
  for (const [role, [x12, , code]] of Object.entries(TEAM_ROLES)) {
    const found = codings.filter((coding) => (coding.system === SYSTEM.x12Entity ? coding.code === x12 : coding.code === code));
    if (found.length === 0) continue;
    for (const coding of found) take(coding);
    return role as TeamRole;
  }
  // Who performed what the claim is for, by other names.
  const other = codings.find(({ code }) => code === 'primary' || code === 'performing');
  if (!other) return undefined;
  take(other);
  return 'rendering';
}
