// How things are said and shown, wherever they are: dates, statements, places.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';
import type { Draft } from './draft';
import type { Statement } from './protocol';
import { parseDate } from './webview/dates';

const { t } = vscode.l10n;

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function clip(text: string, to: number): string {
  const letters = [...text];
  return letters.length <= to ? text : `${letters.slice(0, to - 1).join('').trimEnd()}…`;
}

/** A date of a source as a person writes it; as it stands where it is more than a simple date. */
export function date(edtf: string | null): string {
  if (edtf === null) return t('no date');
  const parsed = parseDate(edtf);
  if (parsed === undefined) return edtf;
  const parts = { day: { year: 'numeric', month: 'short', day: 'numeric' }, month: { year: 'numeric', month: 'short' }, year: { year: 'numeric' } } as const;
  // Americans would have the month first, and English alone means them.
  const locale = vscode.env.language === 'en' ? 'en-GB' : vscode.env.language;
  const said = new Intl.DateTimeFormat(locale, { ...parts[parsed.precision], timeZone: 'UTC' }).format(parsed.from);
  return parsed.vague ? t('about {0}', said) : said;
}

/** Article, date and paragraph of a statement. */
export function where({ date: when, title, article, paragraph }: { date: string | null; title?: string | null; article: string; paragraph: number }): string {
  // A long title must not push the paragraph out of sight.
  return `${date(when)} · ${clip(title ?? article, 50)} ¶\u00a0${paragraph}`;
}

export function certainty(name: string): string {
  switch (name) {
    case 'certain':
      return t('certain');
    case 'probable':
      return t('probable');
    case 'possible':
      return t('possible');
    case 'unknown':
      return t('unknown');
    default:
      return name;
  }
}

/** The statement in full, for a tooltip. */
export function tooltip(statement: Statement): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('> ').appendText(statement.text).appendMarkdown('\n\n');
  text.appendText([statement.speaker ?? t('the article itself'), certainty(statement.certainty)].join(' · ')).appendMarkdown('\n\n');
  text.appendText(where(statement)).appendMarkdown('\n\n');
  text.appendText(statement.citation);
  return text;
}

/** The column beside the draft, so that a source never covers it. */
export function besideDraft(draft: Draft): vscode.ViewColumn {
  const column = draft.editor?.viewColumn;
  if (column === undefined) return vscode.ViewColumn.Beside;
  return column === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}

export async function open(
  uri: vscode.Uri,
  range: vscode.Range,
  column: vscode.ViewColumn,
  { keepFocus = false }: { keepFocus?: boolean } = {},
): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: column, preserveFocus: keepFocus, preview: true, selection: range });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
