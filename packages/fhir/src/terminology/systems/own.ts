import type { Data, Day } from '@cleanclaim/core';
import type { SystemShelf } from '../library.ts';
import type { OwnMaps } from '../translate.ts';

/** The code systems and maps that Cleanclaim has data of; `today` says which version is in force where none is asked for. */
export function ownTerminology(_data: Data, _today: () => Day): { readonly shelf: SystemShelf; readonly maps: OwnMaps } {
  return { shelf: { systems: [] }, maps: { pairs: [], translate: () => undefined } };
}
