// Runs the language server: finds it, starts it, and says so when that fails.
//
// Invariant: at most one start or stop is under way; whatever happens, `state` says what is.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  State as ClientState,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withReason } from './decide';
import { locate, type Found } from './locate';
import { WRITES, type Commands } from './protocol';
import { anyRoot, findRoot, localFolders } from './root';

const { t } = vscode.l10n;

/** A server that dies this often in `CRASH_WINDOW` stays down until the user restarts it. */
const MAX_CRASHES = 3;
const CRASH_WINDOW = 3 * 60_000;
/** Milliseconds after which a server that does not stop is ended. */
const STOP_WITHIN = 2000;

/** Where the server works. Their other TOML files are none of its business. */
const PROSE = ['markdown', 'plaintext'];
export const PROSE_SELECTOR = PROSE.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language })));
const SELECTOR = [
  ...PROSE_SELECTOR,
  { scheme: 'file', pattern: '**/beleg.toml' },
  { scheme: 'file', pattern: '**/actors.toml' },
];

/** Commands that nobody has asked for in so many words. */
const BACKGROUND: ReadonlySet<string> = new Set(['beleg.sources', 'beleg.actors', 'beleg.timeline']);

export type State =
  | { is: 'off' }
  | { is: 'no sources' }
  | { is: 'starting' }
  | { is: 'running' }
  | { is: 'missing' }
  | { is: 'failed'; why: string };

export function isProse(document: vscode.TextDocument): boolean {
  // Where nothing else knows TOML it counts as plain text.
  return PROSE.includes(document.languageId) && !/\.(toml|jsonl?)$/i.test(document.uri.path);
}

/** Leaves it to `Server` to tell the user what is wrong, so that it is told once. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Server implements vscode.Disposable {
  state: State = { is: 'off' };
  /** The program that runs, or ran last. */
  program: Found | undefined;
  /** The folder it works in. */
  root: string | undefined;
  /** Where what the server shows is opened. */
  column: () => vscode.ViewColumn = () => vscode.ViewColumn.Active;
  /** The folders and files of its sources, as far as is known. */
  corpus: string[] = [];

  private client: LanguageClient | undefined;
  private crashes: number[] = [];
  private queue: Promise<void> = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly output: vscode.LogOutputChannel,
  ) {}

  /** The client, if it can be asked. */
  get running(): LanguageClient | undefined {
    return this.state.is === 'running' ? this.client : undefined;
  }

  /** The version the server calls itself. */
  get version(): string | undefined {
    return this.client?.initializeResult?.serverInfo?.version;
  }

  /** Whether the server knows a command. */
  has(command: keyof Commands): boolean {
    return this.running?.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  }

  /** Has the server run a command. What goes wrong is told; nothing comes back then. */
  async ask<C extends keyof Commands>(command: C, argument: Commands[C][0]): Promise<Commands[C][1] | undefined> {
    const client = this.running;
    if (client === undefined) {
      void vscode.window.showWarningMessage(t('Beleg: the server is not running.'));
      return undefined;
    }
    if (!this.mayRun(command)) return undefined;
    try {
      return (await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] })) as Commands[C][1];
    } catch (error) {
      this.output.warn(`${command}: ${reason(error)}`);
      // What is asked for a view is asked again, and a view is no place for complaints.
      if (!BACKGROUND.has(command)) void vscode.window.showErrorMessage(`Beleg: ${reason(error)}`);
      return undefined;
    }
  }

  private mayRun(command: string): boolean {
    if (vscode.workspace.isTrusted || !WRITES.has(command)) return true;
    const manage = t('Manage Trust');
    void vscode.window.showWarningMessage(t('Beleg: in restricted mode nothing is written.'), manage).then((choice) => {
      if (choice === manage) void vscode.commands.executeCommand('workbench.trust.manage');
    });
    return false;
  }

  /** Starts the server if there is something for it to do and it is not up. `anyway`: also without sources. */
  start(anyway = false): Promise<void> {
    return this.enqueue(async () => {
      if (this.client === undefined && this.state.is !== 'failed' && this.state.is !== 'missing') await this.up(anyway);
    });
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      this.crashes = [];
      await this.down();
      await this.up(true);
    });
  }

  stop(): Promise<void> {
    return this.enqueue(async () => {
      await this.down();
      this.set({ is: 'off' });
    });
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => this.output.error(reason(error)));
    return this.queue;
  }

  private set(state: State): void {
    this.state = state;
    void vscode.commands.executeCommand('setContext', 'beleg.running', state.is === 'running');
    this.changed.fire();
  }

  private async up(anyway: boolean): Promise<void> {
    const settings = vscode.workspace.getConfiguration('beleg');
    const enabled = settings.get<string>('enabled', 'auto');
    if (enabled === 'never' && !anyway) return this.set({ is: 'off' });

    const document = vscode.window.activeTextEditor?.document;
    const root = findRoot(document) ?? (anyway || enabled === 'always' ? anyRoot(document) : undefined);
    if (root === undefined) return this.set({ is: 'no sources' });
    this.root = root;
    this.corpus = [join(root, 'corpus')];

    const found = locate({
      extension: this.context.extensionPath,
      setting: settings.get<string>('server.path', '').trim(),
      workspace: localFolders(),
      env: process.env,
      platform: process.platform,
    });
    if ('tried' in found) {
      this.set({ is: 'missing' });
      this.output.error(`no server; looked in: ${found.tried.join(', ')}`);
      void this.sayMissing(found.tried);
      return;
    }
    this.program = found;
    this.output.info(`starting ${found.program} (${found.origin}) in ${root}`);
    this.set({ is: 'starting' });
    const client = this.make(found.program, root);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      const why = reason(error);
      // What the pipe says when there is nobody at its other end.
      this.fail(/EPIPE|ECONNRESET|disposed|closed/.test(why) ? t('It stopped while it was starting.') : why);
    }
  }

  private async down(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose(STOP_WITHIN);
    } catch (error) {
      // One that never ran cannot be stopped, and says so.
      this.output.debug(`stopping the server: ${reason(error)}`);
    }
  }

  private make(program: string, root: string): LanguageClient {
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.output,
      diagnosticCollectionName: 'beleg',
      initializationOptions: () => {
        const settings = vscode.workspace.getConfiguration('beleg');
        return Object.fromEntries(['semanticTokens', 'checks', 'features', 'precedence'].map((name) => [name, settings.get(name)]));
      },
      initializationFailedHandler: () => false,
      synchronize: { configurationSection: 'beleg' },
      stdioOptions: { stdout: () => {}, stderr: (input, output) => log(input, output) },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
      middleware: {
        // What lenses and actions of the server's own run.
        executeCommand: async (command, args: unknown[], next) => {
          if (!this.mayRun(command)) return undefined;
          if (command !== 'beleg.decide') return next(command, args);
          const decision = await withReason(args[0] as Commands['beleg.decide'][0]);
          return decision && next(command, [decision]);
        },
        window: {
          showDocument: async (params, token, next) => {
            if (params.external || params.selection === undefined) return next(params, token);
            const { start, end } = params.selection;
            const range = new vscode.Range(start.line, start.character, end.line, end.character);
            const options = { viewColumn: this.column(), selection: range, preserveFocus: params.takeFocus === false };
            await vscode.window.showTextDocument(vscode.Uri.parse(params.uri), options);
            return { success: true };
          },
        },
        provideCodeActions: async (document, range, context, token, next) => {
          const actions = await next(document, range, context, token);
          if (vscode.workspace.isTrusted) return actions;
          return actions?.filter((action) => !WRITES.has(commandOf(action)));
        },
        // Other extensions colour TOML; an empty answer of ours would keep theirs away.
        provideDocumentSemanticTokens: (document, token, next) => (isProse(document) ? next(document, token) : undefined),
        provideDocumentSemanticTokensEdits: (document, previous, token, next) =>
          isProse(document) ? next(document, previous, token) : undefined,
        provideDocumentRangeSemanticTokens: (document, range, token, next) =>
          isProse(document) ? next(document, range, token) : undefined,
      },
    };
    const env = { ...process.env, BELEG_LOG: process.env.BELEG_LOG ?? level(this.output.logLevel) };
    const client = new Client(
      'beleg',
      'Beleg',
      { command: program, args: ['lsp', '--workspace', root], options: { cwd: root, env } },
      options,
    );
    client.onDidChangeState(({ newState }) => {
      if (client !== this.client) return;
      if (newState === ClientState.Running) this.set({ is: 'running' });
      if (newState === ClientState.Starting) this.set({ is: 'starting' });
      // After a crash the client starts the server itself, and nobody waits for that start.
      if (newState === ClientState.StartFailed) setTimeout(() => this.fail(t('It cannot be started.')));
    });
    return client;
  }

  /** The server has gone without being asked to. */
  private closed(): { action: CloseAction; handled: boolean } {
    const now = Date.now();
    const wasUp = this.state.is === 'running';
    this.crashes = [...this.crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (wasUp && this.crashes.length <= MAX_CRASHES) {
      this.output.warn('the server has stopped; starting it again');
      return { action: CloseAction.Restart, handled: true };
    }
    this.fail(
      wasUp
        ? t('It stopped {0} times in a short while.', this.crashes.length)
        : t('It stopped while it was starting.'),
    );
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private fail(why: string): void {
    if (this.state.is === 'failed') return;
    this.set({ is: 'failed', why });
    this.output.error(`the server does not run: ${why}`);
    const restart = t('Restart');
    const output = t('Show Output');
    void vscode.window.showErrorMessage(t('Beleg: the server does not run. {0}', why), restart, output).then((choice) => {
      if (choice === restart) void this.restart();
      if (choice === output) this.output.show();
    });
  }

  private async sayMissing(tried: string[]): Promise<void> {
    const settings = t('Open Setting');
    const again = t('Try Again');
    const choice = await vscode.window.showErrorMessage(
      t(
        'Beleg: no server found (looked in: {0}). Install the extension built for your system, put "beleg" on the PATH, or set its path.',
        tried.join(', '),
      ),
      settings,
      again,
    );
    if (choice === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'beleg.server.path');
    if (choice === again) await this.restart();
  }
}

function commandOf(action: vscode.Command | vscode.CodeAction): string {
  return (typeof action.command === 'string' ? action.command : action.command?.command) ?? '';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The server's log follows the level of the output channel. */
function level(of: vscode.LogLevel): string {
  switch (of) {
    case vscode.LogLevel.Off:
      return 'off';
    case vscode.LogLevel.Trace:
      return 'beleg=trace,info';
    case vscode.LogLevel.Debug:
      return 'beleg=debug,info';
    case vscode.LogLevel.Info:
      return 'info';
    case vscode.LogLevel.Warning:
      return 'warn';
    case vscode.LogLevel.Error:
      return 'error';
  }
}

/** What the server writes to standard error, each line at its level. */
function log(input: NodeJS.ReadableStream, output: vscode.LogOutputChannel): void {
  createInterface({ input, crlfDelay: Infinity }).on('line', (line) => {
    const [, severity, message] = /^\S+\s+(TRACE|DEBUG|INFO|WARN|ERROR)\s+(.*)$/.exec(line) ?? [];
    switch (severity) {
      case 'TRACE':
        return output.trace(message!);
      case 'DEBUG':
        return output.debug(message!);
      case 'INFO':
        return output.info(message!);
      case 'WARN':
        return output.warn(message!);
      case 'ERROR':
        return output.error(message!);
      default:
        return output.error(line);
    }
  });
}
