import { applyPatch, type Claim, type PatchStep, type SureFix } from '@cleanclaim/core';
import type { Output } from './output.ts';

/** What `check --fix` changed on a claim: a line for what was there and one for what is there now, with the reason. */
export function showFixes(before: Claim, changes: readonly SureFix[], output: Output): string {
  if (changes.length === 0) return output.paint('grey', 'Nothing on this claim can be repaired with certainty.');
  const lines = [output.bold(`Repaired (${changes.length})`)];
  let claim = before;
  for (const { rule, message, patch } of changes) {
    lines.push(`  ${message} ${output.paint('grey', `[${rule}]`)}`);
    for (const step of patch) {
      lines.push(...showStep(claim, step, output));
      claim = applyPatch(claim, [step]);
    }
  }
  return lines.join('\n');
}

function showStep(claim: Claim, step: PatchStep, output: Output): string[] {
  if (step.op === 'move') return [output.paint('green', `    + ${step.path} (was ${step.from})`)];
  const was = valueAt(claim, step.path);
  return [
    ...(was === undefined ? [] : [output.paint('red', `    - ${step.path} ${written(was)}`)]),
    ...(step.op === 'remove' ? [] : [output.paint('green', `    + ${step.path} ${written(step.value)}`)]),
  ];
}

function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const name of path.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}

/** A list of diagnoses is read by its codes. */
function written(value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isCoded)) return value.map(({ code }) => code).join(', ');
  return JSON.stringify(value) ?? '';
}

function isCoded(value: unknown): value is { code: string } {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
