/** How a cell is read. Of the last four a spreadsheet program may have dropped leading zeros. */
export type CellKind =
  | 'text'
  | 'day'
  | 'money'
  | 'number'
  | 'sex'
  | 'type'
  | 'codes'
  | 'pointers'
  | 'procedure'
  | 'place'
  | 'revenue'
  | 'taxId';

export interface ChargeField {
  readonly kind: CellKind;
  /** Headings that offices and their programs give the column, as letters and digits in lower case. */
  readonly named: RegExp;
  /** What its cells look like, where that tells it from others. */
  readonly looks?: RegExp;
  /** Several columns may hold it, one value each. */
  readonly several?: true;
}

const text = (named: RegExp, looks?: RegExp): ChargeField => ({ kind: 'text', named, ...(looks ? { looks } : {}) });
const zeros = (kind: 'procedure' | 'place' | 'revenue' | 'taxId', named: RegExp, looks?: RegExp): ChargeField => ({
  ...text(named, looks),
  kind,
});
const day = (named: RegExp): ChargeField => ({ kind: 'day', named });
const npi = (named: RegExp): ChargeField => text(named, /^[12]\d{9}$/);

const ICD = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/i;

/**
 * What a column may hold: fields of the claim by their place in docs/claim.md, and `line.` fields of the row's own line.
 * In the order in which a guess gives columns away.
 */
export const CHARGE_FIELDS: Readonly<Record<string, ChargeField>> = {
  'line.code': zeros(
    'procedure',
    /^(?:cpt|hcpcs|cpt ?hcpcs|hcpcs ?cpt|proc|procedure|service)(?: ?(?:code|cd|hcpcs))?$|^(?:charge|billing) ?code$/,
    /^[0-9A-Z]\d{3}[0-9A-Z]$/i,
  ),
  'line.modifiers': {
    kind: 'codes',
    named: /^(?:mod|mods|modifier|modifiers|cpt mod|proc mod)(?: ?(?:code|cd))? ?[1-4]?$/,
    looks: /^[0-9A-Z]{2}(?:[ ,;|/:]+[0-9A-Z]{2})*$/i,
    several: true,
  },
  'line.pointers': { kind: 'pointers', named: /^(?:(?:dx|diag|diagnosis) )?(?:ptr|ptrs|pointer|pointers)(?: ?[1-4])?$/, several: true },
  'line.from': day(
    /^(?:dos|date of service|service date|svc date|from|from date|dos from|date from|from dos|service from|begin date|start date)(?: from| start| begin)?$/,
  ),
  'line.to': day(/^(?:to|to date|thru|through|thru date|dos to|date to|to dos|service to|end date|dos thru|service date to)$/),
  'line.pos': zeros('place', /^(?:pos|place of service|place of svc|pos code|place)$/, /^\d{1,2}$/),
  'line.units': {
    kind: 'number',
    named: /^(?:units?|qty|quantity|unit count|days or units|svc units|service units|number of units)$/,
    looks: /^\d{1,4}(?:\.\d+)?$/,
  },
  'line.charge': {
    kind: 'money',
    named: /^(?:charges?|charge amount|charge amt|amount|amt|billed|billed amount|fee|line charge|total charge|charges? usd|price)$/,
  },
  'line.revenue': zeros('revenue', /^(?:rev|revenue|rev code|revenue code|rev cd)$/, /^0?\d{3}$/),
  'line.rendering.npi': npi(
    /^(?:rendering|rendering npi|rendering provider|rendering provider npi|provider npi|performing npi|treating npi|npi)$/,
  ),
  'line.ndc.code': text(/^(?:ndc|ndc code|ndc number)$/),
  'line.ndc.quantity': text(/^ndc (?:qty|quantity|units)$/),
  'line.ndc.unit': text(/^ndc (?:unit|uom|unit of measure)$/),
  'line.minutes': { kind: 'number', named: /^(?:minutes|anesthesia minutes|time minutes|mins)$/ },
  'line.tooth': text(/^(?:tooth|tooth number|tooth no)$/),
  'line.description': text(/^(?:description|procedure description|service description|proc desc|desc)$/),
  id: text(
    /^(?:claim|claim id|claim no|claim number|claim num|encounter|encounter id|encounter number|visit|visit id|visit number|account|account number|acct|acct no|ticket|superbill|invoice|invoice number|patient control number|pcn)$/,
  ),
  diagnoses: {
    kind: 'codes',
    named: /^(?:dx|diag|diagnosis|diagnoses|icd|icd 10|icd10)(?: ?(?:code|codes|cd))? ?(?:1[0-2]|[1-9a-l])?$/,
    looks: ICD,
    several: true,
  },
  'patient.birthDate': day(/^(?:dob|birth ?date|date of birth|birthday|pt dob|patient dob|patient birth ?date|patient date of birth)$/),
  'patient.sex': { kind: 'sex', named: /^(?:sex|gender|patient sex|patient gender|pt sex)$/ },
  'patient.memberId': text(
    /^(?:member ?id|member number|subscriber id|policy|policy number|insurance id|mbi|medicare id|insured id|id number)$/,
  ),
  'payer.id': text(/^(?:payer id|payor id|payer number|carrier|insurance code|contractor)$/),
  'payer.name': text(/^(?:payer|payor|insurance|payer name|payor name|insurance name|carrier name|primary insurance)$/),
  'payer.kind': text(/^(?:payer (?:kind|type)|payor type|financial class|insurance type|fin class)$/),
  'billing.npi': npi(/^(?:billing npi|billing provider npi|group npi)$/),
  'billing.taxId': zeros('taxId', /^(?:tax id|tin|ein|billing tax id|federal tax id)$/),
  'billing.taxonomy': text(/^(?:taxonomy|billing taxonomy|taxonomy code)$/),
  'referring.npi': npi(/^(?:referring|referring npi|referring provider npi)$/),
  'ordering.npi': npi(/^(?:ordering|ordering npi|ordering provider npi)$/),
  'attending.npi': npi(/^(?:attending|attending npi|attending provider npi)$/),
  'operating.npi': npi(/^(?:operating npi|operating provider npi)$/),
  'facility.npi': npi(/^(?:facility npi|service facility npi)$/),
  priorAuthorization: text(/^(?:prior auth|authorization|auth|auth number|prior authorization|authorization number|pa number)$/),
  referral: text(/^(?:referral|referral number)$/),
  total: { kind: 'money', named: /^(?:claim total|total|total charges|claim amount|total claim charge)$/ },
  onset: day(/^(?:onset|onset date|date of onset|illness date)$/),
  'accident.on': day(/^(?:accident date|date of accident|injury date)$/),
  frequency: text(/^(?:frequency|claim frequency|frequency code|resubmission code)$/),
  originalClaim: text(/^(?:original claim|original ref|original reference number|icn|dcn)$/),
  type: { kind: 'type', named: /^(?:claim type|form type)$/ },
  billType: text(/^(?:type of bill|tob|bill type)$/, /^0?\d{3}$/),
  admission: day(/^(?:admit date|admission date|admission|date admitted)$/),
  discharge: day(/^(?:discharge date|discharge|date discharged)$/),
  dischargeStatus: zeros('place', /^(?:discharge status|patient status|discharge disposition)$/),
  'statement.from': day(/^statement (?:from|covers from|begin)$/),
  'statement.to': day(/^statement (?:to|through|covers through|end)$/),
  'patient.deathDate': day(/^(?:date of death|death date|dod)$/),
  // Never guessed: a row's own diagnoses look like those of the claim; the guess tells them apart by the pointers.
  'line.diagnoses': { kind: 'codes', named: /^row diagnos[ei]s$/, looks: ICD, several: true },
};

/** Headings are compared by their letters and digits: case, dots, dashes and line ends differ between exports. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
