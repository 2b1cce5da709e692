// Which folder holds the sources?
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** The workspace for the server, or nothing when there are no sources here. */
export function findRoot(document: vscode.TextDocument | undefined): string | undefined {
  const folders = localFolders();
  const marked = folders.find(hasSources);
  if (marked !== undefined) return marked;
  if (folders.length > 0 || document?.uri.scheme !== 'file') return undefined;
  return upwards(dirname(document.uri.fsPath));
}

/** What to use when the user wants the server anyway. */
export function anyRoot(document: vscode.TextDocument | undefined): string | undefined {
  return localFolders()[0] ?? (document?.uri.scheme === 'file' ? dirname(document.uri.fsPath) : undefined);
}

/** The folders of the workspace that are on this machine. */
export function localFolders(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter((folder) => folder.uri.scheme === 'file').map((folder) => folder.uri.fsPath);
}

function hasSources(folder: string): boolean {
  return hasMarker(folder) || articles(join(folder, 'corpus'));
}

function hasMarker(folder: string): boolean {
  return existsSync(join(folder, 'beleg.toml')) || existsSync(join(folder, 'corpus', 'actors.toml'));
}

function articles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /\.(md|txt)$/i.test(name));
  } catch {
    return false;
  }
}

function upwards(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (hasMarker(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
