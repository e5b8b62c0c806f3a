/**
 * Predetermination guides as differences from the claim guides: 005010X291 from X222, 005010X292 from X223. The claim
 * says so in CLM19 and nothing has been done yet, so there is no date of service, statement or admission. The
 * differences are those that the corpus shows; other ones may exist, so these guides are judged leniently.
 */
type Change = readonly [from: string, to: string];

const CLAIM: readonly Change[] = [['1383N', '1383RID2{08}']];
const PROFESSIONAL: readonly Change[] = [...CLAIM, ['DTP.472 8 R 1 ', 'DTP.472 8 S 1 ']];
const INSTITUTIONAL: readonly Change[] = [
  ...CLAIM,
  ['DTP.434 2 R 1 ', 'DTP.434 2 S 1 '],
  ['1315RID1<admission-priority>', '1315SID1<admission-priority>'],
];

export function professionalPredetermination(map: string): string {
  return changed(map, '837P', '837P-X291', '005010X291', PROFESSIONAL);
}

export function institutionalPredetermination(map: string): string {
  return changed(map, '837I', '837I-X292', '005010X292', INSTITUTIONAL);
}

function changed(map: string, id: string, newId: string, version: string, changes: readonly Change[]): string {
  const head = map.slice(0, map.indexOf('\n'));
  let text = map.replace(head, `guide ${newId} set 837 group HC versions ${version}`).replace(/1705([RS])AN1-35\{[^}]*\}/, '1705$1AN1-35');
  if (!head.startsWith(`guide ${id} `)) throw new Error(`this is not the map of ${id}`);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the map of ${id} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}
