// From a passage to the paragraphs it comes from, as a list to choose from.
import * as vscode from 'vscode';
import { DefinitionRequest, type Definition, type LocationLink, type Location } from 'vscode-languageclient/node';
import { proseEditor, type Draft } from './draft';
import type { Statement } from './protocol';
import type { Server } from './server';
import { besideDraft, clip, open, toRange, where } from './show';

const { t } = vscode.l10n;

/** Opens the paragraph where what stands at the caret was first said, in the column beside. */
export async function openSourceToSide(server: Server, draft: Draft): Promise<void> {
  const editor = proseEditor() ?? draft.editor;
  const client = server.running;
  if (editor === undefined || client === undefined) return;
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active);
  const answer: Definition | LocationLink[] | null = await client.sendRequest(DefinitionRequest.type, params);
  const first: Location | LocationLink | null | undefined = Array.isArray(answer) ? answer[0] : answer;
  if (first === null || first === undefined) return sayNone();
  const [uri, range] = 'targetUri' in first ? [first.targetUri, first.targetSelectionRange] : [first.uri, first.range];
  const column = editor.document === draft.document ? besideDraft(draft) : vscode.ViewColumn.Beside;
  await open(client.protocol2CodeConverter.asUri(uri), client.protocol2CodeConverter.asRange(range), column);
}

/** What the sources say about what is selected, or about what stands at the caret. */
async function statements(server: Server, editor: vscode.TextEditor): Promise<Groups | undefined> {
  const { document, selection } = editor;
  const range = { start: selection.start, end: selection.end };
  const answer = await server.ask('beleg.trace', { uri: document.uri.toString(), range });
  if (answer === undefined) return undefined;
  const { agreeing, disagreeing, superseding } = answer;
  return [
    [t('say so'), [...agreeing].sort((a, b) => Number(b.first) - Number(a.first))],
    [t('say otherwise'), disagreeing],
    [t('say so no more'), superseding],
  ];
}

type Groups = [string, Statement[]][];

interface Row extends vscode.QuickPickItem {
  statement?: Statement;
}

function rows(groups: Groups): Row[] {
  return groups.flatMap(([name, list]): Row[] =>
    list.length === 0 ? [] : [{ label: name, kind: vscode.QuickPickItemKind.Separator }, ...list.map(row)],
  );
}

function row(statement: Statement): Row {
  return {
    label: `${statement.first ? '$(star-full)' : '$(quote)'} ${statement.speaker === null ? '' : `${statement.speaker}: `}${clip(statement.text, 90)}`,
    description: statement.first ? t('first made') : '',
    detail: where(statement),
    statement,
  };
}

/** Lists the sources; first made first. The arrow keys show them while the list stays. */
export async function trace(server: Server, draft: Draft): Promise<void> {
  const editor = proseEditor() ?? draft.editor;
  if (editor === undefined) return;
  const groups = await statements(server, editor);
  if (groups === undefined) return;
  const items = rows(groups);
  const all = items.flatMap(({ statement }) => statement ?? []);
  if (all.length === 0) return sayNone();
  const column = editor.document === draft.document ? besideDraft(draft) : vscode.ViewColumn.Beside;
  const show = (statement: Statement, keepFocus: boolean) =>
    open(vscode.Uri.parse(statement.uri), toRange(statement.range), column, { keepFocus });

  const list = vscode.window.createQuickPick<Row>();
  list.title = t('What the sources say');
  list.placeholder = t('Enter opens a source beside; the arrow keys show it while this list stays');
  list.items = items;
  list.buttons = [{ iconPath: new vscode.ThemeIcon('open-preview'), tooltip: t('Peek') }];
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let shown: Statement | undefined = all[0];
  list.onDidChangeActive(([active]) => {
    // The list makes its first row active by itself; that alone opens nothing.
    if (active?.statement === undefined || active.statement === shown) return;
    shown = active.statement;
    void show(shown, true);
  });
  list.onDidAccept(() => {
    const statement = list.selectedItems[0]?.statement;
    list.hide();
    if (statement !== undefined) void show(statement, false);
  });
  list.onDidTriggerButton(() => {
    list.hide();
    const places = all.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range)));
    void vscode.commands.executeCommand('editor.action.peekLocations', editor.document.uri, editor.selection.start, places, 'peek');
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

/** Asks for one of the sources of what stands at the caret and puts its citation there. */
export async function insertCitation(server: Server, draft: Draft): Promise<void> {
  const editor = proseEditor() ?? draft.editor;
  if (editor === undefined) return;
  const groups = await statements(server, editor);
  if (groups === undefined) return;
  const seen = new Set<string>();
  const once = groups.map(([name, list]): Groups[number] => [name, list.filter(({ citation }) => !seen.has(citation) && seen.add(citation))]);
  const items = rows(once).map((one) => (one.statement === undefined ? one : { ...one, description: one.statement.citation }));
  if (items.length === 0) return sayNone();
  const chosen = await vscode.window.showQuickPick(items, { title: t('Insert citation'), matchOnDescription: true, matchOnDetail: true });
  if (chosen?.statement !== undefined) await insert(editor, chosen.statement.citation);
}

/** Puts a citation at the end of the selection, with a space before it where there is none. */
export async function insert(editor: vscode.TextEditor, citation: string): Promise<void> {
  const at = editor.selection.end;
  const before = editor.document.lineAt(at.line).text.slice(0, at.character);
  await editor.edit((edit) => edit.insert(at, /(^|\s)$/.test(before) ? citation : ` ${citation}`));
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

export function sayNone(): void {
  void vscode.window.showInformationMessage(t('Beleg: no source says this.'));
}
