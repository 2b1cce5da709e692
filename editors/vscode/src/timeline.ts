// The timeline of the figure at the caret, as a page in the panel: value over date, and a table.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Draft } from './draft';
import type { Timeline } from './protocol';
import type { Server } from './server';
import { besideDraft, date, open, toRange } from './show';
import type { Said, Show, Texts } from './webview/messages';

const { t } = vscode.l10n;

const ID = 'beleg.timelineView';
/** Milliseconds the caret must rest. */
const SETTLE = 200;

export class TimelineView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private ready = false;
  private shown: Timeline | null = null;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
    private readonly draft: Draft,
  ) {
    this.disposables = [
      vscode.window.registerWebviewViewProvider(ID, this),
      draft.onDidMove(() => this.soon()),
      draft.onDidEdit(() => this.soon()),
      draft.onDidChange(() => this.soon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((one) => one.dispose());
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.ready = false;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.onDidReceiveMessage((said: Said) => {
      if (said.is === 'ready') {
        this.ready = true;
        this.post();
        this.soon(0);
      } else void this.open(said.index);
    });
    view.onDidChangeVisibility(() => this.soon(0));
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
    });
    void this.fill(webview);
  }

  /** Shows the timeline of what stands at the caret. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${ID}.focus`);
    this.soon(0);
  }

  private soon(after = SETTLE): void {
    clearTimeout(this.timer);
    if (this.view?.visible) this.timer = setTimeout(() => void this.refresh(), after);
  }

  private async refresh(): Promise<void> {
    const editor = this.draft.editor;
    if (editor === undefined || this.server.running === undefined) return;
    const asked = ++this.asked;
    const { line, character } = editor.selection.active;
    const answer = await this.server.ask('beleg.timeline', { uri: editor.document.uri.toString(), position: { line, character } });
    // Between two figures the last one stays.
    if (asked !== this.asked || answer === null || answer === undefined) return;
    this.shown = answer;
    this.post();
  }

  private post(): void {
    if (this.view === undefined || !this.ready) return;
    const timeline = this.shown;
    this.view.description = timeline?.matter ?? '';
    const message: Show = {
      timeline,
      texts: texts(),
      locale: vscode.env.language === 'en' ? 'en-GB' : vscode.env.language,
      dates: timeline?.points.map((point) => date(point.date)) ?? [],
    };
    void this.view.webview.postMessage(message);
  }

  private async open(index: number): Promise<void> {
    const point = index < 0 ? this.shown?.draft : this.shown?.points[index];
    if (point === undefined || point === null) return;
    const column = index < 0 ? (this.draft.editor?.viewColumn ?? vscode.ViewColumn.One) : besideDraft(this.draft);
    await open(vscode.Uri.parse(point.uri), toRange(point.range), column);
  }

  /** Script and style stand in the page, by a word made up for it: nothing else runs there, and nothing is fetched. */
  private async fill(webview: vscode.Webview): Promise<void> {
    const read = async (...path: string[]) =>
      Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.context.extensionUri, ...path))).toString('utf8');
    const [script, style] = await Promise.all([read('dist', 'timeline.js'), read('media', 'timeline.css')]);
    const nonce = randomBytes(18).toString('base64url');
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
    webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${t('Timeline')}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><main></main><script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script></body>
</html>`;
  }
}

function texts(): Texts {
  return {
    draft: t('This text'),
    itself: t('the article itself'),
    first: t('first made'),
    agrees: t('says so'),
    disagrees: t('says otherwise'),
    superseded: t('superseded'),
    date: t('Date'),
    value: t('Value'),
    speaker: t('Who says so'),
    source: t('Source'),
    relation: t('Relation'),
    undated: t('no date'),
    plot: t('Values by date'),
    hint: t('Arrow keys go from mark to mark; Enter opens the paragraph.'),
    empty: t('Put the caret on a figure or a claim: what the sources say about it over time stands here.'),
    none: t('No source states a value of this matter.'),
    logarithmic: t('logarithmic'),
  };
}
