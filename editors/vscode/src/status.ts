// What is loaded, and why does nothing happen?
import { resolve } from 'node:path';
import * as vscode from 'vscode';
import { isProse, type Server } from './server';

const { t } = vscode.l10n;

/** How often to ask while the server is reading the sources, and how long to wait after files have changed. */
const POLL = 400;
const SETTLE = 600;
/** How often to ask again after that: the server waits, too, and many files take a while. */
const AGAIN = 4;
const AGAIN_AFTER = 1500;
/** More than these are a matter for the Problems view. */
const MAX_PROBLEMS = 10;

/** The server's answer to `beleg/status`, as far as it is used here. */
export interface Status {
  version?: string;
  root?: string;
  ready?: boolean;
  articles?: number;
  undated?: number;
  actors?: number;
  corpus?: string[];
  problems?: Problem[];
  notes?: string[];
}

/** What is wrong with a file of the sources; line and column count from one. */
interface Problem {
  path: string;
  line: number;
  column: number;
  severity: string;
  message: string;
}

/** The item in the status bar. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly disposables: vscode.Disposable[] = [];
  private timer: NodeJS.Timeout | undefined;
  private last: Status | undefined;
  private asked = 0;
  private again = 0;

  constructor(private readonly server: Server) {
    this.item = vscode.window.createStatusBarItem('beleg.status', vscode.StatusBarAlignment.Right, 100);
    this.item.name = 'Beleg';
    this.item.command = 'beleg.showStatus';
    const files = vscode.workspace.createFileSystemWatcher('**/*.{md,txt,toml}');
    const later = () => {
      this.again = AGAIN;
      this.ask(SETTLE);
    };
    this.disposables.push(
      this.item,
      files,
      files.onDidChange(later),
      files.onDidCreate(later),
      files.onDidDelete(later),
      server.onDidChange(() => {
        this.last = undefined;
        this.draw();
        this.ask(0);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
      vscode.languages.onDidChangeDiagnostics(() => this.draw()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.draw()),
    );
    this.draw();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((one) => one.dispose());
  }

  private ask(after: number): void {
    clearTimeout(this.timer);
    if (this.server.running === undefined) return;
    this.timer = setTimeout(() => void this.fetch(), after);
  }

  private async fetch(): Promise<void> {
    const asked = ++this.asked;
    const status = await fetchStatus(this.server);
    if (asked !== this.asked) return;
    this.last = status;
    if (status?.corpus !== undefined) this.server.corpus = status.corpus;
    this.draw();
    if (status?.ready === false) this.ask(POLL);
    else if (this.again-- > 0) this.ask(AGAIN_AFTER);
  }

  private draw(): void {
    const { state } = this.server;
    const document = vscode.window.activeTextEditor?.document;
    this.item.backgroundColor = undefined;
    switch (state.is) {
      case 'off':
        return this.item.hide();
      case 'no sources':
        if (document === undefined || !isProse(document)) return this.item.hide();
        this.say('$(book) Beleg', t('No sources in this folder: neither a beleg.toml nor articles in corpus/.'));
        break;
      case 'starting':
        this.say('$(sync~spin) Beleg', t('The server is starting.'));
        break;
      case 'missing':
        this.say('$(error) Beleg', t('No server was found.'));
        this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
        break;
      case 'failed':
        this.say('$(error) Beleg', t('The server does not run. {0}', state.why));
        this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
        break;
      case 'running':
        this.drawRunning();
    }
    this.item.show();
  }

  private drawRunning(): void {
    const status = this.last;
    if (status === undefined) return this.say('$(book) Beleg', t('The server is running.'));
    if (status.ready === false) return this.say('$(sync~spin) Beleg', t('Reading the sources …'));
    const articles = articlesLoaded(status);
    const found = findings();
    const icon = status.problems?.length ? '$(warning)' : '$(book)';
    const text = [articles ?? 'Beleg', found].filter(Boolean).join(', ');
    this.say(`${icon} ${text}`, [articles, found, problemsFound(status)].filter(Boolean).join('\n') || t('The server is running.'));
  }

  private say(text: string, tooltip: string): void {
    const restricted = vscode.workspace.isTrusted ? '' : `\n${restrictedMode()}`;
    this.item.text = vscode.workspace.isTrusted ? text : `${text} $(shield)`;
    this.item.tooltip = `Beleg\n${tooltip}${restricted}`;
    this.item.accessibilityInformation = { label: `Beleg: ${tooltip}${restricted}` };
  }
}

async function fetchStatus(server: Server): Promise<Status | undefined> {
  try {
    return (await server.running?.sendRequest<Status | null>('beleg/status')) ?? undefined;
  } catch (error) {
    server.output.debug(`beleg/status: ${String(error)}`);
    return undefined;
  }
}

function articlesLoaded({ articles }: Status): string | undefined {
  if (articles === undefined) return undefined;
  return articles === 1 ? t('1 article') : t('{0} articles', articles);
}

/** What was found in the draft in front. */
function findings(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isProse(document)) return undefined;
  const count = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'beleg').length;
  if (count === 0) return undefined;
  return count === 1 ? t('1 finding') : t('{0} findings', count);
}

function problemsFound({ problems = [] }: Status): string | undefined {
  if (problems.length === 0) return undefined;
  return problems.length === 1
    ? t('1 problem in the files of the sources')
    : t('{0} problems in the files of the sources', problems.length);
}

function restrictedMode(): string {
  return t('Restricted mode: this workspace is read and nothing else; nothing it configures is run.');
}

async function openProblem(root: string, { path, line, column }: Problem): Promise<void> {
  const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  await vscode.window.showTextDocument(vscode.Uri.file(resolve(root, path)), { selection: new vscode.Range(at, at) });
}

interface Row extends vscode.QuickPickItem {
  run?: () => unknown;
}

/** The command: what is loaded, each row with what can be done about it. */
export async function showStatus(server: Server): Promise<void> {
  const status = await fetchStatus(server);
  const command = (name: string, ...rest: unknown[]) => () => vscode.commands.executeCommand(name, ...rest);
  const rows: Row[] = [];
  const { state } = server;
  switch (state.is) {
    case 'running':
      rows.push({
        label: `$(pass) ${t('The server is running.')}`,
        description: [server.version, status?.ready === false ? t('Reading the sources …') : undefined].filter(Boolean).join(' · '),
      });
      break;
    case 'starting':
      rows.push({ label: `$(sync~spin) ${t('The server is starting.')}` });
      break;
    case 'missing':
      rows.push({ label: `$(error) ${t('No server was found.')}`, run: command('workbench.action.openSettings', 'beleg.server.path') });
      break;
    case 'failed':
      rows.push({ label: `$(error) ${t('The server does not run. {0}', state.why)}` });
      break;
    case 'no sources':
      rows.push(
        { label: `$(info) ${t('No sources in this folder: neither a beleg.toml nor articles in corpus/.')}` },
        { label: `$(book) ${t('Start anyway')}`, run: command('beleg.restart') },
        { label: `$(mortar-board) ${t('Show how to begin')}`, run: command('beleg.openWalkthrough') },
      );
      break;
    case 'off':
      rows.push({ label: `$(circle-slash) ${t('Beleg is switched off.')}`, run: command('workbench.action.openSettings', 'beleg.enabled') });
  }
  if (!vscode.workspace.isTrusted) {
    rows.push({ label: `$(shield) ${restrictedMode()}`, run: command('workbench.trust.manage') });
  }
  if (status !== undefined) {
    const articles = articlesLoaded(status);
    const undated = status.undated ? t('{0} without a date', status.undated) : '';
    if (articles !== undefined) rows.push({ label: `$(files) ${articles}`, description: undated });
    if (status.actors !== undefined) rows.push({ label: `$(organization) ${t('{0} actors', status.actors)}` });
    for (const note of status.notes ?? []) rows.push({ label: `$(info) ${note}` });
    const problems = problemsFound(status);
    if (problems !== undefined) rows.push({ label: problems, kind: vscode.QuickPickItemKind.Separator });
    for (const problem of (status.problems ?? []).slice(0, MAX_PROBLEMS)) {
      rows.push({
        label: `$(warning) ${problem.message}`,
        description: `${problem.path}:${problem.line}`,
        run: () => openProblem(server.root ?? '', problem),
      });
    }
    if (problems !== undefined) rows.push({ label: '', kind: vscode.QuickPickItemKind.Separator });
  }
  if (server.root !== undefined && state.is !== 'no sources') {
    rows.push({ label: `$(root-folder) ${t('Workspace')}`, description: server.root, run: command('revealInExplorer', vscode.Uri.file(server.root)) });
  }
  if (server.program !== undefined) {
    const origin = { bundled: t('comes with the extension'), setting: t('set in beleg.server.path'), path: t('found on PATH') };
    rows.push({ label: `$(server-process) ${t('Server')}`, description: `${server.program.program} (${origin[server.program.origin]})` });
  }
  rows.push(
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(debug-restart) ${t('Restart')}`, run: command('beleg.restart') },
    { label: `$(output) ${t('Show Output')}`, run: command('beleg.showOutput') },
  );
  const chosen = await vscode.window.showQuickPick(rows, { title: 'Beleg', placeHolder: t('What is loaded, and from where'), matchOnDescription: true });
  await chosen?.run?.();
}
