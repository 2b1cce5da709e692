// What the timeline's page and the extension say to each other.
import type { Timeline } from '../protocol';

/** Every text on the page, in the user's language. */
export interface Texts {
  draft: string;
  itself: string;
  first: string;
  agrees: string;
  disagrees: string;
  superseded: string;
  date: string;
  value: string;
  speaker: string;
  source: string;
  relation: string;
  undated: string;
  plot: string;
  hint: string;
  empty: string;
  none: string;
  logarithmic: string;
}

export interface Show {
  timeline: Timeline | null;
  texts: Texts;
  /** For numbers and dates. */
  locale: string;
  /** Dates as the extension says them, for each point. */
  dates: string[];
}

/** What the page sends: that it can be shown something, or which point to open (-1: the draft). */
export type Said = { is: 'ready' } | { is: 'open'; index: number };
