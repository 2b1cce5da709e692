// Builds the extension and packs it: node package.mjs [--server PROGRAM] [--target PLATFORM] [--out FILE]
//
// With a server the package is for one platform (`--target`, by default this one) and holds that program; without one the
// extension looks for `beleg` where the user has it. Prints the name of the file.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { values } = parseArgs({
  options: { server: { type: 'string' }, target: { type: 'string' }, out: { type: 'string' } },
});
const server = values.server === undefined ? undefined : resolve(values.server);
const target = values.target ?? (server === undefined ? undefined : `${process.platform}-${process.arch}`);
const out = resolve(values.out ?? join(root, 'target', `beleg-vscode${target === undefined ? '' : `-${target}`}.vsix`));
process.chdir(here);

function run(program, ...args) {
  // Standard output is for the answer.
  execFileSync(program, args, { stdio: ['ignore', process.stderr, process.stderr] });
}

rmSync('server', { recursive: true, force: true });
if (server !== undefined) {
  if (!existsSync(server)) throw new Error(`no such program: '${server}'`);
  const copy = join('server', target.startsWith('win32') ? 'beleg.exe' : 'beleg');
  mkdirSync('server');
  copyFileSync(server, copy);
  chmodSync(copy, 0o755);
  // What debuggers want from a program is ten times the program.
  if (process.platform === 'linux' && target.startsWith('linux')) {
    try {
      run('strip', '--strip-debug', copy);
    } catch {
      console.error('package: the server was not stripped (no program for it here)');
    }
  }
}

rmSync('sample', { recursive: true, force: true });
mkdirSync('sample');
cpSync(join(root, 'corpus'), 'sample/corpus', { recursive: true });
for (const draft of ['lage-nordkorea.md', 'entwurf-mit-fehlern.md']) copyFileSync(join(root, 'tests/briefings', draft), join('sample', draft));
copyFileSync('media/sample.toml', 'sample/beleg.toml');

rmSync('dist', { recursive: true, force: true });
for (const project of ['.', 'src/webview']) run(process.execPath, 'node_modules/typescript/bin/tsc', '--noEmit', '--project', project);
run(process.execPath, 'build.mjs');
mkdirSync(dirname(out), { recursive: true });
const vsce = ['package', '--no-dependencies', '--allow-missing-repository', '--out', out];
run(process.execPath, 'node_modules/@vscode/vsce/vsce', ...vsce, ...(target === undefined ? [] : ['--target', target]));
console.error(`package: ${basename(out)}`);
console.log(out);
