// The sample corpus: a copy the user may change, opened with a briefing in front.
import * as vscode from 'vscode';

const BRIEFING = 'lage-nordkorea.md';
const OPEN_NEXT = 'beleg.openNext';

/** Makes the copy unless there is one, and opens it. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const from = vscode.Uri.joinPath(context.extensionUri, 'sample');
  const to = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
  if (!(await exists(vscode.Uri.joinPath(to, 'beleg.toml')))) {
    await vscode.workspace.fs.createDirectory(context.globalStorageUri);
    await vscode.workspace.fs.copy(from, to, { overwrite: true });
  }
  const here = vscode.workspace.workspaceFolders ?? [];
  if (here.some((folder) => folder.uri.toString() === to.toString())) return openBriefing(to);
  await context.globalState.update(OPEN_NEXT, to.toString());
  await vscode.commands.executeCommand('vscode.openFolder', to, { forceNewWindow: here.length > 0 });
}

/** In the window that `openSample` opened: shows the briefing. */
export async function openWhatWasAskedFor(context: vscode.ExtensionContext): Promise<void> {
  const asked = context.globalState.get<string>(OPEN_NEXT);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === asked);
  if (folder === undefined) return;
  await context.globalState.update(OPEN_NEXT, undefined);
  await openBriefing(folder.uri);
}

async function openBriefing(folder: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, BRIEFING), { preview: false });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
