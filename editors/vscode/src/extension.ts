// Beleg in VS Code: starts the server and gives its answers a place in the window.
import * as vscode from 'vscode';
import { ActorsView, type ActorNode, type PlaceNode } from './actorsView';
import { decideAbout, undecide } from './decide';
import { Draft } from './draft';
import { openSample, openWhatWasAskedFor } from './sample';
import { isProse, Server } from './server';
import { besideDraft } from './show';
import { SourcesView, type ClaimNode, type StatementNode } from './sourcesView';
import { showStatus, StatusItem } from './status';
import { TimelineView } from './timeline';
import * as toml from './toml';
import { insert, insertCitation, openSourceToSide, trace } from './trace';
import { checkWorkspace, citeFirst, importClipboard, importFiles, newActor } from './workspace';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Beleg', { log: true });
  const running = new Server(context, output);
  server = running;
  const draft = new Draft(running);
  running.column = () => besideDraft(draft);
  const sources = new SourcesView(running, draft);
  const actors = new ActorsView(running, draft);
  const timeline = new TimelineView(context, running, draft);
  context.subscriptions.push(output, running, draft, sources, actors, timeline, new StatusItem(running), toml.register());

  // The server's own commands become VS Code's under their names while it runs, so these need others.
  const command = (name: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(`beleg.${name}`, run));
  command('traceSelection', () => trace(running, draft));
  command('openSourceToSide', () => openSourceToSide(running, draft));
  command('insertCitation', () => insertCitation(running, draft));
  command('citeFirst', () => citeFirst(running));
  command('checkAll', () => checkWorkspace(running));
  command('importFiles', () => importFiles(running));
  command('importClipboard', () => importClipboard(running));
  command('addActor', (node?: ActorNode) => newActor(running, node === undefined ? undefined : actors.place(node)));
  command('showSources', () => sources.focus());
  command('showActors', () => actors.focus());
  command('showTimeline', () => timeline.focus());
  command('filterSources', () => sources.filter());
  command('filterActors', () => actors.filter());
  command('findSource', () => sources.find());
  command('findActor', () => actors.find());
  command('showClaim', (node: ClaimNode) => sources.showClaim(node));
  command('showStatement', (node: StatementNode) => sources.showStatement(node));
  command('showActor', (node: ActorNode) => actors.showActor(node));
  command('showActorPlace', (node: PlaceNode) => actors.showPlace(node));
  command('insertThisCitation', async ({ statement }: StatementNode) => {
    if (draft.editor !== undefined) await insert(draft.editor, statement.citation);
  });
  command('copyCitation', ({ statement }: StatementNode) => vscode.env.clipboard.writeText(statement.citation));
  const about = (name: string, act: (document: vscode.TextDocument, node: ClaimNode) => unknown) =>
    command(name, (node: ClaimNode) => draft.document && act(draft.document, node));
  about('ignoreClaim', (document, { claim }) => decideAbout(running, document, claim, 'ignored'));
  about('checkClaim', (document, { claim }) => decideAbout(running, document, claim, 'checked'));
  about('undecideClaim', (document, { claim }) => undecide(running, document, claim));
  command('showStatus', () => showStatus(running));
  command('showOutput', () => output.show());
  command('restart', () => running.restart());
  command('openSample', () => openSample(context));
  command('openWalkthrough', () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
  );

  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isProse(document)) void running.start();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => running.start()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('beleg.server.path')) void running.restart();
      if (change.affectsConfiguration('beleg.enabled')) void running.stop().then(() => running.start());
    }),
  );
  void running.start();
  void openWhatWasAskedFor(context);
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
