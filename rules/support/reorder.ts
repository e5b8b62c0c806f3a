import type { ClaimView, DiagnosisView, Found, PatchStep } from '@cleanclaim/core';

/**
 * A patch that lists diagnoses in another order, or leaves one out, and lets each line point to the diagnoses it
 * pointed to. Lists are replaced whole, so that any program that applies the patch gets the same claim.
 */
export function listDiagnoses(claim: ClaimView, order: readonly DiagnosisView[], standIn?: ReadonlyMap<number, number>): PatchStep[] {
  const place = new Map(order.map(({ index }, at) => [index, at]));
  for (const [gone, instead] of standIn ?? []) place.set(gone, place.get(instead) ?? -1);
  const steps: PatchStep[] = [{ op: 'replace', path: '/diagnoses', value: order.map(({ diagnosis }) => diagnosis) }];
  for (const line of claim.lines) {
    const written = line.line.pointers ?? [];
    const value = written.map((pointer, at) => {
      const now = place.get((line.pointers[at] ?? 0) - 1);
      if (now === undefined) return pointer;
      if (typeof pointer === 'number') return now + 1;
      return /^\s*\d/.test(pointer) ? String(now + 1) : String.fromCharCode(65 + now);
    });
    const once = standIn ? value.filter((pointer, at) => value.indexOf(pointer) === at) : value;
    if (once.length !== written.length || once.some((pointer, at) => pointer !== written[at]))
      steps.push({ op: 'replace', path: `${line.path}/pointers`, value: once });
  }
  return steps;
}

/**
 * The patch that puts `cause` just before `diagnosis`. None for a facility claim where that would make another
 * diagnosis the principal one: the record decides that.
 */
export function putBefore(claim: ClaimView, cause: DiagnosisView, diagnosis: DiagnosisView): Pick<Found, 'patch'> {
  if (claim.type === 'institutional' && claim.sequence.some((each, at) => at === 0 && (each === diagnosis || each === cause))) return {};
  const without = claim.diagnoses.filter((each) => each !== cause);
  const order = without.toSpliced(without.indexOf(diagnosis), 0, cause);
  return { patch: listDiagnoses(claim, order) };
}
