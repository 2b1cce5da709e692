// What the server's commands take and answer, beyond the protocol's own requests.
import type { Position, Range } from 'vscode-languageclient/node';

/** How a claim stands. `unsourced`: sources know the matter and nobody says so; `uncovered`: they know nothing of it. */
export type ClaimState = 'sourced' | 'mismatch' | 'unsourced' | 'ignored' | 'checked' | 'uncovered';
export type Relation = 'agrees' | 'disagrees' | 'superseded';

export interface Statement {
  uri: string;
  range: Range;
  /** The sentence that states it. */
  text: string;
  /** The article's id. */
  article: string;
  title: string | null;
  /** As in the article: EDTF. */
  date: string | null;
  paragraph: number;
  speaker: string | null;
  certainty: string;
  /** The figure as it is written there. */
  shown: string | null;
  relation: Relation;
  first: boolean;
  citation: string;
}

export interface Finding {
  code: string;
  severity: string;
  message: string;
}

export interface Claim {
  range: Range;
  text: string;
  paragraph: number;
  state: ClaimState;
  findings: Finding[];
  statements: Statement[];
}

export interface Actor {
  actor: string;
  name: string;
  kind: string;
  /** Whether it has an entry in `actors.toml`. */
  listed: boolean;
  mentions: Range[];
  corpus: { mentions: number; articles: number };
  firstStatement: { uri: string; range: Range; article: string; date: string | null; paragraph: number } | null;
  declaration: { uri: string; range: Range } | null;
}

/** A value of a series: a number or a date, its limits where it has any. */
export interface Point {
  lo: number | string | null;
  hi: number | string | null;
  shown: string | null;
  bound: string;
  certainty: string | null;
  speaker: string | null;
  date: string | null;
  relation: Relation | null;
  first: boolean;
  uri: string;
  range: Range;
  article: string | null;
  title: string | null;
  paragraph: number | null;
  text: string;
}

export interface Timeline {
  matter: string;
  unit: string | null;
  /** What the draft says. */
  draft: Point | null;
  points: Point[];
}

/** What the server's commands take and answer. */
export interface Commands {
  'beleg.sources': [{ uri: string }, { claims: Claim[] }];
  'beleg.actors': [{ uri: string }, { actors: Actor[] }];
  'beleg.timeline': [{ uri: string; position: Position }, Timeline | null];
  'beleg.trace': [
    { text: string } | { uri: string; range: Range },
    { agreeing: Statement[]; disagreeing: Statement[]; superseding: Statement[] },
  ];
  'beleg.cite': [{ uri: string; position: Position }, { citation: string } | null];
  'beleg.newActor': [{ uri: string; range: Range }, { id: string }];
  'beleg.import': [{ paths: string[] } | { text: string; name: string }, { written: string[]; problems: string[] }];
  'beleg.checkWorkspace': [Record<string, never>, { documents: number; findings: number }];
  'beleg.decide': [{ uri: string; range: Range; code: string; decision: 'ignored' | 'checked'; reason?: string }, { written: boolean }];
  'beleg.undecide': [{ uri: string; range: Range; code: string }, unknown];
}

/** Commands of the server that write files. Where the workspace is not trusted they are left alone. */
export const WRITES: ReadonlySet<string> = new Set([
  'beleg.newActor',
  'beleg.import',
  'beleg.decide',
  'beleg.undecide',
] satisfies (keyof Commands)[]);
