import type { Sections } from '../write-pack.ts';

export function searchSections(_sections: Sections): Sections {
  return {};
}
