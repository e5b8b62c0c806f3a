import { normalQuantile } from './normal.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;

/**
 * What Stirling's formula misses of ln x!: ln Γ(x+1) − [(x+½) ln x − x + ½ ln 2π]. With it, densities of large counts keep
 * all their digits. Source: Loader, Fast and Accurate Computation of Binomial Probabilities (2000); series A&S 6.1.41.
 */
export function stirlingError(x: number): number {
  if (x <= 0) return Number.POSITIVE_INFINITY;
  if (x >= 15) {
    const s = 1 / (x * x);
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * s) * s) * s) * s) * s) / x;
  }
  // ln Γ(x+1) by shifting to where the series holds.
  let product = 1;
  let at = x;
  while (at < 15) product *= ++at;
  return (at + 0.5) * Math.log(at) - at + stirlingError(at) - Math.log(product) - (x + 0.5) * Math.log(x) + x;
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** x ln(x/m) + m − x without the loss of digits near x = m. */
function deviance(x: number, m: number): number {
  const u = (m - x) / x;
  return Math.abs(u) < 0.1 ? x * uMinusLog1p(u) : x * Math.log(x / m) + m - x;
}

/** u − ln(1+u) by its series, for |u| < 0.1. */
function uMinusLog1p(u: number): number {
  const s = u / (2 + u);
  const s2 = s * s;
  // ln(1+u) = 2(s + s³/3 + …) and u = 2s/(1−s): the first terms cancel exactly.
  let sum = 0;
  let power = s * s2;
  for (let n = 3; ; n += 2) {
    const term = power / n;
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) || n > 60) break;
    power *= s2;
  }
  return s * u - 2 * sum;
}

/** Density of the gamma distribution with this shape and scale 1 at x > 0. */
function gammaDensity(x: number, shape: number): number {
  return (Math.exp(-stirlingError(shape) - deviance(shape, x)) * Math.sqrt(shape)) / (Math.sqrt(2 * Math.PI) * x);
}

/** Above this shape a fixed quadrature is both faster and as exact as series and continued fraction. */
const QUADRATURE_FROM = 120;

/**
 * Both tails of the gamma distribution with scale 1: `lower` = P(shape, x), `upper` = Q(shape, x). The smaller one has a
 * relative error of about 1e-13. Series A&S 6.5.29, continued fraction 6.5.31, Gauss–Legendre for large shapes.
 */
export function gammaTails(x: number, shape: number): { lower: number; upper: number } {
  if (Number.isNaN(x) || !(shape > 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape >= QUADRATURE_FROM) return byQuadrature(x, shape);
  const density = gammaDensity(x, shape);
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    const lower = sum * density * x;
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  const upper = h * density * x;
  return { lower: 1 - upper, upper };
}

function byQuadrature(x: number, shape: number): { lower: number; upper: number } {
  const mode = shape - 1;
  const spread = Math.sqrt(mode);
  const above = x > mode;
  // Beyond this reach nothing is left of the tail; the skewer, the further.
  const reach = 8.5 + 35 / spread;
  const end = above ? Math.max(mode + reach * spread, x + 6 * spread) : Math.max(0, Math.min(mode - 8 * spread, x - 6 * spread));
  const width = end - x;
  // The plain difference loses mode × u × 1e-16, which matters only for large shapes.
  const exact = mode > 5_000;
  let sum = 0;
  for (let at = 0; at < NODES.length; at++) {
    const u = (x + width * (NODES[at] ?? 0) - mode) / mode;
    const exponent = exact && Math.abs(u) < 0.1 ? -mode * uMinusLog1p(u) : mode * (Math.log1p(u) - u);
    sum += (WEIGHTS[at] ?? 0) * Math.exp(exponent);
  }
  const tail = (Math.abs(sum * width) * Math.exp(-stirlingError(mode))) / (Math.sqrt(2 * Math.PI) * spread);
  return above ? { lower: 1 - tail, upper: tail } : { lower: tail, upper: 1 - tail };
}

/** Nodes and weights of Gauss–Legendre quadrature on [0, 1], found by Newton's method on the polynomial. */
function gaussLegendre(count: number): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let x = Math.cos((Math.PI * (at + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let round = 0; round < 50; round++) {
      let p0 = 1;
      let p1 = x;
      for (let n = 2; n <= count; n++) [p0, p1] = [p1, ((2 * n - 1) * x * p1 - (n - 1) * p0) / n];
      slope = (count * (x * p1 - p0)) / (x * x - 1);
      const step = p1 / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes[at] = (1 + x) / 2;
    weights[at] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
const { nodes: NODES, weights: WEIGHTS } = gaussLegendre(20);

/**
 * Quantile of the gamma distribution: the x below which (above which, for `tail: 'upper'`) the share `p` lies. Give the small
 * share and its tail: 0.025 'upper' keeps digits that 0.975 'lower' loses. Relative error about 1e-13.
 * Start by Cornish–Fisher (or the leading term of the series), then Halley's method kept inside a bracket.
 * NaN outside its domain.
 */
export function gammaQuantile(p: number, shape: number, scale = 1, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(p >= 0 && p <= 1 && shape >= 0 && scale > 0) || shape === Number.POSITIVE_INFINITY) return Number.NaN;
  if (shape === 0) return 0;
  const upper = tail === 'upper';
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  if (p === 1) return upper ? 0 : Number.POSITIVE_INFINITY;
  let x = start(p, shape, upper);
  if (x < 1e-20) return x * scale;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  const spread = Math.sqrt(shape);
  for (let round = 0; round < 100; round++) {
    const tails = gammaTails(x, shape);
    // Positive when x lies too far right.
    const excess = upper ? p - tails.upper : tails.lower - p;
    if (excess === 0) break;
    if (excess > 0) high = Math.min(high, x);
    else low = Math.max(low, x);
    const density = gammaDensity(x, shape);
    const newton = excess / density;
    const bend = (shape - 1) / x - 1;
    let next = x - newton / Math.max(0.5, Math.min(2, 1 - (newton * bend) / 2));
    if (Math.abs(next - x) < 1e-14 * x) break;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    const step = Math.abs(next - x);
    x = next;
    // Halley's error is of third order: a step this small leaves nothing.
    if (shape >= 1 && step < 1e-5 * Math.min(spread, x)) break;
  }
  return x * scale;
}

function start(p: number, shape: number, upper: boolean): number {
  if (shape < 1 || (!upper && p < 0.01 && shape < 3)) {
    // P(a, x) ≈ x^a / Γ(a+1) for small x.
    const small = Math.exp((Math.log(upper ? 1 - p : p) + logGamma(shape + 1)) / shape);
    if (small < 0.3 * (shape + 1)) return small;
    if (shape < 1) return upper ? Math.max(0.1, -Math.log(p) - logGamma(shape)) : 0.5;
  }
  const z = upper ? -normalQuantile(p) : normalQuantile(p);
  if (shape < 20) {
    const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return Math.max(shape * cube ** 3, 1e-3 * shape);
  }
  // Cornish–Fisher from the cumulants 2/√a, 6/a, 24/a^1.5 of the standardised gamma (A&S 26.2.49).
  const r = 1 / Math.sqrt(shape);
  const z2 = z * z;
  const w =
    z +
    r * ((z2 - 1) / 3) +
    r * r * ((z * (z2 - 7)) / 36) -
    r ** 3 * ((3 * z2 * z2 + 7 * z2 - 16) / 810) +
    r ** 4 * ((z * (9 * z2 * z2 + 256 * z2 - 433)) / 38_880);
  return shape + w / r;
}

/** Quantile of the chi-square distribution; see `gammaQuantile`. */
export function chiSquareQuantile(p: number, degrees: number, tail: 'lower' | 'upper' = 'lower'): number {
  return gammaQuantile(p, degrees / 2, 2, tail);
}
