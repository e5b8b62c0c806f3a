export { type CodeSystem, type Concept } from './code-system.ts';
export { outcomeOf, TerminologyError } from './issues.ts';
export { isObject, type Json, type JsonObject, objects } from './json.ts';
export { type KnownSystem, type SystemShelf } from './library.ts';
export { Parameters } from './parameters.ts';
export { toR4 } from './r4.ts';
export {
  bodyParameters,
  entryRequest,
  notFound,
  type ServiceParts,
  type TerminologyAnswer,
  type TerminologyRequest,
  TerminologyService,
} from './service.ts';
export { type OwnMaps, type Translation } from './translate.ts';
export { ownTerminology } from './systems/own.ts';
