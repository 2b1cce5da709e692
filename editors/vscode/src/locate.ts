// Which program is the server?
//
// Invariant: nothing that a workspace contains or configures is ever run. The setting is machine-scoped, and folders of
// the workspace are left out when PATH is searched.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { homedir } from 'node:os';

export type Origin = 'bundled' | 'setting' | 'path';

export interface Found {
  program: string;
  origin: Origin;
}

export interface Missing {
  /** Where was looked, in order. */
  tried: string[];
}

export interface Where {
  /** The extension's own folder. */
  extension: string;
  /** The setting `beleg.server.path`; empty when it is not set. */
  setting: string;
  /** The folders of the workspace. */
  workspace: string[];
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
}

export function locate(where: Where): Found | Missing {
  const tried: string[] = [];
  const name = where.platform === 'win32' ? 'beleg.exe' : 'beleg';

  const bundled = join(where.extension, 'server', name);
  if (isProgram(bundled)) return { program: bundled, origin: 'bundled' };

  if (where.setting !== '') {
    const program = expand(where.setting);
    if (isAbsolute(program) && isProgram(program)) return { program, origin: 'setting' };
    tried.push(`beleg.server.path (${where.setting})`);
  }

  for (const folder of (where.env.PATH ?? where.env.Path ?? '').split(delimiter)) {
    // A relative folder means another program wherever the editor was started.
    if (!isAbsolute(folder) || where.workspace.some((root) => contains(root, folder))) continue;
    const program = join(folder, name);
    if (isProgram(program)) return { program, origin: 'path' };
  }
  tried.push('PATH');
  return { tried };
}

function expand(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path;
}

function contains(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
