// A real VS Code for a test: code-server with the packaged extension in it, driven through Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import fs from 'node:fs';
import path from 'node:path';

export const SELECT_ALL = 'Control+a';

/** Waits until `ask` gives something true, and returns that. What it throws counts as nothing. */
export async function until(what, ask, { within = 30_000, every = 50 } = {}) {
  const end = Date.now() + within;
  for (let last; ; ) {
    try {
      const got = await ask();
      if (got) return got;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}${last ? `: ${last.message.split('\n')[0]}` : ''}`);
    await new Promise((done) => setTimeout(done, every));
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export class Code {
  /** `tools`: what scripts/vscode.sh printed. `home`: an empty folder that everything is kept in. */
  constructor(tools, home) {
    this.tools = tools;
    this.home = home;
    this.entry = path.join(tools, 'node_modules/code-server/out/node/entry.js');
    this.extensions = path.join(home, 'extensions');
    this.user = path.join(home, 'user');
    this.settings = {};
    for (const kind of ['User', 'Machine']) fs.mkdirSync(path.join(this.user, kind), { recursive: true });
    fs.mkdirSync(this.extensions, { recursive: true });
  }

  /** Its environment: nothing of the user's is read or written, and no login shell is asked for a PATH of its own. */
  env(more = {}) {
    const dirs = { HOME: this.home, XDG_CACHE_HOME: `${this.home}/cache`, XDG_CONFIG_HOME: `${this.home}/config`, XDG_DATA_HOME: `${this.home}/data` };
    return { ...process.env, ...dirs, BELEG_LOG: 'info', VSCODE_CLI: '1', EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...more };
  }

  args(...rest) {
    const config = path.join(this.home, 'code-server.yaml');
    return [this.entry, '--config', config, '--user-data-dir', this.user, '--extensions-dir', this.extensions, ...rest];
  }

  install(vsix) {
    execFileSync(process.execPath, this.args('--install-extension', vsix), { env: this.env(), stdio: 'pipe' });
    const name = fs.readdirSync(this.extensions).find((one) => one.startsWith('beleg.beleg-'));
    if (name === undefined) throw new Error('the extension was not installed');
    this.installed = path.join(this.extensions, name);
  }

  /** Changes user settings; a window takes them up when it is opened. */
  set(settings) {
    Object.assign(this.settings, settings);
    this.write('User', this.settings);
  }

  /** Sets what belongs to the machine the server runs on (scope `machine`). Among the user's, VS Code reads such a setting only
   * until it knows its scope. */
  setMachine(settings) {
    this.write('Machine', settings);
  }

  write(kind, settings) {
    fs.writeFileSync(path.join(this.user, kind, 'settings.json'), JSON.stringify(settings, null, 2));
  }

  async start(env = {}) {
    this.port = await freePort();
    const flags = ['--bind-addr', `127.0.0.1:${this.port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check'];
    const log = fs.openSync(path.join(this.home, 'code-server.log'), 'a');
    this.process = spawn(process.execPath, this.args(...flags), { env: this.env(env), stdio: ['ignore', log, log], detached: true });
    await until('code-server', async () => (await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok, { within: 60_000 });
    this.browser ??= await this.launch();
  }

  async launch() {
    const { chromium } = createRequire(path.join(this.tools, 'package.json'))('playwright-core');
    const known = [process.env.BELEG_CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
    const folders = (process.env.PATH ?? '').split(':');
    const programs = known.filter(Boolean).flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => path.join(folder, name))));
    const executablePath = programs.find((program) => fs.existsSync(program));
    const quiet = ['disable-quic', 'no-first-run', 'disable-background-networking', 'disable-component-update', 'disable-sync'];
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet.map((flag) => `--${flag}`)] });
  }

  /** Opens `folder` with `file` (a path in it) in front. `language`: what a language pack would set; VS Code's own texts
   * stay English without one, an extension's don't. */
  async open(folder, file, { size = { width: 1500, height: 1000 }, language } = {}) {
    await this.leave();
    const context = await this.browser.newContext({ viewport: size, locale: 'en-US' });
    if (language !== undefined) await context.addInitScript((tag) => (globalThis._VSCODE_NLS_LANGUAGE = tag), language);
    this.page = await context.newPage();
    const remote = `vscode-remote://127.0.0.1:${this.port}${encodeURI(path.join(folder, file ?? ''))}`;
    const payload = file === undefined ? '' : `&payload=${encodeURIComponent(JSON.stringify([['openFile', remote]]))}`;
    await this.page.goto(`http://127.0.0.1:${this.port}/?folder=${encodeURIComponent(folder)}${payload}`);
    await this.page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    if (file !== undefined) await this.shown(file, 60_000);
  }

  /** Closes the window. One that is left as a person leaves it says so to its extension host; of one that only disappears,
   * the extension host and our server would wait for it to come back, for minutes. */
  async leave() {
    const page = this.page;
    this.page = undefined;
    if (page === undefined) return;
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
    await page.goto('about:blank', { timeout: 10_000 }).catch(() => {});
    await page.context().close();
  }

  /** Waits until the editor that has the focus, or is alone, shows `file`. */
  async shown(file, within = 30_000) {
    const name = path.basename(file);
    await until(`'${name}' to be open`, async () => (await this.activeTab())?.startsWith(name), { within });
  }

  activeTab() {
    return this.page.locator('.editor-group-container.active .tab.active').first().getAttribute('data-resource-name', { timeout: 2000 });
  }

  /** Opens one of the lists at the top with `keys` and puts `text` into it. What takes the focus meanwhile closes it again. */
  async ask(keys, text, row) {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    return until(`'${text}' to be asked for`, async () => {
      // A list that is still open goes on with what it searched; opened anew it finds files that are new as well.
      if (await input.isVisible()) {
        await this.page.keyboard.press('Escape');
        await input.waitFor({ state: 'hidden', timeout: 3000 });
      }
      await this.page.keyboard.press(keys);
      await input.waitFor({ timeout: 3000 });
      await input.fill(text, { timeout: 3000 });
      if (row === undefined) return input;
      const found = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: row }).first();
      await found.waitFor({ timeout: 8000 });
      await found.click({ timeout: 3000 });
      return true;
    });
  }

  /** Runs a command by its title in the palette. */
  async command(title) {
    await this.ask('F1', `>${title}`, title);
  }

  /** Chooses a colour theme as a person does. */
  async theme(name) {
    await this.command('Preferences: Color Theme');
    const chosen = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
    await until('the themes', async () => /theme/i.test(await this.page.locator('.quick-input-widget input').first().getAttribute('placeholder')));
    await this.page.keyboard.type(name);
    await chosen.waitFor({ timeout: 30_000 });
    await chosen.click();
  }

  /** Closes what lies over the editor. */
  async clear() {
    for (let press = 0; press < 2; press++) await this.page?.keyboard.press('Escape');
  }

  /** Where `text` stands in the active editor: its style as shown, and the middle of it on the screen. */
  look(text) {
    return this.page.evaluate((wanted) => {
      const plain = (s) => s.replace(/[\u00a0\u202f]/g, ' ');
      const group = document.querySelector('.editor-group-container.active') ?? document;
      for (const line of group.querySelectorAll('.view-lines .view-line')) {
        const at = plain(line.textContent).indexOf(plain(wanted));
        if (at < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node, from = 0; (node = walker.nextNode()); from += node.data.length) {
          if (at >= from + node.data.length) continue;
          const range = document.createRange();
          range.setStart(node, at - from);
          range.setEnd(node, Math.min(at - from + wanted.length, node.data.length));
          const box = range.getBoundingClientRect();
          const style = getComputedStyle(node.parentElement);
          return {
            colour: style.color,
            bold: Number(style.fontWeight) >= 600,
            italic: style.fontStyle === 'italic',
            underline: style.textDecorationLine.includes('underline'),
            token: node.data,
            x: box.left + box.width / 2,
            y: box.top + box.height / 2,
          };
        }
      }
      return null;
    }, text);
  }

  /** The same, waited for. */
  find(text, options) {
    return until(`'${text}' in the editor`, () => this.look(text), options);
  }

  /** The colour behind the text. */
  background() {
    return this.page.evaluate(() => {
      const editor = document.querySelector('.editor-group-container .monaco-editor .monaco-editor-background');
      return editor && getComputedStyle(editor).backgroundColor;
    });
  }

  /** Opens a file of the folder by its name. */
  async file(name) {
    if ((await this.activeTab().catch(() => undefined)) === path.basename(name)) return this.page.keyboard.press('Control+1');
    await this.clear();
    await this.ask('Control+p', path.basename(name), path.basename(name));
    await this.shown(name);
  }

  /** Puts the caret into a place of the active editor; both count from one. */
  async goto(line, column) {
    await until(`the caret at ${line}:${column}`, async () => {
      await this.clear();
      await (await this.ask('Control+g', `:${line}:${column}`)).press('Enter', { timeout: 3000 });
      const there = async () => (await this.caret()) === `${line}:${column}`;
      return until('it', there, { within: 3000 });
    });
  }

  /** Where the caret is, as the status bar says: 'line:column'. */
  async caret() {
    const said = await this.page.locator('[id="status.editor.selection"]').innerText({ timeout: 2000 });
    return said.match(/\d+/g)?.slice(0, 2).join(':');
  }

  /** The style of the text behind the caret. */
  lookAtCaret() {
    return this.page.evaluate(() => {
      const group = document.querySelector('.editor-group-container.active');
      const box = group.querySelector('.cursors-layer .cursor').getBoundingClientRect();
      const there = document.elementsFromPoint(box.left + 4, box.top + box.height / 2);
      const span = there.find((element) => element.matches('.view-line span span'));
      if (!span) return null;
      const style = getComputedStyle(span);
      const squiggles = [...group.querySelectorAll('.cdr')].filter((one) => /squiggly-/.test(one.className)).filter((one) => {
        const at = one.getBoundingClientRect();
        return at.left <= box.left + 4 && box.left + 4 <= at.right && Math.abs(at.top - box.top) < box.height;
      });
      return {
        colour: style.color,
        bold: Number(style.fontWeight) >= 600,
        italic: style.fontStyle === 'italic',
        underline: style.textDecorationLine.includes('underline'),
        text: span.textContent,
        squiggles: squiggles.map((one) => /squiggly-(\w+)/.exec(one.className)[1]),
      };
    });
  }

  /** The hover at the caret, asked for with the keyboard. */
  async hoverAtCaret() {
    // A mouse that rests somewhere has a hover of its own.
    await this.page.mouse.move(2, 2);
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.press('Control+i');
    return until('a hover', () => this.hovered());
  }

  /** The rows of a list that are drawn, in their order on the screen. */
  async rows(list = this.page.locator('.quick-input-list')) {
    const rows = await list.locator('.monaco-list-row').evaluateAll((all) =>
      all.map((row) => ({
        top: row.getBoundingClientRect().top,
        label: row.getAttribute('aria-label') ?? '',
        text: row.textContent ?? '',
        level: Number(row.getAttribute('aria-level') ?? 1),
        expanded: row.getAttribute('aria-expanded'),
        selected: row.classList.contains('selected'),
        icon: row.querySelector('.codicon:not(.codicon-tree-item-expanded):not(.codicon-tree-item-collapsed), .custom-view-tree-node-item-icon')?.className ?? '',
      })),
    );
    return rows.sort((a, b) => a.top - b.top).map((row) => ({ ...row, label: plain(row.label), text: plain(row.text) }));
  }

  /** A view of the side bar by its title. */
  pane(title) {
    return this.page.locator('.split-view-view .pane').filter({ has: this.page.locator('.pane-header').filter({ hasText: new RegExp(`^${title}`, 'i') }) });
  }

  /** The page inside a webview that has `selector` in it. */
  frame(selector, options) {
    return until(`a page with '${selector}'`, async () => {
      for (const frame of this.page.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
      return undefined;
    }, options);
  }

  async clickAt(text) {
    const { x, y } = await this.find(text);
    await this.page.mouse.click(x, y);
  }

  /** The text of the hover over `text`. */
  async hover(text, options) {
    const { x, y } = await this.find(text);
    await this.page.mouse.move(x, y + 200);
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y, { steps: 4 });
    return until(`a hover over '${text}'`, () => this.hovered(), options);
  }

  /** What the editor's hover says, once it is there; tabs and buttons have hovers of another kind. */
  async hovered() {
    const parts = await this.page.locator('.monaco-hover:not(.hidden):not(.workbench-hover) .hover-contents').allInnerTexts();
    const said = parts.join('\n').trim();
    return said !== '' && !/Loading|Wird geladen/.test(said) && plain(said);
  }

  async noHover() {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(2, 2);
  }

  /** The line the caret is in, counted from one, as the status bar says. */
  async caretLine() {
    const said = await this.page.locator('[id="status.editor.selection"]').innerText({ timeout: 2000 });
    return Number(/(\d+)/.exec(said)?.[1]);
  }

  /** The item of ours in the status bar. */
  async statusItem() {
    const item = this.page.locator('.statusbar-item[id*="beleg"]').first();
    return {
      text: (await item.innerText({ timeout: 2000 })).trim(),
      label: await item.locator('a').first().getAttribute('aria-label', { timeout: 2000 }),
      shield: (await item.locator('.codicon-shield').count()) > 0,
    };
  }

  /** Milliseconds since the epoch when the newest extension host was up. */
  hostUp() {
    const logs = path.join(this.user, 'logs');
    const files = fs.globSync ? fs.globSync('**/remoteexthost.log', { cwd: logs }) : walk(logs).filter((file) => file.endsWith('remoteexthost.log'));
    const starts = files.flatMap((file) => {
      const text = fs.readFileSync(path.isAbsolute(file) ? file : path.join(logs, file), 'utf8');
      return [...text.matchAll(/^(\S+ \S+) \[info\] Extension host with pid \d+ started$/gm)].map((found) => new Date(found[1]).getTime());
    });
    return starts.length === 0 ? undefined : Math.max(...starts);
  }

  /** What the extension and the server wrote to the output channel. */
  output() {
    const files = walk(path.join(this.user, 'logs')).filter((file) => /beleg\.beleg[\\/].*\.log$/.test(file));
    return files.map((file) => fs.readFileSync(file, 'utf8')).join('');
  }

  async screenshot(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // What is fading in should be there.
    await new Promise((done) => setTimeout(done, 400));
    await this.page.screenshot({ path: file });
  }

  /** Ends code-server and what it started. */
  async stop() {
    await this.leave();
    if (this.process === undefined) return;
    try {
      process.kill(-this.process.pid, 'SIGTERM');
    } catch {
      // It has gone by itself.
    }
    await until('code-server to end', () => this.process.exitCode !== null || this.process.signalCode !== null).catch(() => {
      process.kill(-this.process.pid, 'SIGKILL');
    });
    this.process = undefined;
  }

  async close() {
    await this.stop();
    await this.browser?.close();
  }
}

/** No-break spaces are spaces. */
export function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

function walk(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? walk(full) : [full];
  });
}
