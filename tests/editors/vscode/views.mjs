// What only VS Code has: views beside the text, a timeline that can be clicked, commands that ask.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { plain, until } from './code.mjs';
import { viewRows } from './scenario.mjs';

const SOUND = 'lage-nordkorea.md';
const FAULTY = 'entwurf-mit-fehlern.md';

const claim = (code, label) => code.pane('Sources').locator(`.monaco-list-row[aria-label^=${JSON.stringify(label)}]`).first();

async function selected(code, title) {
  return (await code.rows(code.pane(title))).find((row) => row.selected)?.label;
}

/** Closes the second column. */
async function closeBeside(code) {
  await code.page.keyboard.press('Control+2');
  await code.command('View: Close All Editors in Group');
  await until('one column', async () => (await code.page.locator('.editor-group-container').count()) === 1);
}

export function addViews(test, pictures) {
  test('the sources view: a click unfolds a claim, and a statement opens in a second column', async (code) => {
    await code.file(SOUND);
    await code.command('Beleg: Show Sources');
    await viewRows(code, 'Sources', SOUND);
    await claim(code, 'sourced: etwa 10.000 Soldaten').click();
    const pane = code.pane('Sources');
    await until('its statements', async () => (await code.rows(pane)).some(({ level, text }) => level === 2 && text.includes('first made')));
    await pane.locator('.monaco-list-row[aria-level="2"]').filter({ hasText: 'first made' }).first().click();
    await code.page.locator('.editor-group-container').nth(1).waitFor();
    assert.equal(await code.page.locator('.editor-group-container').count(), 2);
    await until('the interview', async () => (await code.page.locator('.tab', { hasText: 'fnf-interview-spohr.md' }).count()) > 0);
    assert.ok((await code.rows(pane)).length > 10, 'the view is still about the draft');
    await code.page.keyboard.press('Control+2');
    await code.shown('fnf-interview-spohr.md');
    assert.equal(await pane.locator('.pane-header').innerText().then((text) => text.includes(SOUND)), true);
    await code.screenshot(path.join(pictures, 'sources-beside.png'));
    await code.command('View: Close Editor');
    await code.shown(SOUND);
  });

  test('the sources view follows the caret', async (code) => {
    await code.file(SOUND);
    await code.clickAt('11.000 Containern');
    await until('the claim to be marked', async () => (await selected(code, 'Sources'))?.includes('11.000 Containern'));
    await code.clickAt('52,9 Millionen');
    await until('the other to be marked', async () => (await selected(code, 'Sources'))?.includes('52,9 Millionen'));
  });

  test('the sources view is for the keyboard, too: Enter, arrows, search', async (code) => {
    await code.file(SOUND);
    await code.command('Beleg: Show Sources');
    await viewRows(code, 'Sources', SOUND);
    const pane = code.pane('Sources');
    await pane.locator('.monaco-list').focus();
    await code.page.keyboard.press('Home');
    await code.page.keyboard.press('ArrowDown');
    await until('a claim to be unfolded', async () => {
      if ((await pane.locator('.monaco-list-row.focused').getAttribute('aria-expanded')) === 'true') return true;
      await code.page.keyboard.press('ArrowRight');
      return false;
    }, { every: 500 });
    await code.page.keyboard.press('ArrowDown');
    await until('a statement to be chosen', async () => (await pane.locator('.monaco-list-row.focused').getAttribute('aria-level')) === '2');
    await code.page.keyboard.press('Enter');
    await code.page.locator('.editor-group-container').nth(1).waitFor();
    await closeBeside(code);
    await code.file(SOUND);
    await code.command('Beleg: Find in Sources View');
    await pane.locator('input').first().fill('Container');
    await until('what was searched for', async () => (await pane.locator('.monaco-list-row .highlight').allInnerTexts()).includes('Container'));
    await code.page.keyboard.press('Escape');
  });

  test('the sources view shows what is off, and can leave out the rest', async (code) => {
    await code.file(FAULTY);
    await code.command('Beleg: Show Sources');
    const rows = await viewRows(code, 'Sources', FAULTY);
    const count = (state) => rows.filter(({ label, level }) => level === 1 && label.startsWith(`${state}: `)).length;
    assert.ok(count('mismatch') >= 5 && count('sourced') >= 2 && count('unsourced') >= 1, rows.map(({ label }) => label).join('\n'));
    await claim(code, 'mismatch: 12.000 Container').click();
    await code.screenshot(path.join(pictures, 'sources-findings.png'));
    await code.page.keyboard.press('ArrowLeft');
    await code.command('Beleg: Filter Claims by State');
    const sourced = code.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: /sourced/ }).filter({ hasNotText: 'unsourced' });
    await sourced.first().click();
    await code.page.keyboard.press('Enter');
    const fewer = await until('fewer rows', async () => {
      const now = await code.rows(code.pane('Sources'));
      return now.length < rows.length && now;
    });
    assert.ok(fewer.every(({ label }) => !label.startsWith('sourced: ')));
    await until('the view to say so', async () => /\d+ of \d+ claims are shown/.test(plain(await code.pane('Sources').innerText())));
    await code.command('Beleg: Filter Claims by State');
    await sourced.first().click();
    await code.page.keyboard.press('Enter');
    await until('all rows', async () => (await code.rows(code.pane('Sources'))).length === rows.length);
  });

  test('the status bar counts what was found in the text in front', async (code) => {
    await code.file(FAULTY);
    await until('findings', async () => /5 articles, 1\d findings/.test((await code.statusItem()).text));
    await code.file(SOUND);
    await until('none of them', async () => !/1\d findings/.test((await code.statusItem()).text));
  });

  test('the actors view unfolds to where an actor stands, and opens it', async (code) => {
    await code.file(SOUND);
    await code.command('Beleg: Show Actors');
    await viewRows(code, 'Actors', SOUND);
    const pane = code.pane('Actors');
    await pane.locator('.monaco-list-row[aria-label^="Frederic Spohr"]').first().click();
    await code.page.keyboard.press('ArrowRight');
    const entry = pane.locator('.monaco-list-row').filter({ hasText: 'Entry in the registry' });
    await entry.waitFor();
    await code.screenshot(path.join(pictures, 'actors.png'));
    await entry.click();
    await until('the registry', async () => (await code.page.locator('.tab', { hasText: 'actors.toml' }).count()) > 0);
    await code.page.keyboard.press('Control+2');
    await code.shown('actors.toml');
    await code.command('View: Close Editor');
    await code.shown(SOUND);
  });

  test('the timeline draws marks, and a click opens the paragraph', async (code) => {
    await code.file(SOUND);
    await code.clickAt('etwa 10.000');
    await code.command('Beleg: Show Timeline');
    const page = await code.frame('svg .point');
    // The page is there before it is laid out.
    const marks = await until('three marks with a place', async () => {
      const all = await page.locator('svg .point .mark').evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().toJSON()));
      return all.length >= 3 && all.every(({ width }) => width > 0) && all;
    });
    assert.ok(marks.every(({ width, height, top, left }) => width > 5 && height > 5 && top > 0 && left > 0), JSON.stringify(marks));
    const shapes = await page.locator('svg .point').evaluateAll((all) => all.map((one) => `${/s\d/.exec(one.getAttribute('class'))[0]}`));
    assert.ok(new Set(shapes).size >= 3, `speakers differ by shape: ${shapes}`);
    assert.ok((await page.locator('svg .bar').count()) >= 1, 'bounds are drawn');
    // The table has a row for each mark and one for the draft.
    assert.equal(await page.locator('tbody tr').count(), marks.length + 1);
    await page.locator('svg .point[aria-label*="Frederic Spohr"]').click();
    await code.shown('fnf-interview-spohr.md');
    assert.equal(await code.page.locator('.editor-group-container').count(), 2);
    await code.command('View: Close Editor');
    await code.shown(SOUND);
  });

  test('nothing but its own script runs in the timeline, and nothing is fetched', async (code) => {
    const page = await code.frame('svg .point');
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src 'nonce-[\w-]{20,}'; script-src 'nonce-[\w-]{20,}'$/);
    const tried = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruder = true';
      document.body.append(script);
      const fetched = await fetch('/').then(() => true, () => false);
      return { ran: globalThis.intruder === true, fetched };
    });
    assert.deepEqual(tried, { ran: false, fetched: false });
  });

  test('the timeline is for the keyboard, too', async (code) => {
    await code.file(SOUND);
    await code.clickAt('Mehr als 20.000');
    await code.command('Beleg: Show Timeline');
    const page = await code.frame('svg .point');
    await page.locator('svg .point').first().focus();
    const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await page.locator('svg .point').first().press('ArrowRight');
    assert.notEqual(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), first);
    await page.locator('svg .point').first().press('Enter');
    await until('a source', async () => (await code.page.locator('.editor-group-container').count()) === 2);
    await closeBeside(code);
    await code.command('View: Hide Panel');
  });

  test('a citation is chosen from a list and put at the caret', async (code, folder) => {
    await code.file(SOUND);
    const { x, y } = await code.find('etwa 10.000 Soldaten');
    await code.page.mouse.click(x, y);
    await code.command('Beleg: Insert Citation');
    const row = code.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: '[@fnf-interview-spohr, p. 3]' }).first();
    await row.waitFor();
    await code.page.keyboard.press('Enter');
    await until('the citation', async () => (await code.look('[@fnf-interview-spohr, p. 3]')) !== null);
    await code.command('Revert File');
    assert.ok(fs.existsSync(path.join(folder, SOUND)));
  });

  test('a name that is not in the registry gets an entry', async (code, folder) => {
    const registry = path.join(folder, 'corpus/actors.toml');
    const before = fs.readFileSync(registry, 'utf8');
    await code.file(FAULTY);
    const { x, y } = await code.find('Gusseinova');
    await code.page.mouse.dblclick(x, y);
    await code.command('Beleg: New Actor from Selection');
    const after = await until('the entry', async () => {
      await code.page.keyboard.press('Control+s');
      const now = fs.readFileSync(registry, 'utf8');
      return now !== before && now;
    }, { every: 400 });
    assert.ok(after.startsWith(before.trimEnd()), 'what was there is as it was');
    assert.match(after.slice(before.trimEnd().length), /\[\[actor\]\][\s\S]*name = "(Olena )?Gusseinova"/);
    await code.shown('actors.toml');
    fs.writeFileSync(registry, before);
    await code.page.keyboard.press('Control+2');
    await code.shown('actors.toml');
    await code.command('View: Revert and Close Editor');
    await until('one column', async () => (await code.page.locator('.editor-group-container').count()) === 1);
  });

  test('an article comes in from the clipboard', async (code, folder) => {
    await code.file(SOUND);
    await code.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const text = 'Neues Wehr an der Oker\n\nVon Hanna Beispiel, 3. März 2025\n\nDie Stadt baut für 4,2 Millionen Euro ein neues Wehr. Das sagte die Baurätin am Montag vor dem Stadtrat.\n\nDie Arbeiten beginnen im Mai und dauern voraussichtlich zwei Jahre.\n';
    await code.page.evaluate((said) => navigator.clipboard.writeText(said), text);
    const before = new Set(fs.readdirSync(path.join(folder, 'corpus')));
    await code.command('Beleg: Import Article from Clipboard');
    await until('the name to be proposed', async () => (await code.page.locator('.quick-input-widget input[type="text"]').first().inputValue()) === 'Neues Wehr an der Oker');
    await code.page.keyboard.press('Enter');
    const added = await until('the article', () => fs.readdirSync(path.join(folder, 'corpus')).find((name) => name.endsWith('.md') && !before.has(name)));
    await until('its text', () => /4,2 Millionen Euro/.test(fs.readFileSync(path.join(folder, 'corpus', added), 'utf8')));
    await until('six articles', async () => /6 articles/.test((await code.statusItem()).text));
    fs.rmSync(path.join(folder, 'corpus', added));
    await until('five again', async () => /5 articles/.test((await code.statusItem()).text));
    await code.command('Notifications: Clear All Notifications');
  });

  test('an article comes in from a file', async (code, folder, home) => {
    const page = path.join(home, 'Fähre nach Nordholm.html');
    fs.writeFileSync(page, '<!doctype html><html lang="de"><head><title>Neue Fähre nach Nordholm</title></head><body><article><h1>Neue Fähre nach Nordholm</h1><p>Von Hanna Beispiel, 3. März 2025</p><p>Die Reederei hat für 18,5 Millionen Euro eine neue Fähre bestellt. Das teilte sie am Montag in Nordholm mit.</p><p>Das Schiff fasst 240 Fahrgäste und soll im Herbst 2026 in Dienst gehen.</p></article></body></html>\n');
    await code.file(SOUND);
    const before = new Set(fs.readdirSync(path.join(folder, 'corpus')));
    await code.command('Beleg: Import Articles from Files');
    // Where the files are on another machine than the window, VS Code asks for a path.
    const input = code.page.locator('.quick-input-widget input[type="text"]').first();
    const listed = async (name) => {
      const rows = (await code.rows()).map(({ text }) => text.trim());
      assert.ok(rows.some((text) => text.startsWith(name)), `'${name}' in: ${rows.join(' | ')} (${await input.inputValue({ timeout: 500 })})`);
      return true;
    };
    await until('the folder to be listed', () => listed('corpus'), { within: 60_000 });
    await input.fill(page);
    await until('the file to be found', async () => (await input.inputValue()) === page && listed(path.basename(page)));
    await input.press('Enter');
    const added = await until('the article', () => fs.readdirSync(path.join(folder, 'corpus')).find((name) => name.endsWith('.md') && !before.has(name)));
    await until('its text', () => /18,5 Millionen Euro/.test(fs.readFileSync(path.join(folder, 'corpus', added), 'utf8')));
    await until('six articles', async () => /6 articles/.test((await code.statusItem()).text));
    const toast = code.page.locator('.notification-toast').filter({ hasText: '1 article was imported.' });
    await toast.first().hover();
    await toast.locator('.monaco-button').filter({ hasText: 'Open' }).first().click();
    await code.shown(added);
    await code.command('View: Close Editor');
    fs.rmSync(path.join(folder, 'corpus', added));
    await until('five again', async () => /5 articles/.test((await code.statusItem()).text));
    await code.command('Notifications: Clear All Notifications');
  });

  test('a decision is made and taken back in the sources view', async (code, folder) => {
    const file = path.join(folder, 'beleg.decisions.jsonl');
    await code.file(FAULTY);
    await code.command('Beleg: Show Sources');
    await viewRows(code, 'Sources', FAULTY);
    const button = async (label, title) => {
      await claim(code, label).hover();
      await claim(code, label).locator(`.action-label[aria-label^=${JSON.stringify(title)}]`).click();
    };
    await button('unsourced: Rund 640', 'Ignore');
    const input = code.page.locator('.quick-input-widget input[type="text"]').first();
    await input.fill('Auskunft aus dem Archiv');
    await input.press('Enter');
    await claim(code, 'ignored: Rund 640').waitFor();
    assert.match(fs.readFileSync(file, 'utf8'), /Auskunft aus dem Archiv/);
    await button('ignored: Rund 640', 'Report Again');
    await claim(code, 'unsourced: Rund 640').waitFor();
    await until('the decision to be gone', () => !fs.existsSync(file) || !fs.readFileSync(file, 'utf8').includes('Archiv'));
    fs.rmSync(file, { force: true });
  });

  test('the workspace is checked as a whole', async (code) => {
    await code.file(SOUND);
    await code.command('Beleg: Check Workspace');
    const toast = code.page.locator('.notification-toast').filter({ hasText: /\d+ findings in 3 texts/ });
    await toast.first().waitFor({ timeout: 30_000 });
    await code.command('Notifications: Clear All Notifications');
  });

  for (const [name, theme] of Object.entries({ light: 'Light Modern', dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' })) {
    test(`a picture of all of it: ${name}`, async (code) => {
      await code.theme(theme);
      await code.file(FAULTY);
      await code.command('Beleg: Show Sources');
      await code.clickAt('12.000 Container');
      await code.command('Beleg: Show Timeline');
      const page = await code.frame('svg .point');
      await until('the timeline', async () => plain(await page.locator('table').innerText()).includes('12.000 Container'));
      await claim(code, 'mismatch: 12.000 Container').click();
      await code.clickAt('12.000 Container');
      await code.screenshot(path.join(pictures, `all-${name}.png`));
      const [text, back] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background')]);
      assert.notEqual(text, back);
    });
  }
}

/** A draft with mistakes, its claims, and the timeline of one of them. */
export async function readmePicture(code, folder, file) {
  await code.open(folder, FAULTY, { size: { width: 1280, height: 820 } });
  await until('findings', async () => /findings/.test((await code.statusItem()).text));
  await code.theme('Light Modern');
  await code.command('Beleg: Show Sources');
  await viewRows(code, 'Sources', FAULTY);
  const actors = code.pane('Actors').locator('.pane-header');
  if ((await actors.getAttribute('aria-expanded')) === 'true') await actors.click();
  await code.command('Beleg: Show Timeline');
  await claim(code, 'mismatch: 12.000 Container').click();
  await claim(code, 'mismatch: bis zu 5,5 Millionen').click();
  const page = await code.frame('svg .point', { within: 60_000 });
  await code.page.mouse.move(5, 600);
  await until('the timeline', async () => {
    await code.clickAt('12.000 Container');
    return plain(await page.locator('table').innerText()).includes('11.000 Container');
  }, { every: 1000 });
  await code.page.mouse.move(5, 600);
  await code.screenshot(file);
}

/** In a window of its own: settings are taken up when one is opened. */
export async function lensesAndHints(code, folder, pictures) {
  code.set({ 'editor.codeLens': true, 'editor.inlayHints.enabled': 'on' });
  try {
    await code.open(folder, SOUND);
    const lens = code.page.locator('.editor-group-container.active .codelens-decoration a');
    await until('lenses', async () => (await lens.count()) >= 2, { within: 60_000 });
    await until('hints', async () => /FNF 2024/.test(plain(await code.page.locator('.editor-group-container.active .view-lines').innerText())));
    await code.screenshot(path.join(pictures, 'lenses.png'));
    await lens.nth(1).click();
    await until('a second column', async () => (await code.page.locator('.editor-group-container').count()) === 2);
  } finally {
    code.set({ 'editor.codeLens': false, 'editor.inlayHints.enabled': 'off' });
  }
}
