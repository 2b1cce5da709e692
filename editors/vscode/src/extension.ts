// Beleg in VS Code: starts the server and gives its answers a place in the window.
import * as vscode from 'vscode';
import { openSample, openWhatWasAskedFor } from './sample';
import { isProse, Server } from './server';
import { openSourceToSide, trace } from './sources';
import { showStatus, StatusItem } from './status';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Beleg', { log: true });
  const running = new Server(context, output);
  server = running;
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(`beleg.${name}`, run);
  context.subscriptions.push(
    output,
    running,
    new StatusItem(running),
    command('trace', () => trace(running)),
    command('openSourceToSide', () => openSourceToSide(running)),
    command('showStatus', () => showStatus(running)),
    command('showOutput', () => output.show()),
    command('restart', () => running.restart()),
    command('openSample', () => openSample(context)),
    command('openWalkthrough', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
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
