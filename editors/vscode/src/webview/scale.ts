// From values and dates to places on a plot. Pure, so that it can be checked without a page.
import type { Point } from '../protocol';
import { parseDate } from './dates';

/** A value as a number, with its limits; dates count milliseconds. `open`: which way the bound leaves it open. */
export interface Value {
  low: number;
  high: number;
  mid: number;
  open: 'up' | 'down' | undefined;
}

export function number(value: number | string | null, end: 'from' | 'to'): number | undefined {
  if (value === null || typeof value === 'number') return value ?? undefined;
  const date = parseDate(value);
  return date?.[end].getTime();
}

const UP = new Set(['at-least', 'more-than']);
const DOWN = new Set(['at-most', 'less-than', 'nearly']);

export function valueOf({ lo, hi, bound }: Point): Value | undefined {
  const [from, to] = [number(lo, 'from'), number(hi, 'to')];
  const low = from ?? to;
  const high = to ?? from;
  if (low === undefined || high === undefined) return undefined;
  const open = UP.has(bound) || (to === undefined && from !== undefined) ? 'up' : DOWN.has(bound) || (from === undefined && to !== undefined) ? 'down' : undefined;
  return { low, high, mid: (low + high) / 2, open };
}

export interface Scale {
  at(value: number): number;
  ticks: number[];
  logarithmic: boolean;
}

/** Values up the side. Logarithmic where a linear one would squeeze most of them into a line. */
export function scaleOf(values: number[], from: number, to: number, isDate: boolean): Scale {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  const logarithmic = !isDate && low > 0 && high / low >= 50;
  if (logarithmic) {
    const [a, b] = [Math.log10(low) - 0.15, Math.log10(high) + 0.15];
    const at = (value: number) => from + ((Math.log10(value) - a) / (b - a)) * (to - from);
    const ticks = [];
    for (let power = Math.ceil(a); power <= b; power++) ticks.push(10 ** power);
    return { at, ticks, logarithmic };
  }
  const span = high - low;
  // A single value stands in the middle.
  const pad = span > 0 ? span * 0.12 : isDate ? 10 * 86_400_000 : Math.abs(high) * 0.1 || 1;
  // Amounts begin at nothing.
  [low, high] = [!isDate && low >= 0 ? Math.max(0, low - pad) : low - pad, high + pad];
  const at = (value: number) => from + ((value - low) / (high - low)) * (to - from);
  return { at, ticks: isDate ? dateTicks(low, high) : ticks(low, high, 5), logarithmic };
}

function ticks(low: number, high: number, about: number): number[] {
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw)!;
  const out = [];
  // Adding zero makes of -0 what people call 0.
  for (let n = Math.ceil(low / step); n * step <= high; n++) out.push(n * step + 0);
  return out;
}

/** Days, weeks, months or years, whichever gives a handful. */
export function dateTicks(low: number, high: number): number[] {
  const days = (high - low) / 86_400_000;
  const out: number[] = [];
  if (days <= 60) {
    const step = [1, 2, 7, 14].find((one) => days / one <= 7)! * 86_400_000;
    // Weeks begin on Mondays; the epoch was a Thursday.
    const shift = step >= 7 * 86_400_000 ? 4 * 86_400_000 : 0;
    for (let at = Math.ceil((low - shift) / step) * step + shift; at <= high; at += step) out.push(at);
    return out;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => days / 30 / one <= 8) ?? 240;
  const start = new Date(low);
  for (let n = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months; ; n += months) {
    const at = Date.UTC(Math.floor(n / 12), n % 12, 1);
    if (at > high) return out;
    if (at >= low) out.push(at);
  }
}
