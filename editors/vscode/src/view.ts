// What the views beside the draft have in common: they ask when they can be seen, and not for every key that is pressed.
import * as vscode from 'vscode';
import type { Draft } from './draft';
import type { Server } from './server';

const { t } = vscode.l10n;

/** Milliseconds to wait for the next key. */
const SETTLE = 350;

export abstract class DraftView<Node extends { readonly parent?: Node }, Answer> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  protected readonly view: vscode.TreeView<Node>;
  protected readonly disposables: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private stale = true;

  protected constructor(
    private readonly id: string,
    protected readonly server: Server,
    protected readonly draft: Draft,
  ) {
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.disposables.push(
      this.view,
      this.changed,
      draft.onDidChange(() => this.outdated(0)),
      draft.onDidEdit(() => this.outdated(SETTLE)),
      this.view.onDidChangeVisibility(() => this.outdated(this.stale ? 0 : undefined)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.say()),
    );
    this.outdated(0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.forEach((one) => one.dispose());
  }

  abstract getChildren(node?: Node): Node[];
  abstract getTreeItem(node: Node): vscode.TreeItem;
  protected abstract fetch(document: vscode.TextDocument): Promise<Answer | undefined>;
  /** Takes an answer in; nothing when there is no draft. */
  protected abstract take(answer: Answer | undefined): void;
  /** What is special about what is shown, such as a filter. */
  protected abstract notes(): string[];

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  /** Shows the view. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${this.id}.focus`);
  }

  protected redraw(): void {
    this.changed.fire(undefined);
    this.say();
  }

  /** Asks again in a while, or when the view is next seen. */
  protected outdated(after: number | undefined): void {
    if (after === undefined) return;
    this.stale = true;
    if (!this.view.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), after);
  }

  private async refresh(): Promise<void> {
    const asked = ++this.asked;
    const { document } = this.draft;
    const ready = document !== undefined && this.server.running !== undefined;
    const answer = ready ? await this.fetch(document).catch((error: unknown) => this.server.output.debug(String(error))) : undefined;
    if (asked !== this.asked) return;
    this.stale = answer === undefined && ready;
    this.view.description = document === undefined ? '' : vscode.workspace.asRelativePath(document.uri, false).replace(/^.*[\\/]/, '');
    // What a server that is just being asked for something else does not answer is asked again by the next event.
    if (answer !== undefined || !ready) this.take(answer ?? undefined);
    this.redraw();
  }

  private say(): void {
    const notes = this.notes();
    if (!vscode.workspace.isTrusted) notes.push(t('Restricted mode: read only.'));
    this.view.message = notes.join(' ');
  }
}
