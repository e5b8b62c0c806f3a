import { joinPlans, parseJson, type PayerPlan, readPlans } from '@cleanclaim/core';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import { readText } from './inputs.ts';

/** Plans of the user's own, from a JSON file of one or several, before the given ones. What is wrong is told with file and place. */
export async function loadPlans(path: string, given: readonly PayerPlan[]): Promise<PayerPlan[]> {
  const parsed = parseJson(await readText(path));
  if (!parsed.ok) throw inFile(path, new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path));
  try {
    return joinPlans(readPlans(parsed.value), given);
  } catch (error) {
    throw isCleanclaimError(error) ? inFile(path, error) : error;
  }
}

function inFile(path: string, { failure: { code, message, path: place } }: CleanclaimError): CleanclaimError {
  return new CleanclaimError(code, `--plan ${quote(path)}: ${message}`, place);
}
