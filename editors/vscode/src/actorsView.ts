// The view of who appears in the draft, and in the sources.
import * as vscode from 'vscode';
import type { Draft } from './draft';
import type { Actor } from './protocol';
import type { Server } from './server';
import { besideDraft, clip, open, toRange, where } from './show';
import { DraftView } from './view';

const { t } = vscode.l10n;

export interface ActorNode {
  is: 'actor';
  actor: Actor;
  parent?: never;
}
/** A place it stands at. */
export interface PlaceNode {
  is: 'place';
  kind: 'here' | 'first' | 'entry';
  uri: vscode.Uri;
  range: vscode.Range;
  label: string;
  description: string;
  parent: ActorNode;
}
export type Node = ActorNode | PlaceNode;

const KINDS = ['person', 'organisation', 'state', 'place', 'group'];

function kindName(kind: string): string {
  switch (kind) {
    case 'person':
      return t('person');
    case 'organisation':
      return t('organisation');
    case 'state':
      return t('state');
    case 'place':
      return t('place');
    case 'group':
      return t('group');
    default:
      return kind;
  }
}

function kindIcon(kind: string): vscode.ThemeIcon {
  const icons: Record<string, string> = { person: 'person', organisation: 'organization', state: 'globe', place: 'location', group: 'jersey' };
  return new vscode.ThemeIcon(icons[kind] ?? 'symbol-misc');
}

export class ActorsView extends DraftView<Node, { actors: Actor[] }> {
  private actors: ActorNode[] = [];
  private loaded = false;
  private readonly hidden = new Set<string>();
  private uri: vscode.Uri | undefined;

  constructor(server: Server, draft: Draft) {
    super('beleg.actorsView', server, draft);
  }

  protected override async fetch(document: vscode.TextDocument): Promise<{ actors: Actor[] } | undefined> {
    this.uri = document.uri;
    return this.server.ask('beleg.actors', { uri: document.uri.toString() });
  }

  protected override take(answer: { actors: Actor[] } | undefined): void {
    this.loaded = answer !== undefined;
    this.actors = (answer?.actors ?? []).map((actor) => ({ is: 'actor', actor }));
  }

  protected override notes(): string[] {
    const shown = this.getChildren().length;
    if (this.loaded && this.actors.length === 0) return [t('No actors in this text.')];
    return this.loaded && shown < this.actors.length ? [t('{0} of {1} actors are shown.', shown, this.actors.length)] : [];
  }

  override getChildren(node?: Node): Node[] {
    if (node === undefined) return this.actors.filter(({ actor }) => !this.hidden.has(actor.kind));
    return node.is === 'actor' ? this.places(node) : [];
  }

  private places(node: ActorNode): PlaceNode[] {
    const { actor } = node;
    const out: PlaceNode[] = [];
    const { document } = this.draft;
    const { firstStatement: first, declaration } = actor;
    if (first !== null) {
      const label = t('First mentioned in the sources');
      out.push({ is: 'place', kind: 'first', uri: vscode.Uri.parse(first.uri), range: toRange(first.range), label, description: where(first), parent: node });
    }
    if (declaration !== null) {
      const uri = vscode.Uri.parse(declaration.uri);
      out.push({ is: 'place', kind: 'entry', uri, range: toRange(declaration.range), label: t('Entry in the registry'), description: vscode.workspace.asRelativePath(uri, false), parent: node });
    }
    for (const mention of this.uri === undefined ? [] : actor.mentions) {
      const range = toRange(mention);
      const line = document !== undefined && range.end.line < document.lineCount ? document.lineAt(range.start.line).text : '';
      const from = Math.max(0, line.lastIndexOf(' ', Math.max(0, range.start.character - 25)));
      const label = clip(`${from > 0 ? '…' : ''}${line.slice(from).trim()}`, 80);
      out.push({ is: 'place', kind: 'here', uri: this.uri!, range, label, description: t('line {0}', range.start.line + 1), parent: node });
    }
    return out;
  }

  override getTreeItem(node: Node): vscode.TreeItem {
    return node.is === 'actor' ? actorItem(node) : placeItem(node);
  }

  /** Its first mention in the draft. */
  async showActor({ actor }: ActorNode): Promise<void> {
    const [first] = actor.mentions;
    if (first === undefined || this.uri === undefined) return;
    await open(this.uri, toRange(first), this.draft.editor?.viewColumn ?? vscode.ViewColumn.One, { keepFocus: true });
  }

  async showPlace({ kind, uri, range }: PlaceNode): Promise<void> {
    const column = kind === 'here' ? (this.draft.editor?.viewColumn ?? vscode.ViewColumn.One) : besideDraft(this.draft);
    await open(uri, range, column, { keepFocus: true });
  }

  /** Where an actor stands in the draft, to give it an entry. */
  place({ actor }: ActorNode): { uri: vscode.Uri; range: vscode.Range } | undefined {
    const [first] = actor.mentions;
    return first === undefined || this.uri === undefined ? undefined : { uri: this.uri, range: toRange(first) };
  }

  async filter(): Promise<void> {
    const kinds = [...new Set([...KINDS, ...this.actors.map(({ actor }) => actor.kind)])];
    const rows = kinds.map((kind) => ({
      label: `$(${kindIcon(kind).id}) ${kindName(kind)}`,
      description: String(this.actors.filter(({ actor }) => actor.kind === kind).length),
      picked: !this.hidden.has(kind),
      of: kind,
    }));
    const chosen = await vscode.window.showQuickPick(rows, { canPickMany: true, title: t('Actors to show') });
    if (chosen === undefined) return;
    this.hidden.clear();
    for (const { of } of rows) if (!chosen.some((row) => row.of === of)) this.hidden.add(of);
    this.redraw();
  }

  async find(): Promise<void> {
    await this.focus();
    await vscode.commands.executeCommand('list.find');
  }
}

function actorItem(node: ActorNode): vscode.TreeItem {
  const { actor } = node;
  const item = new vscode.TreeItem(actor.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${actor.kind}:${actor.actor}:${actor.name}`;
  item.iconPath = kindIcon(actor.kind);
  const here = t('{0}× here', actor.mentions.length);
  const articles = actor.corpus.articles === 1 ? t('1 article') : t('{0} articles', actor.corpus.articles);
  const there = actor.corpus.articles === 0 ? t('not in the sources') : t('{0}× in {1}', actor.corpus.mentions, articles);
  item.description = [kindName(actor.kind), here, there, actor.listed ? '' : t('not in the registry')].filter(Boolean).join(' · ');
  item.tooltip = `${actor.name}\n${item.description}`;
  item.accessibilityInformation = { label: `${actor.name}, ${item.description}` };
  item.contextValue = actor.listed ? 'actor-listed' : 'actor-unlisted';
  item.command = { command: 'beleg.showActor', title: t('Show in the text'), arguments: [node] };
  return item;
}

function placeItem(node: PlaceNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label);
  const icons = { here: 'edit', first: 'star-full', entry: 'book' };
  item.iconPath = new vscode.ThemeIcon(icons[node.kind], node.kind === 'first' ? new vscode.ThemeColor('charts.yellow') : undefined);
  item.description = node.description;
  item.tooltip = `${node.label}\n${node.description}`;
  item.contextValue = `place-${node.kind}`;
  item.command = { command: 'beleg.showActorPlace', title: t('Show'), arguments: [node] };
  return item;
}
