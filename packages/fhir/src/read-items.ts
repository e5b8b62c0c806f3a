import type { Cursor } from './cursor.ts';
import type { OpenClaim } from './open-claim.ts';
import { type Places, readItem } from './read-item.ts';
import { bySequence, sequences } from './read-parts.ts';
import type { Member } from './read-team.ts';

/** Reads the lines and who served them; gives the paths of care team members that the claim has no place left for. */
export function readItems(at: Cursor, claim: OpenClaim, team: readonly Member[], origins: Map<string, string>): readonly string[] {
  const items = bySequence(at.list('item'));
  const places = new Map(bySequence(at.list('diagnosis')).map(({ sequence }, place) => [sequence, place + 1]));
  const diagnosisPlaces: Places = { bySequence: places, counted: [...places].every(([sequence, place]) => sequence === place) };
  const named = items.map(({ at: item }) => sequences(item, 'careTeamSequence'));
  const rendering = new Map(team.filter(({ role }) => role === 'rendering').map((member) => [member.sequence, member]));
  const whole = renderingOfAll([...rendering.values()], named);
  const seated = new Set<Member>();
  for (const member of team) {
    if (member.role === undefined || !member.provider || (member.role === 'rendering' && member !== whole)) continue;
    if (claim[member.role] !== undefined) continue;
    claim[member.role] = member.provider;
    seated.add(member);
    origins.set(`/${member.role}`, member.path);
  }
  items.forEach(({ at: item }, index) => {
    const line = readItem(item, diagnosisPlaces);
    const own = (named[index] ?? []).map((sequence) => rendering.get(sequence)).find((member) => member?.provider && member !== whole);
    if (own?.provider) {
      line.rendering = own.provider;
      seated.add(own);
    }
    origins.set(`/lines/${index}`, item.path);
    claim.lines.push(line);
  });
  return team.filter((member) => member.provider && !seated.has(member)).map(({ path }) => path);
}

/** Who rendered the claim as a whole: whoever is called responsible, else a member that every item names, else one that none does. */
function renderingOfAll(rendering: readonly Member[], named: readonly (readonly number[])[]): Member | undefined {
  const uses = new Map<number, number>();
  for (const list of named) for (const sequence of new Set(list)) uses.set(sequence, (uses.get(sequence) ?? 0) + 1);
  const known = rendering.filter(({ provider }) => provider !== undefined);
  return (
    known.find(({ responsible }) => responsible) ??
    known.find(({ sequence }) => uses.get(sequence) === named.length) ??
    known.find(({ sequence }) => !uses.has(sequence))
  );
}
