// The view of the draft's claims, each with its state, unfolding to what the sources say: first made first.
import * as vscode from 'vscode';
import type { Draft } from './draft';
import type { Claim, ClaimState, Finding, Statement } from './protocol';
import type { Server } from './server';
import { besideDraft, clip, date, open, tooltip, toRange, where } from './show';
import { DraftView } from './view';

const { t } = vscode.l10n;

export interface ClaimNode {
  is: 'claim';
  claim: Claim;
  /** Stays the same while its text does, so that what is unfolded stays unfolded. */
  id: string;
  parent?: never;
}
export interface FindingNode {
  is: 'finding';
  finding: Finding;
  parent: ClaimNode;
}
export interface StatementNode {
  is: 'statement';
  statement: Statement;
  parent: ClaimNode;
}
export type SourceNode = ClaimNode | FindingNode | StatementNode;

/** Longer claims are cut, so that the state behind them can be read; the tooltip has all of it. */
const LABEL = 40;

const STATES: ClaimState[] = ['mismatch', 'unsourced', 'sourced', 'ignored', 'checked', 'uncovered'];

function stateName(state: ClaimState): string {
  switch (state) {
    case 'sourced':
      return t('sourced');
    case 'mismatch':
      return t('mismatch');
    case 'unsourced':
      return t('unsourced');
    case 'ignored':
      return t('ignored');
    case 'checked':
      return t('checked');
    case 'uncovered':
      return t('not in the sources');
  }
}

/** States differ by shape, and by colour only on top of that. */
function stateIcon(state: ClaimState): vscode.ThemeIcon {
  const icon = (name: string, colour: string) => new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
  switch (state) {
    case 'sourced':
      return icon('pass', 'testing.iconPassed');
    case 'mismatch':
      return icon('warning', 'list.warningForeground');
    case 'unsourced':
      return icon('question', 'problemsInfoIcon.foreground');
    case 'ignored':
      return icon('circle-slash', 'disabledForeground');
    case 'checked':
      return icon('verified-filled', 'testing.iconPassed');
    case 'uncovered':
      return icon('circle-outline', 'disabledForeground');
  }
}

function severityIcon(severity: string): vscode.ThemeIcon {
  const icon = (name: string, colour: string) => new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
  switch (severity) {
    case 'error':
      return icon('error', 'problemsErrorIcon.foreground');
    case 'warning':
      return icon('warning', 'problemsWarningIcon.foreground');
    case 'hint':
      return icon('lightbulb', 'descriptionForeground');
    default:
      return icon('info', 'problemsInfoIcon.foreground');
  }
}

export class SourcesView extends DraftView<SourceNode, { claims: Claim[] }> {
  private claims: ClaimNode[] = [];
  private loaded = false;
  private readonly hidden = new Set<ClaimState>();

  constructor(server: Server, draft: Draft) {
    super('beleg.sourcesView', server, draft);
    this.disposables.push(draft.onDidMove(() => this.follow()));
  }

  protected override async fetch(document: vscode.TextDocument): Promise<{ claims: Claim[] } | undefined> {
    return this.server.ask('beleg.sources', { uri: document.uri.toString() });
  }

  protected override take(answer: { claims: Claim[] } | undefined): void {
    this.loaded = answer !== undefined;
    const seen = new Map<string, number>();
    this.claims = (answer?.claims ?? []).map((claim) => {
      const nth = seen.get(claim.text) ?? 0;
      seen.set(claim.text, nth + 1);
      return { is: 'claim', claim, id: `${nth}:${claim.text}` };
    });
    const open = this.claims.filter(({ claim }) => claim.state === 'mismatch' || claim.state === 'unsourced').length;
    this.view.badge = open === 0 ? undefined! : { value: open, tooltip: open === 1 ? t('1 claim to look at') : t('{0} claims to look at', open) };
    queueMicrotask(() => this.follow());
  }

  protected override notes(): string[] {
    const shown = this.shown().length;
    if (this.loaded && this.claims.length === 0) return [t('No claims in this text.')];
    return this.loaded && shown < this.claims.length ? [t('{0} of {1} claims are shown.', shown, this.claims.length)] : [];
  }

  private shown(): ClaimNode[] {
    return this.claims.filter(({ claim }) => !this.hidden.has(claim.state));
  }

  override getChildren(node?: SourceNode): SourceNode[] {
    if (node === undefined) return this.shown();
    if (node.is !== 'claim') return [];
    const { findings, statements } = node.claim;
    // A stable sort: what was made first comes first, the rest as the server has it.
    const ordered = [...statements].sort((a, b) => Number(b.first) - Number(a.first));
    return [
      ...findings.map((finding): FindingNode => ({ is: 'finding', finding, parent: node })),
      ...ordered.map((statement): StatementNode => ({ is: 'statement', statement, parent: node })),
    ];
  }

  override getTreeItem(node: SourceNode): vscode.TreeItem {
    switch (node.is) {
      case 'claim':
        return this.claimItem(node);
      case 'finding':
        return findingItem(node);
      case 'statement':
        return statementItem(node);
    }
  }

  private claimItem(node: ClaimNode): vscode.TreeItem {
    const { claim } = node;
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(clip(claim.text, LABEL), claim.statements.length + claim.findings.length > 0 ? Collapsed : None);
    item.id = node.id;
    item.iconPath = stateIcon(claim.state);
    item.description = stateName(claim.state);
    item.contextValue = ['claim', claim.state, ...(claim.findings.length > 0 ? ['found'] : [])].join('-');
    item.tooltip = [claim.text, ...claim.findings.map(({ message }) => message)].join('\n\n');
    const sources = claim.statements.length === 1 ? t('1 statement') : t('{0} statements', claim.statements.length);
    item.accessibilityInformation = { label: `${stateName(claim.state)}: ${claim.text}, ${sources}` };
    item.command = { command: 'beleg.showClaim', title: t('Show in the text'), arguments: [node] };
    return item;
  }

  /** Marks the claim the caret is in. */
  private follow(): void {
    if (!this.view.visible) return;
    const caret = this.draft.editor?.selection.active;
    if (caret === undefined) return;
    const [selected] = this.view.selection;
    const there = this.shown().filter(({ claim }) => toRange(claim.range).contains(caret));
    // The figure rather than the sentence around it.
    const [node] = there.sort((a, b) => size(a) - size(b));
    if (node === undefined || (selected !== undefined && (selected.parent ?? selected) === node)) return;
    this.view.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => this.server.output.debug(String(error)));
  }

  /** The claim at the caret. */
  claimAtCaret(): ClaimNode | undefined {
    const caret = this.draft.editor?.selection.active;
    return caret && this.claims.find(({ claim }) => toRange(claim.range).contains(caret));
  }

  /** Shows a claim in the text and unfolds it: an item that does something when chosen is not unfolded by that. */
  async showClaim(node: ClaimNode): Promise<void> {
    const { document, editor } = this.draft;
    if (document === undefined) return;
    await open(document.uri, toRange(node.claim.range), editor?.viewColumn ?? vscode.ViewColumn.One, { keepFocus: true });
    if (this.claims.includes(node)) await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  async showStatement({ statement }: StatementNode): Promise<void> {
    await open(vscode.Uri.parse(statement.uri), toRange(statement.range), besideDraft(this.draft), { keepFocus: true });
  }

  /** Asks which states to show. */
  async filter(): Promise<void> {
    const count = (state: ClaimState) => this.claims.filter(({ claim }) => claim.state === state).length;
    const rows = STATES.map((state) => ({
      label: `$(${stateIcon(state).id}) ${stateName(state)}`,
      description: String(count(state)),
      picked: !this.hidden.has(state),
      state,
    }));
    const chosen = await vscode.window.showQuickPick(rows, { canPickMany: true, title: t('Claims to show') });
    if (chosen === undefined) return;
    this.hidden.clear();
    for (const { state } of rows) if (!chosen.some((row) => row.state === state)) this.hidden.add(state);
    this.redraw();
  }

  async find(): Promise<void> {
    await this.focus();
    await vscode.commands.executeCommand('list.find');
  }
}

function size({ claim: { range } }: ClaimNode): number {
  return (range.end.line - range.start.line) * 100_000 + range.end.character - range.start.character;
}

function findingItem({ finding, parent }: FindingNode): vscode.TreeItem {
  const item = new vscode.TreeItem(finding.message);
  item.iconPath = severityIcon(finding.severity);
  item.description = finding.code;
  item.tooltip = `${finding.message}\n\n${finding.code}`;
  item.contextValue = 'finding';
  item.accessibilityInformation = { label: `${finding.severity}: ${finding.message}` };
  item.command = { command: 'beleg.showClaim', title: t('Show in the text'), arguments: [parent] };
  return item;
}

function statementItem(node: StatementNode): vscode.TreeItem {
  const { statement } = node;
  const speaker = statement.speaker ?? t('the article itself');
  const item = new vscode.TreeItem(`${speaker}: ${statement.shown ?? clip(statement.text, 90)}`);
  const marks = [statement.first ? t('first made') : '', relation(statement)].filter(Boolean);
  item.iconPath = statementIcon(statement);
  item.description = [...marks, where(statement)].join(' · ');
  item.tooltip = tooltip(statement);
  item.contextValue = 'statement';
  item.accessibilityInformation = { label: [...marks, speaker, statement.shown ?? '', statement.text, date(statement.date)].filter(Boolean).join(', ') };
  item.command = { command: 'beleg.showStatement', title: t('Open beside'), arguments: [node] };
  return item;
}

export function relation({ relation: kind }: Statement): string {
  switch (kind) {
    case 'agrees':
      return '';
    case 'disagrees':
      return t('says otherwise');
    case 'superseded':
      return t('superseded');
  }
}

export function statementIcon({ first, relation: kind }: Statement): vscode.ThemeIcon {
  if (first) return new vscode.ThemeIcon('star-full', new vscode.ThemeColor('charts.yellow'));
  if (kind === 'disagrees') return new vscode.ThemeIcon('diff', new vscode.ThemeColor('list.warningForeground'));
  if (kind === 'superseded') return new vscode.ThemeIcon('history');
  return new vscode.ThemeIcon('quote');
}
