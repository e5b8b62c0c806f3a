import type { CodeSystem } from '../system.ts';

export const placeOfService: CodeSystem = {
  id: 'place-of-service',
  name: 'Place of service code',
  owner: 'Centers for Medicare & Medicaid Services (CMS)',
  rhythm: 'When CMS adds a place; every few years.',
  read(code, { data, on }) {
    if (!/^\d{2}$/.test(code)) return undefined;
    const places = data.placeOfService();
    const place = places?.find(code);
    const facts = {
      code,
      kind: 'place',
      says: 'A place: where the service was given.',
    } as const;
    if (!places || !place)
      return {
        ...facts,
        category: places ? 'Not assigned' : 'Place of service',
        certain: false,
        next: places ? 'Check the digits: the list of places has no such code.' : 'Install the list of places: cleanclaim data list',
        likely: places ? 25 : 60,
      };
    return {
      ...facts,
      category: 'Place of service',
      display: place.display,
      certain: true,
      next: places.inForce(code, on)
        ? 'It stands on each line of a professional claim, in box 24B of the CMS-1500.'
        : `It serves from ${place.from}; use another place for ${on}.`,
      likely: 70,
    };
  },
};
