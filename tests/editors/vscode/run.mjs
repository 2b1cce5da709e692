// The extension as people get it, in a real VS Code: node tests/editors/vscode/run.mjs [SERVER] [--only PATTERN] [--picture FILE]
//
// SERVER is the program to pack, by default target/debug/beleg. Installs what is missing (scripts/vscode.sh), packs the
// extension, installs the package, opens a copy of the sample corpus with a briefing and tries what a person would.
// Pictures are left in target/vscode/. Prints 'N passed, N failed'; exits with 1 if anything failed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Code, until } from './code.mjs';
import { act, addScenario, inLanguage, viewRows } from './scenario.mjs';
import { addViews, lensesAndHints, readmePicture } from './views.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const extension = path.join(root, 'editors/vscode');
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, picture: { type: 'string' } } });
const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const server = path.resolve(positionals[0] ?? path.join(target, 'debug/beleg'));
const pictures = path.join(target, 'vscode');
const KEEP = process.env.BELEG_TEST_KEEP !== undefined;

const BRIEFING = 'lage-nordkorea.md';

/** Where in the sample briefing something of a kind stands. Each is there once. */
const KINDS = {
  person: 'Putin und Kim',
  organization: 'Friedrich-Naumann-Stiftung',
  state: 'Nordkorea seit',
  count: '20.000 Soldaten',
  money: '52,9 Millionen US-Dollar',
  date: '23. Oktober 2024',
};
const PLAIN = 'besiegelten';

const THEMES = {
  light: 'Light Modern',
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
  dark: 'Dark Modern',
};

let passed = 0;
const failures = [];
/** Tests that were tried twice, and how many may be. */
const again = [];
const AGAIN = 2;
const tests = [];
const test = (name, run, { vital = false } = {}) => tests.push({ name, run, vital });

function note(text) {
  console.log(`    ${text}`);
}

/** Runs `command` and returns its standard output; what else it says is shown as it comes. */
function run(program, args, where = root) {
  return execFileSync(program, args, { cwd: where, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}

function timed(what, work) {
  const began = performance.now();
  const result = work();
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

function installDependencies() {
  const lock = fs.readFileSync(path.join(extension, 'package-lock.json'), 'utf8');
  const stamp = path.join(extension, 'node_modules/.installed-lock.json');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], extension);
  fs.writeFileSync(stamp, lock);
}

/** A folder as a new user has it: the corpus and a briefing, in a path that is not plain ASCII. */
function workspace(home, name) {
  const folder = path.join(home, name);
  fs.cpSync(path.join(root, 'corpus'), path.join(folder, 'corpus'), { recursive: true });
  for (const briefing of fs.readdirSync(path.join(root, 'tests/briefings')).filter((file) => file.endsWith('.md'))) {
    fs.copyFileSync(path.join(root, 'tests/briefings', briefing), path.join(folder, briefing));
  }
  return folder;
}

function lineOf(file, text) {
  const line = fs.readFileSync(file, 'utf8').split('\n').findIndex((one) => one.includes(text));
  assert.notEqual(line, -1, `'${text}' stands in ${file}`);
  return line + 1;
}

const style = ({ bold, italic, underline }) => [bold && 'bold', italic && 'italic', underline && 'underline'].filter(Boolean).join(' ') || 'plain';
const sameLook = (a, b) => a.colour === b.colour && style(a) === style(b);

/** Contrast as WCAG defines it, of two colours as CSS gives them. */
function contrast(one, other) {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const c = Number(part) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Processes whose program is the one the installed extension came with. */
function servers(code) {
  const program = path.join(code.installed, 'server/beleg');
  return fs
    .readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .filter((id) => {
      try {
        return fs.readlinkSync(`/proc/${id}/exe`) === program;
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function opened(code, folder) {
  await code.open(folder, BRIEFING);
  await coloured(code);
}

const coloured = (code) =>
  until('coloured tokens', async () => {
    const [figure, plain] = [await code.look(KINDS.count), await code.look(PLAIN)];
    return figure?.underline && plain && figure.colour !== plain.colour;
  }, { within: 60_000, every: 20 });

test('the package has every text in German', () => {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(extension, file), 'utf8'));
  assert.deepEqual(Object.keys(read('package.nls.de.json')), Object.keys(read('package.nls.json')));
  const manifest = fs.readFileSync(path.join(extension, 'package.json'), 'utf8');
  const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map((found) => found[1]));
  assert.deepEqual([...used].filter((key) => !(key in read('package.nls.json'))), []);
  assert.deepEqual(Object.keys(read('package.nls.json')).filter((key) => !used.has(key)), []);
  const files = fs.readdirSync(path.join(extension, 'src'), { recursive: true }).filter((file) => file.endsWith('.ts'));
  const source = files.map((file) => fs.readFileSync(path.join(extension, 'src', file), 'utf8')).join('');
  const said = new Set([...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map((found) => found[1]));
  assert.deepEqual([...said].sort(), Object.keys(read('l10n/bundle.l10n.de.json')).sort());
  for (const key of Object.keys(read('package.nls.json')).filter((one) => one.endsWith('.media'))) {
    for (const file of ['package.nls.json', 'package.nls.de.json']) assert.ok(fs.existsSync(path.join(extension, read(file)[key])), key);
  }
});

test('the settings and schemas are those of beleg.toml', () => {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const schema = read('editors/beleg.schema.json');
  const { properties } = read('editors/vscode/package.json').contributes.configuration;
  const { paths, ...checks } = schema.properties.checks.properties;
  assert.ok(paths, 'levels by file are for beleg.toml alone');
  assert.deepEqual(Object.keys(properties['beleg.checks'].properties).sort(), Object.keys(checks).sort());
  const levels = schema.$defs.Level.oneOf.map((level) => level.const);
  for (const [name, { enum: own }] of Object.entries(properties['beleg.checks'].properties)) assert.deepEqual(own, levels, name);
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const features = Object.keys(schema.$defs.Features.properties).map((name) => `beleg.features.${camel(name)}`);
  assert.deepEqual(Object.keys(properties).filter((name) => name.startsWith('beleg.features.')).sort(), features.sort());
});

test('the schema of actors.toml names what the server takes', (_code, _folder, home) => {
  const { Actor, Role } = JSON.parse(fs.readFileSync(path.join(root, 'editors/actors.schema.json'), 'utf8')).$defs;
  const folder = path.join(home, 'Akteure');
  fs.mkdirSync(path.join(folder, 'corpus'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'beleg.toml'), '');
  const entry = '[[actor]]\nid = "a"\nname = "A"\nkind = "xyzzy"\n\n[[actor]]\nid = "b"\nname = "B"\nkind = "state"\nxyzzy = 1\nroles = [{ title = "t", xyzzy = 2 }]\n';
  fs.writeFileSync(path.join(folder, 'corpus/actors.toml'), entry);
  let said;
  try {
    said = execFileSync(server, ['doctor'], { cwd: folder, encoding: 'utf8', env: code.env() });
  } catch (error) {
    // It says by its exit code, too, that something is wrong.
    said = error.stdout;
  }
  const list = (pattern) => pattern.exec(said)?.[1].split(', ').sort();
  assert.deepEqual(list(/an actor has ([\w, ]+)\)/), Object.keys(Actor.properties).sort(), said);
  assert.deepEqual(list(/a role has ([\w, ]+)\)/), Object.keys(Role.properties).sort(), said);
  assert.deepEqual(list(/one of ([\w, ]+)\)/), Actor.properties.kind.oneOf.map((kind) => kind.const).sort(), said);
});

test('opening a briefing colours it', async (code, folder) => {
  await opened(code, folder);
  const seen = Date.now();
  // A figure to read, not a limit to keep: it is the machine's as much as ours.
  const up = await until('the log', () => code.hostUp());
  const load = (os.loadavg()[0] / os.cpus().length).toFixed(1);
  note(`extension host up to coloured tokens: ${seen - up} ms, with ${path.relative(root, server)} (load per processor: ${load})`);
}, { vital: true });

for (const [name, theme] of Object.entries(THEMES)) {
  test(`kinds differ from plain text, and not by colour alone: ${name}`, async (code) => {
    const before = await code.background();
    await code.theme(theme);
    await until(`the theme '${theme}'`, async () => (await code.background()) !== before);
    // A theme's rules reach the text a moment after its background.
    const looks = await until(`the looks of '${theme}'`, async () => {
      const [plain, background] = [await code.find(PLAIN), await code.background()];
      const looks = {};
      for (const [kind, text] of Object.entries(KINDS)) {
        const look = (looks[kind] = await code.find(text));
        assert.notEqual(look.colour, plain.colour, `${kind} has a colour of its own`);
        assert.notEqual(style(look), style(plain), `${kind} has a style of its own`);
        const ratio = contrast(look.colour, background);
        assert.ok(ratio >= 4.5, `${kind}: contrast ${ratio.toFixed(2)}`);
      }
      return looks;
    }, { within: 15_000 });
    const names = ['person', 'organization', 'state'].map((kind) => style(looks[kind]));
    assert.equal(new Set(names).size, 3, `names differ by style: ${names}`);
    const figures = ['count', 'money', 'date'].map((kind) => style(looks[kind]));
    assert.equal(new Set(figures).size, 3, `figures differ by style: ${figures}`);
    note(Object.entries(looks).map(([kind, look]) => `${kind} ${look.colour} ${style(look)}`).join('; '));
    await code.screenshot(path.join(pictures, `briefing-${name}.png`));
  });
}

test('the status bar says how many articles are loaded', async (code) => {
  const item = await until('the item', async () => {
    const found = await code.statusItem();
    return /5 articles/.test(found.text) && found;
  });
  assert.match(item.label, /^Beleg: 5 articles/);
  assert.equal(item.shield, false);
});

test('hover on an actor says who it is', async (code) => {
  const said = await code.hover('Frederic Spohr');
  note(said.replace(/\s+/g, ' ').slice(0, 200));
  assert.match(said, /Frederic Spohr/);
  assert.match(said, /Friedrich-Naumann-Stiftung|FNF|Seoul/);
  await code.noHover();
});

test('hover on a figure says who stated it first', async (code) => {
  const said = await code.hover('10.000 Soldaten');
  note(said.replace(/\s+/g, ' ').slice(0, 300));
  assert.match(said, /10[.,\u00a0\u202f ]?000/);
  assert.match(said, /Spohr/);
  assert.match(said, /24 Oct 2024/);
  await code.screenshot(path.join(pictures, 'hover.png'));
  await code.noHover();
});

const INTERVIEW = 'fnf-interview-spohr.md';
const SAID_FIRST = 'etwa 10.000 nordkoreanischen Soldaten';

test('definition of a figure is the paragraph that stated it first', async (code, folder) => {
  await code.clickAt('10.000 Soldaten');
  await code.page.keyboard.press('F12');
  await code.shown(INTERVIEW);
  const want = lineOf(path.join(folder, 'corpus', INTERVIEW), SAID_FIRST);
  await until(`the caret in line ${want}`, async () => (await code.caretLine()) === want);
  await code.find('000 nordkoreanischen Soldaten');
  await code.screenshot(path.join(pictures, 'definition.png'));
});

test('an article is coloured too', async (code) => {
  const [figure, plain] = [await code.find('10.000 nordkoreanischen'), await code.find('Unterstellt')];
  assert.ok(!sameLook(figure, plain));
  await code.command('Go Back');
  await code.shown(BRIEFING);
});

test('the source opens to the side', async (code) => {
  await code.clickAt('10.000 Soldaten');
  await code.command('Beleg: Open Source to the Side');
  await code.shown(INTERVIEW);
  assert.equal(await code.page.locator('.editor-group-container').count(), 2);
  await code.screenshot(path.join(pictures, 'beside.png'));
  await closeActive(code);
});

async function closeActive(code) {
  await code.command('View: Close Editor');
  await code.shown(BRIEFING);
}

test('tracing lists the sources, first made first, and goes there', async (code) => {
  await code.clickAt('10.000 Soldaten');
  await code.page.keyboard.press('Control+Alt+b');
  const rows = code.page.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor({ timeout: 30_000 });
  const said = await rows.first().innerText();
  note(said.replace(/\s+/g, ' ').slice(0, 200));
  assert.match(said, /etwa 10\.000 nordkoreanischen Soldaten/);
  assert.match(said, /first made/);
  assert.match(said, /about 24 Oct 2024/);
  assert.ok((await rows.first().locator('.codicon-star-full').count()) > 0);
  await code.screenshot(path.join(pictures, 'trace.png'));
  await code.page.keyboard.press('Enter');
  await code.shown(INTERVIEW);
  await closeActive(code);
});

test('a selection of several sentences is traced as a whole', async (code) => {
  await code.clickAt('10.000 Soldaten');
  await code.page.keyboard.press('Home');
  await code.page.keyboard.press('Home');
  await code.page.keyboard.press('Shift+ArrowDown');
  await code.page.keyboard.press('Shift+ArrowDown');
  await code.page.keyboard.press('Shift+End');
  await code.command('Beleg: Trace Selection to Its Sources');
  await until('sources', async () => (await code.page.locator('.quick-input-list .codicon-star-full').count()) >= 2);
  assert.match(await code.page.locator('.quick-input-list').innerText(), /say otherwise/);
  await code.page.keyboard.press('Escape');
  await code.page.keyboard.press('ArrowRight');
});

test('the status list says where the server is', async (code) => {
  const said = await statusSays(code, /comes with the extension/);
  assert.match(said, /The server is running/);
  assert.match(said, /5 articles/);
  await code.screenshot(path.join(pictures, 'status.png'));
  await code.page.keyboard.press('Escape');
});

addScenario(test);
addViews(test, pictures);

if (options.picture !== undefined) {
  test('the picture of the README', (code, folder) => readmePicture(code, folder, path.resolve(root, options.picture)));
}

test('beleg.toml completes tables, keys and values', async (code, folder) => {
  const file = path.join(folder, 'beleg.toml');
  fs.writeFileSync(file, '\n');
  try {
    await code.file('beleg.toml');
    await code.goto(1, 1);
    await code.page.keyboard.type('[chec');
    await suggested(code, 'checks');
    await code.page.keyboard.press('End');
    await code.page.keyboard.type('\nfigure-un');
    await suggested(code, 'figure-unsourced');
    // The choices of a value are a list as well; it has the focus until one is taken.
    await suggested(code, 'hint', 'hi');
    await code.page.keyboard.press('Control+s');
    await until('what was completed', () => fs.readFileSync(file, 'utf8') === '[checks]\nfigure-unsourced = "hint"\n', { within: 5000 }).catch(() =>
      assert.equal(fs.readFileSync(file, 'utf8'), '[checks]\nfigure-unsourced = "hint"\n'),
    );
    assert.match(await code.hover('figure-unsourced'), /How a check reports/);
    await code.noHover();
  } finally {
    await code.command('View: Revert and Close Editor');
    fs.rmSync(file);
  }
});

/** Takes a suggestion, once it is the one that Enter takes; `typed` is what narrows the list down to it. */
async function suggested(code, label, typed) {
  const list = code.page.locator('.suggest-widget.visible');
  const focused = list.locator('.monaco-list-row.focused .label-name');
  await list.locator('.monaco-list-row').first().waitFor();
  if (typed !== undefined) await code.page.keyboard.type(typed);
  await until(`'${label}' to be suggested`, async () => (await focused.innerText({ timeout: 1000 })) === label);
  await code.page.keyboard.press('Enter');
  await until('the list to be gone', async () => (await list.count()) === 0 || (await focused.innerText({ timeout: 500 }).catch(() => '')) !== label);
}

test('what is wrong with beleg.toml is said at its line, until it is right', async (code, folder) => {
  const file = path.join(folder, 'beleg.toml');
  fs.writeFileSync(file, '[checks]\nfigure-unsourced = "loud"\n');
  try {
    await code.file('beleg.toml');
    await code.goto(2, 1);
    const marked = async () => (await code.page.locator('.editor-group-container.active [class*="squiggly-"]').count()) > 0;
    await until('a mark', marked);
    assert.match(await code.hover('loud'), /cannot be set to 'loud'/);
    await code.noHover();
    fs.writeFileSync(file, '[checks]\nfigure-unsourced = "hint"\n');
    await until('no mark', async () => !(await marked()));
  } finally {
    await code.command('View: Close Editor');
    fs.rmSync(file);
  }
});

test('what is typed is coloured at once', async (code) => {
  await code.file(BRIEFING);
  await code.page.keyboard.press('Control+End');
  await code.page.keyboard.type('\n\nIn Bremen stimmten 61,5 Prozent zu.');
  const plain = await code.find('stimmten');
  await until('the new figure to be coloured', async () => !sameLook(await code.look('61,5 Prozent'), plain), { within: 5000 });
  await code.command('Revert File');
  await until('the text to be as it was', async () => (await code.look('61,5 Prozent')) === null);
});

test('a server that dies comes back by itself', async (code) => {
  await code.file(BRIEFING);
  await code.page.keyboard.press('Control+Home');
  const before = servers(code);
  assert.equal(before.length, 1, `one server runs, not ${before.length}`);
  process.kill(before[0], 'SIGKILL');
  await until('another server', () => servers(code).some((id) => id !== before[0]));
  await hoverAgain(code);
});

/** Hovers until there is an answer: a server that has just been started has none. */
async function hoverAgain(code) {
  const said = await until('a hover', async () => {
    await code.noHover();
    return code.hover('Kim Jong Un', { within: 3000 });
  });
  assert.match(said, /Kim Jong Un/);
  await code.noHover();
}

test('one that keeps dying is reported, and the button starts it', async (code) => {
  const notice = code.page.locator('.notification-toast').filter({ hasText: 'the server does not run' });
  for (let kill = 0; kill < 6 && (await notice.count()) === 0; kill++) {
    const ids = await until('a server or a notice', async () => (await notice.count()) > 0 || (servers(code).length > 0 && servers(code)));
    if (ids === true) break;
    // One that has just started counts as failing to start, which is another matter.
    await until('it to run', async () => !/sync/.test(await statusIcon(code)));
    ids.forEach((id) => process.kill(id, 'SIGKILL'));
    await until('it to be gone', () => !servers(code).includes(ids[0]));
    await until('what comes of it', async () => (await notice.count()) > 0 || servers(code).length > 0);
  }
  await notice.first().waitFor();
  assert.match(await statusIcon(code), /codicon-error/);
  await code.screenshot(path.join(pictures, 'crashed.png'));
  await notice.first().hover();
  await notice.locator('.monaco-button').filter({ hasText: 'Restart' }).first().click();
  await until('the server', () => servers(code).length === 1);
  await hoverAgain(code);
});

const statusIcon = (code) => code.page.locator('.statusbar-item[id*="beleg"] .codicon').first().getAttribute('class', { timeout: 2000 });

test('the walkthrough opens', async (code) => {
  await code.command('Beleg: Show How to Begin');
  await code.page.locator('.gettingStartedContainer').getByText('Open the sample corpus').first().waitFor();
  await code.screenshot(path.join(pictures, 'walkthrough.png'));
});

test('the sample corpus opens with its briefing', async (code) => {
  await code.command('Beleg: Open the Sample Corpus');
  // In a window with a folder it opens another one; what a browser does with that is not ours, so look at the copy.
  const copy = path.join(code.user, 'User/globalStorage/beleg.beleg/sample');
  await until('the copy', () => fs.existsSync(path.join(copy, 'beleg.toml')));
  await code.open(copy, BRIEFING);
  await coloured(code);
});

test('lenses and hints are shown, and a lens opens the source beside', (code, folder) => lensesAndHints(code, folder, pictures));

test('where VS Code speaks German, so does the extension', async (code, folder) => {
  await code.open(folder, BRIEFING, { language: 'de' });
  await coloured(code);
  await code.command('Beleg: Status anzeigen');
  await until('the list', async () => /Der Server läuft\./.test(await code.page.locator('.quick-input-list').innerText()));
  await code.screenshot(path.join(pictures, 'german.png'));
  await code.clear();
  for (const step of inLanguage('de')) await act(code, folder, step);
});

test('a folder without sources is left alone', async (code, _, home) => {
  const folder = path.join(home, 'ohne Quellen');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'notes.md'), 'In 2024 some 500 people came.\n');
  await code.leave();
  // The window before has one that may still be ending.
  const before = servers(code);
  await code.open(folder, 'notes.md');
  await until('the item', async () => /No sources in this folder/.test((await code.statusItem()).label));
  assert.deepEqual(servers(code).filter((id) => !before.includes(id)), [], 'no server of this window runs');
});

test('a folder that is not trusted is read, and its settings run nothing', async (code, _, home) => {
  const folder = workspace(home, 'fremd');
  const [trap, sprung] = [path.join(folder, 'trap.sh'), path.join(home, 'sprung')];
  fs.writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\n`, { mode: 0o755 });
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'beleg.server.path': trap }));
  code.set({ 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' });
  await opened(code, folder);
  const item = await until('the item', async () => {
    const found = await code.statusItem();
    return found.shield && found;
  });
  assert.match(item.label, /Restricted mode/);
  await code.command('Beleg: Show Sources');
  await until('the view to say so', async () => /Restricted mode: read only/.test(await code.pane('Sources').innerText()));
  assert.ok((await viewRows(code, 'Sources', BRIEFING)).length > 10, 'claims are read all the same');
  const input = await code.ask('F1', '>Beleg: Show Sources');
  await until('what reads to be offered', async () => (await code.rows()).some(({ text }) => text.includes('Show Sources')));
  await input.fill('>Beleg: New Actor from Selection');
  await until('another list', async () => !(await code.rows()).some(({ text }) => text.includes('Show Sources')));
  assert.ok(!(await code.rows()).some(({ text }) => text.includes('New Actor from Selection')), 'commands that write are not offered');
  await code.clear();
  await code.screenshot(path.join(pictures, 'restricted.png'));
  assert.ok(!fs.existsSync(sprung), 'a program of the workspace was run');
});

test('without a server the extension says so, and the button tries again', async (code, folder, home) => {
  await code.stop();
  const packed = path.join(code.installed, 'server');
  if (fs.existsSync(packed)) fs.renameSync(packed, path.join(home, 'server'));
  fs.rmSync(path.join(home, 'bin/beleg'), { force: true });
  code.set({ 'security.workspace.trust.enabled': false });
  fs.mkdirSync(path.join(home, 'bin'), { recursive: true });
  await code.start({ PATH: `${path.join(home, 'bin')}:${withoutBeleg()}` });
  await code.open(folder, BRIEFING);
  const notice = code.page.locator('.notification-toast').filter({ hasText: 'no server found' });
  await notice.first().waitFor({ timeout: 60_000 });
  assert.match((await code.statusItem()).label, /No server was found/);
  await code.screenshot(path.join(pictures, 'missing.png'));
  fs.copyFileSync(path.join(home, 'server/beleg'), path.join(home, 'bin/beleg'));
  await notice.first().hover();
  await notice.locator('.monaco-button').filter({ hasText: 'Try Again' }).first().click();
  await coloured(code);
  await statusSays(code, /found on PATH/);
});

test('a server that the settings name is run', async (code, folder, home) => {
  fs.rmSync(path.join(home, 'bin/beleg'), { force: true });
  code.setMachine({ 'beleg.server.path': path.join(home, 'server/beleg') });
  await opened(code, folder);
  await statusSays(code, /set in beleg.server.path/);
});

/** Asks until it says so: a window that has just been opened, or whose settings have just changed, gets there in a moment. */
async function statusSays(code, pattern) {
  return until(`the status to say ${pattern}`, async () => {
    await code.command('Beleg: Show Status');
    return until(`it`, async () => {
      const said = await code.page.locator('.quick-input-list').innerText({ timeout: 1000 });
      return pattern.test(said) && said;
    }, { within: 3000 });
  });
}

function withoutBeleg() {
  return process.env.PATH.split(':').filter((folder) => !fs.existsSync(path.join(folder, 'beleg'))).join(':');
}

const tools = timed('VS Code', () => run('bash', [path.join(root, 'scripts/vscode.sh')]));
timed('dependencies', installDependencies);
const vsix = path.join(target, 'vscode/beleg.vsix');
fs.mkdirSync(pictures, { recursive: true });
timed('package', () => run(process.execPath, [path.join(extension, 'package.mjs'), '--server', server, '--out', vsix]));
console.log(`${path.relative(root, vsix)}: ${(fs.statSync(vsix).size / 1e6).toFixed(1)} MB`);

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'beleg-vscode-'));
const code = new Code(tools, home);
const began = performance.now();
try {
  code.set({
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    'workbench.colorTheme': 'Default Dark Modern',
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'window.restoreWindows': 'none',
    'editor.minimap.enabled': false,
    'files.autoSave': 'off',
    'chat.commandCenter.enabled': false,
    'telemetry.telemetryLevel': 'off',
    // What is added between the words and lines has tests of its own; here it would move what is looked for.
    'editor.codeLens': false,
    'editor.inlayHints.enabled': 'off',
  });
  code.install(vsix);
  const folder = workspace(home, 'Mappe ä 1');
  await code.start();
  for (const { name, run: body, vital } of tests.filter((one) => new RegExp(options.only ?? '').test(one.name))) {
    const from = performance.now();
    try {
      await code.clear();
      try {
        await body(code, folder, home);
      } catch (error) {
        // A busy window swallows a key now and then, which is no fault of what is tested: a few tests of a run are tried once
        // more, which is told. What fails twice is wrong, and so is a run in which much fails once.
        if (vital || again.length === AGAIN) throw error;
        again.push(name);
        console.log(`once more  ${name}\n    ${String(error.message ?? error).split('\n')[0]}`);
        await code.clear();
        await body(code, folder, home);
      }
      passed++;
      console.log(`ok  ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failures.push(name);
      console.log(`FAILED  ${name}\n    ${String(error.message ?? error).split('\n').slice(0, 6).join('\n    ')}`);
      const picture = path.join(pictures, `failed-${name.replace(/\W+/g, '-').slice(0, 60)}.png`);
      await code.screenshot(picture).then(() => note(`see ${path.relative(root, picture)}`), () => {});
      if (vital) {
        note('nothing else can work; the rest is left out');
        break;
      }
    }
  }
} finally {
  await code.close();
  fs.writeFileSync(path.join(pictures, 'output.log'), code.output());
  if (KEEP) console.log(`kept: ${home}`);
  else fs.rmSync(home, { recursive: true, force: true });
}
console.log(`${passed} passed${again.length === 0 ? '' : ` (${again.length} at the second try)`}, ${failures.length} failed (${((performance.now() - began) / 1000).toFixed(0)} s)`);
process.exit(failures.length === 0 ? 0 : 1);
