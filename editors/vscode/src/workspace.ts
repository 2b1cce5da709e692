// What is done to the workspace: articles come in, actors get an entry, every draft is checked.
import * as vscode from 'vscode';
import { proseEditor } from './draft';
import { type Server } from './server';
import { clip } from './show';

const { t } = vscode.l10n;

/** What an article can be imported from. */
const TYPES = ['html', 'htm', 'pdf', 'txt', 'md'];

export async function importFiles(server: Server): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: t('Import articles'),
    openLabel: t('Import'),
    canSelectMany: true,
    filters: { [t('Saved pages, PDFs and text')]: TYPES },
  });
  if (chosen === undefined || chosen.length === 0) return;
  await bringIn(server, { paths: chosen.map((uri) => uri.fsPath) });
}

export async function importClipboard(server: Server): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    void vscode.window.showInformationMessage(t('Beleg: there is no text on the clipboard.'));
    return;
  }
  const name = await vscode.window.showInputBox({
    title: t('Import from the clipboard'),
    prompt: t('A name for the article. Its first line is proposed.'),
    value: clip(text.trim().split('\n')[0]!.trim(), 80),
    validateInput: (value) => (value.trim() === '' ? t('A name is needed.') : undefined),
  });
  if (name !== undefined) await bringIn(server, { text, name: name.trim() });
}

async function bringIn(server: Server, what: { paths: string[] } | { text: string; name: string }): Promise<void> {
  const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: t('Importing articles …') }, () =>
    server.ask('beleg.import', what),
  );
  if (answer === undefined) return;
  const { written, problems } = answer;
  for (const problem of problems) server.output.warn(`import: ${problem}`);
  const said = written.length === 1 ? t('1 article was imported.') : t('{0} articles were imported.', written.length);
  const show = t('Open');
  const output = t('Show Output');
  const buttons = [...(written.length > 0 ? [show] : []), ...(problems.length > 0 ? [output] : [])];
  const text = ['Beleg:', said, ...problems.slice(0, 2).map((problem) => clip(problem, 200))].join(' ');
  const choice = problems.length > 0 ? await vscode.window.showWarningMessage(text, ...buttons) : await vscode.window.showInformationMessage(text, ...buttons);
  if (choice === show) for (const uri of written.slice(0, 5)) await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
  if (choice === output) server.output.show();
}

/** Gives a name an entry in the registry, where it is to be completed. */
export async function newActor(server: Server, place?: { uri: vscode.Uri; range: vscode.Range }): Promise<void> {
  const editor = proseEditor();
  if (place === undefined && editor !== undefined) {
    const { document, selection } = editor;
    const range = selection.isEmpty ? (document.getWordRangeAtPosition(selection.active) ?? selection) : selection;
    if (!range.isEmpty) place = { uri: document.uri, range };
  }
  if (place === undefined) {
    void vscode.window.showInformationMessage(t('Beleg: select the name of an actor first.'));
    return;
  }
  const { start, end } = place.range;
  const answer = await server.ask('beleg.newActor', { uri: place.uri.toString(), range: { start, end } });
  if (answer !== undefined) vscode.window.setStatusBarMessage(t('Beleg: new actor "{0}"', answer.id), 5000);
}

export async function checkWorkspace(server: Server): Promise<void> {
  const answer = await server.ask('beleg.checkWorkspace', {});
  if (answer === undefined) return;
  const documents = answer.documents === 1 ? t('1 text') : t('{0} texts', answer.documents);
  const findings = answer.findings === 1 ? t('1 finding') : t('{0} findings', answer.findings);
  const problems = t('Show Problems');
  const choice = await vscode.window.showInformationMessage(t('Beleg: {0} in {1}.', findings, documents), ...(answer.findings > 0 ? [problems] : []));
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

export async function citeFirst(server: Server): Promise<void> {
  const editor = proseEditor();
  if (editor === undefined) return;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const answer = await server.ask('beleg.cite', { uri: document.uri.toString(), position: { line, character } });
  if (answer === null) void vscode.window.showInformationMessage(t('Beleg: no source says this.'));
}
