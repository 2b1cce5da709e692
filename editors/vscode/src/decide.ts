// Findings that are right as they stand: their writer says why, and the server remembers it.
import * as vscode from 'vscode';
import { PROSE_SELECTOR, type Server } from './server';

const { t } = vscode.l10n;

export type Decision = 'ignored' | 'checked';

/** What a decision is about. */
export interface Matter {
  uri: vscode.Uri;
  range: vscode.Range;
  code: string;
}

/** Offers both decisions at every finding. The reason is asked for when one is taken. */
export class DecideActions implements vscode.CodeActionProvider {
  static register(server: Server): vscode.Disposable {
    const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    return vscode.languages.registerCodeActionsProvider(PROSE_SELECTOR, new DecideActions(server), kinds);
  }

  private constructor(private readonly server: Server) {}

  provideCodeActions(document: vscode.TextDocument, _: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    if (!this.server.has('beleg.decide') || !vscode.workspace.isTrusted) return [];
    return context.diagnostics.flatMap((diagnostic) => {
      const code = codeOf(diagnostic);
      if (diagnostic.source !== 'beleg' || code === undefined) return [];
      const matter: Matter = { uri: document.uri, range: diagnostic.range, code };
      return (['ignored', 'checked'] as const).map((decision) => {
        const title = decision === 'ignored' ? t('Ignore {0} here, with a reason …', code) : t('Mark as checked ({0}), with a note …', code);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.command = { command: 'beleg.decideAbout', title, arguments: [matter, decision] };
        return action;
      });
    });
  }
}

function codeOf({ code }: vscode.Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? undefined : String(value);
}

/** Asks why, and has the decision written. Nothing happens without a reason. */
export async function decide(server: Server, { uri, range, code }: Matter, decision: Decision): Promise<boolean> {
  const reason = await vscode.window.showInputBox({
    title: decision === 'ignored' ? t('Ignore {0}', code) : t('Mark as checked: {0}', code),
    prompt: t('Why is it right as it stands? The reason is kept beside the text, in beleg.decisions.jsonl.'),
    placeHolder: decision === 'ignored' ? t('such as: interview of 3 May, notes in the archive') : t('such as: checked against the report'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? t('A reason is needed.') : undefined),
  });
  if (reason === undefined) return false;
  const answer = await server.ask('beleg.decide', { uri: uri.toString(), range: { start: range.start, end: range.end }, code, decision, reason: reason.trim() });
  return answer !== undefined;
}
