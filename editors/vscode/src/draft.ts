// Which document is being written?
//
// The views beside the text are about it, also while an article is read: opening a source must not turn them to that source.
import { isAbsolute, relative } from 'node:path';
import * as vscode from 'vscode';
import { isProse, type Server } from './server';

export class Draft implements vscode.Disposable {
  document: vscode.TextDocument | undefined;

  private readonly changed = new vscode.EventEmitter<void>();
  private readonly edited = new vscode.EventEmitter<void>();
  private readonly moved = new vscode.EventEmitter<void>();
  /** It is another document. */
  readonly onDidChange = this.changed.event;
  /** Its text changed, or what was found in it. */
  readonly onDidEdit = this.edited.event;
  /** The caret moved in it. */
  readonly onDidMove = this.moved.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.disposables = [
      this.changed,
      this.edited,
      this.moved,
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.set(undefined);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.edited.fire();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const own = this.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === own)) this.edited.fire();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.document) this.moved.fire();
      }),
      server.onDidChange(() => {
        this.look();
        if (this.document !== undefined) this.changed.fire();
      }),
    ];
    this.look();
  }

  dispose(): void {
    this.disposables.forEach((one) => one.dispose());
  }

  /** The editor it is in; the active one, if it is in several. */
  get editor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined && active.document === this.document) return active;
    return vscode.window.visibleTextEditors.find((one) => one.document === this.document);
  }

  /** Whether a document is a source. */
  isArticle(document: vscode.TextDocument): boolean {
    return this.server.corpus.some((folder) => {
      const way = relative(folder, document.uri.fsPath);
      return !way.startsWith('..') && !isAbsolute(way);
    });
  }

  private look(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && document !== this.document && isProse(document) && !this.isArticle(document)) this.set(document);
  }

  private set(document: vscode.TextDocument | undefined): void {
    this.document = document;
    this.changed.fire();
  }
}

/** The editor that has the focus, if prose is written in it. */
export function proseEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor !== undefined && isProse(editor.document) ? editor : undefined;
}
