// EDTF dates, as far as sources use them: a day, a month or a year, perhaps approximate or uncertain.

export interface ParsedDate {
  from: Date;
  /** The last day it can mean. */
  to: Date;
  precision: 'day' | 'month' | 'year';
  vague: boolean;
}

const DAY = 86_400_000;

/** Nothing for what is more than one date. */
export function parseDate(edtf: string): ParsedDate | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(edtf.trim());
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const precision = found[3] !== undefined ? 'day' : found[2] !== undefined ? 'month' : 'year';
  const next = precision === 'day' ? Date.UTC(year, month - 1, day + 1) : precision === 'month' ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return { from: new Date(Date.UTC(year, month - 1, day)), to: new Date(next - DAY), precision, vague: found[4] !== undefined };
}
