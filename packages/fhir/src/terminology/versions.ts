/** Compares two versions part by part, numbers as numbers: negative when `one` is the earlier. */
export function compareVersions(one: string, other: string): number {
  const a = one.split(/[.\-+]/);
  const b = other.split(/[.\-+]/);
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const x = a[at] ?? '';
    const y = b[at] ?? '';
    if (x === y) continue;
    const numbers = /^\d{1,15}$/.test(x) && /^\d{1,15}$/.test(y);
    if (numbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    if (!numbers) return x < y ? -1 : 1;
  }
  return 0;
}

/** The latest of some versions; undefined of none. */
export function latestVersion(versions: Iterable<string>): string | undefined {
  let latest: string | undefined;
  for (const version of versions) if (latest === undefined || compareVersions(version, latest) > 0) latest = version;
  return latest;
}

/** True where a version is asked for by a pattern: `1.x`, `1.0.x`, `*`. */
export function isPattern(version: string): boolean {
  return /(?:^|\.)[xX*](?:\.|$)/.test(version);
}

/** Whether `version` is what was asked for: the same text, or one that the pattern's parts allow. */
export function matchesVersion(asked: string, version: string | undefined): boolean {
  if (version === undefined) return false;
  if (asked === version) return true;
  if (!isPattern(asked)) return false;
  const wanted = asked.split('.');
  const parts = version.split('.');
  if (wanted.length > parts.length && !wanted.slice(parts.length).every(isAny)) return false;
  if (wanted.length < parts.length && !isAny(wanted.at(-1) ?? '')) return false;
  return wanted.every((part, at) => isAny(part) || part === parts[at]);
}

function isAny(part: string): boolean {
  return part === 'x' || part === 'X' || part === '*';
}

/** True where `broad` is a pattern that `detailed` fits: `1.0.x` for `1.0.0`. */
export function isMoreDetailed(broad: string | undefined, detailed: string | undefined): boolean {
  return broad !== undefined && isPattern(broad) && matchesVersion(broad, detailed);
}

/** `url|version`, or the address alone. */
export function canonical(url: string, version: string | undefined): string {
  return version === undefined || version === '' ? url : `${url}|${version}`;
}

/** A canonical reference in its parts. */
export function splitCanonical(reference: string): { readonly url: string; readonly version: string | undefined } {
  const at = reference.indexOf('|');
  if (at < 0) return { url: reference, version: undefined };
  return { url: reference.slice(0, at), version: reference.slice(at + 1) || undefined };
}
