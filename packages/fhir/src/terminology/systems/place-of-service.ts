import type { Data, PlaceOfService } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { JsonObject } from '../json.ts';
import type { KnownSystem } from '../library.ts';
import { ResourceCodeSystem } from '../resource-code-system.ts';

/** The two digits that say where a service took place. */
export function placeOfServiceSystem(data: Data): KnownSystem | undefined {
  const table = data.placeOfService();
  if (!table) return undefined;
  const version = table.edition.replace(/^place-of-service-/, '');
  let opened: ResourceCodeSystem | undefined;
  return {
    url: SYSTEM.placeOfService,
    name: 'CMSPlaceOfServiceCodes',
    title: 'CMS place of service codes',
    versions: () => [version],
    resolve: (written) => (written === version || written === table.edition ? version : undefined),
    open: () =>
      (opened ??= new ResourceCodeSystem({
        resourceType: 'CodeSystem',
        url: SYSTEM.placeOfService,
        version,
        name: 'CMSPlaceOfServiceCodes',
        title: 'CMS place of service codes',
        status: 'active',
        language: 'en',
        content: 'complete',
        valueSet: `${SYSTEM.placeOfService}/vs`,
        property: [{ code: 'effectiveFrom', type: 'dateTime', description: 'First day, where the list states one' }],
        concept: table.list.map(concept),
      })),
  };
}

function concept({ code, display, definition, from }: PlaceOfService): JsonObject {
  return {
    code,
    display,
    ...(definition === null ? {} : { definition }),
    ...(from === null ? {} : { property: [{ code: 'effectiveFrom', valueDateTime: from }] }),
  };
}
