import { record, send, setServerToken } from './send.ts';

/** What a sign-on that is under way must remember until the browser is back; in the tab's own memory, and used once. */
const SLOT = 'cleanclaim.sign-on';

interface UnderWay {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where the user was. */
  readonly from: string;
}

/** Whether the server leads people to an identity provider. */
export async function signOnOffered(): Promise<boolean> {
  return record((await send('/v1/sign-on'))?.said)['offered'] === true;
}

/** Leaves for the identity provider, or says why it cannot. The code that comes back is worth nothing without the verifier kept here. */
export async function beginSignOn(): Promise<string | undefined> {
  const underWay: UnderWay = { verifier: random(), state: random(), nonce: random(), from: `${location.pathname}${location.search}` };
  const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(underWay.verifier))));
  const answer = await send('/v1/sign-on/begin', { method: 'POST', body: { challenge, state: underWay.state, nonce: underWay.nonce } });
  const { url, detail } = record(answer?.said);
  if (answer?.ok !== true || typeof url !== 'string' || !/^https?:/.test(url)) return typeof detail === 'string' ? detail : '';
  sessionStorage.setItem(SLOT, JSON.stringify(underWay));
  location.assign(url);
  return undefined;
}

export type Ended = { readonly is: 'on'; readonly from: string } | { readonly is: 'off'; readonly says: string };

/** The browser is back from the provider: trades the code for the token. A state that this tab did not make is refused unasked. */
export async function endSignOn(query: URLSearchParams): Promise<Ended> {
  const underWay = takeUnderWay();
  if (!underWay || query.get('state') !== underWay.state) return { is: 'off', says: '' };
  const { verifier, state, nonce, from } = underWay;
  const answer = await send('/v1/sign-on/end', { method: 'POST', body: { query: query.toString(), verifier, state, nonce } });
  const { token, detail } = record(answer?.said);
  if (answer?.ok !== true || typeof token !== 'string') return { is: 'off', says: typeof detail === 'string' ? detail : '' };
  setServerToken(token);
  return { is: 'on', from };
}

function takeUnderWay(): UnderWay | undefined {
  const kept = sessionStorage.getItem(SLOT);
  sessionStorage.removeItem(SLOT);
  try {
    const { verifier, state, nonce, from } = record(JSON.parse(kept ?? 'null'));
    const isWhole = [verifier, state, nonce, from].every((each) => typeof each === 'string');
    // Only an address of this page: never another site's.
    return isWhole && /^\/(?!\/)/.test(String(from)) ? ({ verifier, state, nonce, from } as UnderWay) : undefined;
  } catch {
    return undefined;
  }
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
