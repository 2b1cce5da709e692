// Findings that are right as they stand: their writer says so, and the server remembers it.
//
// The server offers the decisions as code actions. The protocol has no way to ask for a line of text, so the reason that
// ignoring needs is asked for here, on the way.
import * as vscode from 'vscode';
import type { Claim, Commands } from './protocol';
import type { Server } from './server';

const { t } = vscode.l10n;

type Decision = Commands['beleg.decide'][0];

/** The decision with its reason; nothing when the user thinks better of it. */
export async function withReason(decision: Decision): Promise<Decision | undefined> {
  if (decision.decision !== 'ignored' || decision.reason) return decision;
  const reason = await vscode.window.showInputBox({
    title: t('Ignore {0}', decision.code),
    prompt: t('Why is it right as it stands? The reason is kept beside the text, in beleg.decisions.jsonl.'),
    placeHolder: t('such as: interview of 3 May, notes in the archive'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? t('A reason is needed.') : undefined),
  });
  return reason === undefined ? undefined : { ...decision, reason: reason.trim() };
}

/** Decides about everything that was found in a claim. */
export async function decideAbout(server: Server, document: vscode.TextDocument, { range, findings }: Claim, decision: 'ignored' | 'checked'): Promise<void> {
  let reason: string | undefined;
  for (const { code } of findings) {
    const asked = await withReason({ uri: document.uri.toString(), range, code, decision, ...(reason !== undefined && { reason }) });
    if (asked === undefined) return;
    reason = asked.reason;
    if ((await server.ask('beleg.decide', asked)) === undefined) return;
  }
}

/** Takes back what was decided about a claim. */
export async function undecide(server: Server, document: vscode.TextDocument, { range, findings }: Claim): Promise<void> {
  for (const { code } of findings) await server.ask('beleg.undecide', { uri: document.uri.toString(), range, code });
}
