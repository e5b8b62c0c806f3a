/**
 * Made-up X12 files, the same for the same seed: 837P of n claims with two lines, and 835 paying n claims. Names, ids
 * and procedure codes (HCPCS Level II) are invented or public; both files are clean under full validation.
 */
import { seeded } from '../../bench/measure.ts';

const FIRST = ['ANNA', 'BEN', 'CLARA', 'DAVID', 'ELLA', 'FRANK', 'GRACE', 'HENRY'];
const LAST = ['ARCHER', 'BAKER', 'CARTER', 'DYER', 'FLETCHER', 'MASON', 'POTTER', 'WEAVER'];
const DIAGNOSES = ['I10', 'E785', 'E119', 'J449', 'M5450', 'K219', 'N390', 'G4733'];
const CODES = ['G0108', 'A4253', 'J1100', 'G0439', 'Q0091', 'J0696'];
const CLAIMS_A_SET = 5_000;

/** Segments are written through `put`, each with its terminator. */
export function make837P(claims: number, put: (text: string) => void): void {
  const random = seeded(837);
  const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(random() * list.length)] as Each;
  let sets = 0;
  put(isa());
  put('GS*HC*SENDER*RECEIVER*20260401*1200*1*X*005010X222A1~\n');
  for (let done = 0; done < claims; done += CLAIMS_A_SET) {
    sets++;
    const control = String(sets).padStart(4, '0');
    const head = [
      `ST*837*${control}*005010X222A1`,
      `BHT*0019*00*${control}*20260401*1200*CH`,
      'NM1*41*2*MADE CLINIC*****46*SENDER',
      'PER*IC*BILLING OFFICE*TE*5555550100',
      'NM1*40*2*MADE PAYER*****46*RECEIVER',
      'HL*1**20*1',
      'PRV*BI*PXC*207Q00000X',
      'NM1*85*2*MADE CLINIC*****XX*1234567893',
      'N3*1 MAIN STREET',
      'N4*ALBANY*NY*122070001',
      'REF*EI*123456789',
    ];
    let count = head.length;
    put(`${head.join('~\n')}~\n`);
    for (let n = done; n < Math.min(claims, done + CLAIMS_A_SET); n++) {
      const charges: readonly [number, number] = [20 + Math.floor(random() * 400), 20 + Math.floor(random() * 400)];
      const on = `2026${String(1 + Math.floor(random() * 3)).padStart(2, '0')}${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
      const last = pick(LAST);
      const claim = [
        `HL*${n - done + 2}*1*22*0`,
        'SBR*P*18*GROUP7******CI',
        `NM1*IL*1*${last}*${pick(FIRST)}****MI*W${String(n).padStart(9, '0')}`,
        `N3*${1 + Math.floor(random() * 900)} OAK AVENUE`,
        'N4*ALBANY*NY*12207',
        `DMG*D8*19${40 + Math.floor(random() * 50)}0615*${random() < 0.5 ? 'F' : 'M'}`,
        'NM1*PR*2*MADE PAYER*****PI*12302',
        `CLM*C${n}*${charges[0] + charges[1]}***11:B:1*Y*A*Y*Y`,
        `REF*D9*${n}00017`,
        `HI*ABK:${pick(DIAGNOSES)}*ABF:${pick(DIAGNOSES)}`,
        'NM1*DN*1*REED*OLIVER****XX*1558598797',
        'NM1*82*1*GREY*MARTHA****XX*1558598797',
        'PRV*PE*PXC*207Q00000X',
        'NM1*77*2*MADE CLINIC*****XX*1234567893',
        'N3*1 MAIN STREET',
        'N4*ALBANY*NY*122070001',
        ...charges.flatMap((charge, line) => [
          `LX*${line + 1}`,
          `SV1*HC:${pick(CODES)}:25*${charge}*UN*${1 + Math.floor(random() * 3)}***1:2`,
          `DTP*472*D8*${on}`,
          `REF*6R*${n}L${line + 1}`,
        ]),
      ];
      count += claim.length;
      put(`${claim.join('~\n')}~\n`);
    }
    put(`SE*${count + 1}*${control}~\n`);
  }
  put(`GE*${sets}*1~\nIEA*1*000000001~\n`);
}

export function make835(claims: number, put: (text: string) => void): void {
  const random = seeded(835);
  const pick = <Each>(list: readonly Each[]): Each => list[Math.floor(random() * list.length)] as Each;
  let sets = 0;
  put(isa());
  put('GS*HP*SENDER*RECEIVER*20260401*1200*1*X*005010X221A1~\n');
  for (let done = 0; done < claims; done += CLAIMS_A_SET) {
    sets++;
    const control = String(sets).padStart(4, '0');
    let total = 0;
    const body: string[] = [];
    for (let n = done; n < Math.min(claims, done + CLAIMS_A_SET); n++) {
      const lines = [0, 1].map(() => {
        const charge = 20 + Math.floor(random() * 400);
        const written = Math.floor(charge / 4);
        const share = Math.floor(charge / 10);
        return { charge, written, share, paid: charge - written - share };
      });
      const sum = (key: 'charge' | 'share' | 'paid'): number => lines.reduce((all, line) => all + line[key], 0);
      total += sum('paid');
      const on = `202602${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
      body.push(
        `CLP*C${n}*1*${sum('charge')}*${sum('paid')}*${sum('share')}*12*PCN${n}*11*1`,
        `NM1*QC*1*${pick(LAST)}*${pick(FIRST)}****MI*W${String(n).padStart(9, '0')}`,
        'NM1*82*1*GREY*MARTHA****XX*1558598797',
        'REF*EA*77001',
        `DTM*232*${on}`,
        ...lines.flatMap((line, at) => [
          `SVC*HC:${pick(CODES)}:25*${line.charge}*${line.paid}**1`,
          `DTM*472*${on}`,
          `CAS*CO*45*${line.written}`,
          `CAS*PR*2*${line.share}`,
          `REF*6R*${n}L${at + 1}`,
          `AMT*B6*${line.paid + line.share}`,
        ]),
      );
    }
    const set = [
      `ST*835*${control}`,
      `BPR*I*${total}*C*ACH*CCP*01*111000012*DA*33*1234567890**01*111000025*DA*22*20260401`,
      `TRN*1*EFT${control}*1234567890`,
      'DTM*405*20260401',
      'N1*PR*MADE PAYER',
      'N3*2 PAYER STREET',
      'N4*ALBANY*NY*12207',
      'PER*BL*HELP DESK*TE*5555550101',
      'N1*PE*MADE CLINIC*XX*1234567893',
      'LX*1',
      ...body,
    ];
    put(`${[...set, `SE*${set.length + 1}*${control}`].join('~\n')}~\n`);
  }
  put(`GE*${sets}*1~\nIEA*1*000000001~\n`);
}

function isa(): string {
  return 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:~\n';
}
