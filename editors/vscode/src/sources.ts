// From a passage to the paragraphs it comes from.
//
// Everything here is asked for with standard requests: where a claim was first made is its definition, who says the same
// are its references.
import * as vscode from 'vscode';
import { DefinitionRequest, ReferencesRequest, type Definition, type Location, type LocationLink } from 'vscode-languageclient/node';
import { isProse, type Server } from './server';

const { t } = vscode.l10n;

/** More sentences than this are not traced at once. */
const MAX_SENTENCES = 30;

interface Source {
  location: vscode.Location;
  first: boolean;
}

/** Opens the paragraph where what stands at the caret was first said, in the column beside. */
export async function openSourceToSide(server: Server): Promise<void> {
  const editor = proseEditor();
  if (editor === undefined) return;
  const [source] = await definitions(server, editor.document, editor.selection.active);
  if (source === undefined) return sayNone();
  await show(source, false);
}

/** Lists the sources of what is selected, or of what stands at the caret; first made first. */
export async function trace(server: Server): Promise<void> {
  const editor = proseEditor();
  if (editor === undefined) return;
  const { document } = editor;
  const places = await sentences(document, editor.selection);
  const rows: Row[] = [];
  for (const place of places) {
    const sources = await sourcesOf(server, document, place.at);
    if (sources.length === 0) continue;
    if (places.length > 1) rows.push({ label: place.name, kind: vscode.QuickPickItemKind.Separator });
    for (const source of sources) rows.push(await row(source));
  }
  const all = rows.flatMap((one) => one.source?.location ?? []);
  if (all.length === 0) return sayNone();
  pick(rows, () => {
    void vscode.commands.executeCommand('editor.action.peekLocations', document.uri, editor.selection.start, all, 'peek');
  });
}

interface Row extends vscode.QuickPickItem {
  source?: Source;
}

/** Shows `rows`; the button asks for all of them in a peek window instead. */
function pick(rows: Row[], peek: () => void): void {
  const list = vscode.window.createQuickPick<Row>();
  list.title = t('Sources');
  list.placeholder = t('Enter opens a source beside; the arrow keys show it while this list stays');
  list.items = rows;
  list.buttons = [{ iconPath: new vscode.ThemeIcon('open-preview'), tooltip: t('Peek') }];
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  let shown: Source | undefined = rows.find((one) => one.source !== undefined)?.source;
  list.onDidChangeActive(([active]) => {
    // The list makes its first row active by itself; that alone opens nothing.
    if (active?.source === undefined || active.source === shown) return;
    shown = active.source;
    void show(shown, true);
  });
  list.onDidAccept(() => {
    const source = list.selectedItems[0]?.source;
    list.hide();
    if (source !== undefined) void show(source, false);
  });
  list.onDidTriggerButton(() => {
    list.hide();
    peek();
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

async function row(source: Source): Promise<Row> {
  const { uri, range } = source.location;
  const document = await vscode.workspace.openTextDocument(uri);
  const { title, date } = frontMatter(document);
  const name = title ?? vscode.workspace.asRelativePath(uri);
  return {
    label: `${source.first ? '$(star-full) ' : '$(quote) '}${clip(sentenceAt(document, range.start), 120)}`,
    description: source.first ? t('first made') : '',
    detail: [date, name, t('line {0}', range.start.line + 1)].filter(Boolean).join(' · '),
    source,
  };
}

/** What an article says about itself. Good enough to name it; the server reads the real thing. */
function frontMatter(document: vscode.TextDocument): { title?: string; date?: string } {
  const head = document.getText(new vscode.Range(0, 0, 40, 0));
  const block = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)\r?\n/.exec(head)?.[1] ?? '';
  const field = (name: string) => new RegExp(`^${name}:\\s*(["']?)(.+?)\\1\\s*$`, 'm').exec(block)?.[2];
  const [title, date] = [field('title'), field('date')];
  return { ...(title !== undefined && { title }), ...(date !== undefined && { date }) };
}

/** The line from the beginning of the sentence on that holds a place. A guess that is good enough to be recognised by. */
function sentenceAt(document: vscode.TextDocument, at: vscode.Position): string {
  const line = document.lineAt(at.line).text;
  let from = 0;
  for (const end of line.matchAll(/[.!?:]["“”»«’]?\s+(?=["“„«»‚]?\p{Lu})/gu)) {
    if (end.index + end[0].length <= at.character) from = end.index + end[0].length;
  }
  return line.slice(from).trim();
}

function clip(text: string, to: number): string {
  const letters = [...text];
  return letters.length <= to ? text : `${letters.slice(0, to - 1).join('').trimEnd()}…`;
}

async function show({ location }: Source, preview: boolean): Promise<void> {
  const editor = await vscode.window.showTextDocument(location.uri, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: preview,
    preview: true,
    selection: location.range,
  });
  editor.revealRange(location.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where to ask: at the caret, or once for each sentence with a claim that is selected. */
async function sentences(
  document: vscode.TextDocument,
  selection: vscode.Selection,
): Promise<{ at: vscode.Position; name: string }[]> {
  const here = { at: selection.isEmpty ? selection.active : selection.start, name: '' };
  if (selection.isSingleLine && document.getText(selection).length < 40) return [here];
  const outline = await vscode.commands.executeCommand<(vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const claims: { at: vscode.Position; name: string }[] = [];
  const visit = (symbol: vscode.DocumentSymbol | vscode.SymbolInformation) => {
    const range = 'location' in symbol ? symbol.location.range : symbol.range;
    if (symbol.kind === vscode.SymbolKind.Number && range.intersection(selection)?.isEmpty === false) {
      claims.push({ at: range.start, name: document.getText(range) });
    }
    if ('children' in symbol) symbol.children.forEach(visit);
  };
  outline?.forEach(visit);
  return claims.length > 0 ? claims.slice(0, MAX_SENTENCES) : [here];
}

async function sourcesOf(server: Server, document: vscode.TextDocument, at: vscode.Position): Promise<Source[]> {
  const [first, others] = await Promise.all([definitions(server, document, at), references(server, document, at)]);
  const seen = new Set<string>();
  return [...first.slice(0, 1), ...others].filter(({ location: { uri, range } }) => {
    const key = `${uri.toString()}#${range.start.line}`;
    const own = uri.toString() === document.uri.toString() && range.contains(at);
    return !own && !seen.has(key) && seen.add(key);
  });
}

async function definitions(server: Server, document: vscode.TextDocument, at: vscode.Position): Promise<Source[]> {
  const client = server.running;
  if (client === undefined) return [];
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, at);
  const answer: Definition | LocationLink[] | null = await client.sendRequest(DefinitionRequest.type, params);
  const list = answer === null ? [] : Array.isArray(answer) ? answer : [answer];
  return list.map((one: Location | LocationLink) => ({
    location: new vscode.Location(
      client.protocol2CodeConverter.asUri('targetUri' in one ? one.targetUri : one.uri),
      client.protocol2CodeConverter.asRange('targetUri' in one ? one.targetSelectionRange : one.range),
    ),
    first: true,
  }));
}

async function references(server: Server, document: vscode.TextDocument, at: vscode.Position): Promise<Source[]> {
  const client = server.running;
  if (client === undefined) return [];
  const params = {
    ...client.code2ProtocolConverter.asTextDocumentPositionParams(document, at),
    context: { includeDeclaration: true },
  };
  const answer = (await client.sendRequest(ReferencesRequest.type, params)) ?? [];
  return answer.map((one) => ({ location: client.protocol2CodeConverter.asLocation(one), first: false }));
}

function proseEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor !== undefined && isProse(editor.document) ? editor : undefined;
}

function sayNone(): void {
  void vscode.window.showInformationMessage(t('Beleg: no source says this.'));
}
