import { X12Checker } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { makeClaim } from '../../../../tests/made/claims.ts';
import { make835, make837P } from '../../../../tests/made/x12.ts';
import { service, testApp } from '../testing/ask.ts';

const app = testApp({ limits: { x12: 200_000 } });

function made(make: (count: number, put: (text: string) => void) => void, count: number): string {
  let text = '';
  make(count, (part) => (text += part));
  return text;
}

async function post(path: string, body: string, type = 'application/edi-x12') {
  const response = await app.request(path, { method: 'POST', body, headers: { host: '127.0.0.1', 'content-type': type } });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, text };
}

describe('X12 over HTTP', () => {
  it('checks a file as the command line does', async () => {
    const text = made(make837P, 3);
    const { status, text: said } = await post('/v1/x12.check', text);
    const checker = new X12Checker({ data: service.data });
    checker.push(new TextEncoder().encode(text));
    expect(status).toBe(200);
    expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(checker.report())));
  });

  it('answers with a 999, a 277CA, or nothing where nothing is due', async () => {
    const ack = await post('/v1/x12.ack?control=7', made(make837P, 2));
    expect([ack.status, ack.type]).toEqual([200, 'application/edi-x12']);
    expect(ack.text).toMatch(/^ISA\*.*\*000000007\*.*AK9\*A\*1\*1\*1/s);
    expect((await post('/v1/x12.ack?claims=true', made(make837P, 2))).text).toMatch(/STC\*A2:20:PR.*STC\*A2:20:PR/s);
    expect((await post('/v1/x12.ack?claims=true', made(make835, 1))).status).toBe(204);
    expect((await post('/v1/x12.ack?control=0', made(make837P, 1))).text).toMatch(/input\/out-of-range/);
  });

  it('reads payments, answers and trees', async () => {
    expect(JSON.parse((await post('/v1/x12.read-835', made(make835, 3))).text)).toMatchObject({
      payments: [{ payer: 'MADE PAYER' }],
      findings: [],
    });
    const { text } = await post('/v1/x12.ack', made(make837P, 1));
    expect(JSON.parse((await post('/v1/x12.read-ack', text)).text)).toMatchObject({ answers: [{ kind: '999', result: 'accepted' }] });
    expect(JSON.parse((await post('/v1/x12.json', made(make837P, 1))).text)).toMatchObject({ x12: 1 });
  });

  it('claims.check takes an 837, one report a line', async () => {
    const { status, type, text, headers } = await post('/v1/claims.check?received=2026-04-02', made(make837P, 3));
    expect([status, type, headers.get('x-x12-errors')]).toEqual([200, 'application/x-ndjson', '0']);
    const reports = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { claim: string });
    expect(reports.map(({ claim }) => claim)).toEqual(['C0', 'C1', 'C2']);
    expect((await post('/v1/claims.check?received=soon', made(make837P, 1))).text).toMatch(/input\/not-a-day/);
    expect((await post('/v1/claims.check', made(make835, 1))).text).toMatch(/holds no 837 claim/);
  });

  const postJson = async (name: string, asked: unknown) => {
    const { status, text } = await post(`/v1/x12.${name}`, JSON.stringify(asked), 'application/json');
    return { status, answer: JSON.parse(text) as Record<string, unknown> };
  };

  it('takes the file as text in JSON, where more than the file is told', async () => {
    const file = made(make837P, 2);
    const companion = {
      name: 'Made payer',
      source: 'made',
      from: '2026-01-01',
      guides: ['837P'],
      rules: [{ id: 'r', loop: '2300', segment: 'CLM', element: 1, maxLength: 12, says: 'Twelve at most.', fix: 'Shorten it.' }],
    };
    expect((await postJson('check', { file })).answer).toMatchObject({ errors: 0 });
    const { answer } = await postJson('check', { file, companion });
    expect(JSON.stringify(answer['notChecked'])).not.toContain('x12/companion-guide');
    const paid = await postJson('read-835', {
      file: made(make835, 2),
      claims: file,
      contract: { G0108: '1000.00' },
      received: '2026-04-11',
    });
    expect(paid.answer).toMatchObject({ payments: [{ claims: [{ sent: { claim: 'C0', by: 'control' } }, {}] }] });
    expect((await post('/v1/x12.read-835?received=soon', made(make835, 1))).text).toMatch(/input\/not-a-day/);
    const acknowledged = (await post('/v1/x12.ack', file)).text;
    expect((await postJson('read-answer', { file: acknowledged })).answer).toMatchObject({ answers: [{ kind: '999' }] });
  });

  it('writes claims, requests and trees', async () => {
    const claim = makeClaim(3);
    const written = await postJson('write', {
      claims: [claim],
      senderName: 'MADE CLINIC',
      contact: 'OFFICE',
      phone: '5555550100',
      test: true,
    });
    expect(written).toMatchObject({ status: 200, answer: { errors: 0, findings: [] } });
    expect(written.answer['x12']).toMatch(/^ISA\*.*\*T\*:~\n.*ST\*837\*/s);
    const request = {
      transaction: '270',
      payer: { id: '12302', name: 'MADE PAYER' },
      provider: { npi: '1234567893', name: 'MADE CLINIC' },
      subscriber: { memberId: 'W1', name: { last: 'DYER', first: 'ELLA' } },
    };
    const lacking = await postJson('write', { requests: [request] });
    expect(lacking).toMatchObject({ status: 400, answer: { path: '/sender' } });
    const tree = JSON.parse((await post('/v1/x12.json', made(make837P, 1))).text) as unknown;
    const raw = await app.request('/v1/x12.write', {
      method: 'POST',
      body: JSON.stringify({ tree }),
      headers: { host: '127.0.0.1', 'content-type': 'application/json', accept: 'application/edi-x12' },
    });
    expect(await raw.text()).toBe(made(make837P, 1));
    const wrong = await postJson('write', { claims: [{ ...claim, total: 5 }] });
    expect(JSON.stringify(wrong.answer)).toContain('/claims/0/total');
    for (const asked of [[], 'x', {}, { claims: [] }, { claims: [claim], requests: [] }, { claims: [claim], sendr: 'S' }, { tree: {} }])
      expect((await postJson('write', asked)).status, JSON.stringify(asked).slice(0, 40)).toBe(400);
    expect((await post('/v1/x12.write', 'ISA', 'application/edi-x12')).status).toBe(415);
  });

  it('says what is wrong with anything else', async () => {
    for (const body of ['', 'hello', '\u0000\u0001', '{"a":1}', 'ISA*00*']) {
      expect((await post('/v1/x12.check', body)).status).toBe(200);
      for (const name of ['ack', 'json', 'read-835', 'read-ack', 'read-answer']) {
        // The beginning of an ISA may be an interchange already; the rest never is.
        expect((await post(`/v1/x12.${name}`, body)).status).toBeOneOf(body === 'ISA*00*' ? [200, 204, 400] : [400]);
      }
    }
    expect((await post('/v1/x12.check', made(make837P, 1), 'image/png')).status).toBe(415);
    expect((await post('/v1/x12.check', made(make837P, 1), 'application/json')).status).toBe(400);
    expect((await post('/v1/x12.check', 'x'.repeat(200_001))).status).toBe(413);
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(60_000)) });
    const streamed = await app.request('/v1/x12.check', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { host: '127.0.0.1', 'content-type': 'application/edi-x12' },
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await app.request('/v1/x12.check', { headers: { host: '127.0.0.1' } })).status).toBe(405);
  });
});
