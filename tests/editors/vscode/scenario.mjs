// The scenario that all editors share (tests/editors/scenario.json), done with keys and looked up on the screen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { plain, until } from './code.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
export const scenario = JSON.parse(fs.readFileSync(path.join(root, 'tests/editors/scenario.json'), 'utf8'));
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'editors/vscode/package.json'), 'utf8'));
const rules = manifest.contributes.configurationDefaults['editor.semanticTokenColorCustomizations'].rules;
const sources = path.join(root, 'tests/briefings');

const read = (file) => fs.readFileSync(path.join(file.startsWith('corpus/') ? root : sources, file), 'utf8');

/** Line and column of a place, from one. */
function place(file, at, part = at) {
  const text = read(file);
  assert.equal(text.split(at).length, 2, `'${at}' stands in ${file} once`);
  const index = text.indexOf(at) + at.indexOf(part);
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

/** `parts` stand in `text` one after another. */
function says(text, parts) {
  let from = 0;
  for (const part of parts) {
    const at = plain(text).indexOf(part, from);
    assert.notEqual(at, -1, `'${part}' in: ${text}`);
    from = at + part.length;
  }
}

const style = (look) => ['bold', 'italic', 'underline'].filter((one) => look[one]).join(' ');

/** How tokens of a type are to look, in this extension's own words. */
function styleOf({ type, modifiers = [] }) {
  const names = new Set((rules[`${type}:markdown`].fontStyle ?? '').split(' '));
  for (const modifier of modifiers) {
    const rule = rules[`*.${modifier}:markdown`] ?? {};
    for (const one of ['bold', 'italic', 'underline']) if (rule[one]) names.add(one);
  }
  return ['bold', 'italic', 'underline'].filter((one) => names.has(one)).join(' ');
}

async function at(code, { file, at: text, part }) {
  await code.file(file);
  const { line, column } = place(file, text, part);
  await code.goto(line, column);
}

/** The text of the line the caret is in, of a file of the workspace. */
async function lineHere(code, folder, file, offset = 0) {
  return fs.readFileSync(path.join(folder, file), 'utf8').split('\n')[(await code.caretLine()) - 1 + offset];
}

/** Does something that edits the file, and compares every letter of it; then takes it back. */
async function edits(code, folder, file, replaces, by, act) {
  const before = read(file);
  assert.equal(before.split(replaces).length, 2, `'${replaces}' stands in ${file} once`);
  const saved = () => fs.readFileSync(path.join(folder, file), 'utf8');
  const want = before.replace(replaces, () => by);
  const save = (text) => async () => {
    await code.page.keyboard.press('Control+s');
    return saved() === text;
  };
  try {
    await act();
    await until('the edit to be in the file', save(want), { every: 300, within: 15_000 }).catch(() => assert.equal(saved(), want));
    await code.page.keyboard.press('Control+1');
    await code.page.keyboard.press('Control+z');
    await until('the file to be as it was', save(before), { every: 300, within: 15_000 });
  } finally {
    if (saved() !== before) {
      fs.writeFileSync(path.join(folder, file), before);
      await code.command('Revert File');
    }
  }
}

async function jump(code, folder, step, keys) {
  await at(code, step);
  await keys();
  await code.shown(step.to.file);
  const line = await until(`the line with '${step.to.line}'`, async () => {
    const line = await lineHere(code, folder, step.to.file);
    return line.includes(step.to.line) && line;
  });
  assert.ok(line);
  if (step.to.below !== undefined) {
    const next = await Promise.all([1, 2, 3, 4, 5].map((offset) => lineHere(code, folder, step.to.file, offset)));
    assert.ok(next.some((one) => one?.includes(step.to.below)), next.join('\n'));
  }
  await code.command('View: Close Editor');
  await code.shown(step.file);
}

/** Gives the reason that is asked for, and sees the finding go. */
async function ignored(code, folder, step) {
  const input = code.page.locator('.quick-input-widget input[type="text"]').first();
  await input.waitFor();
  await input.press('Enter');
  await until('a word about the reason', async () => /A reason is needed/.test(await code.page.locator('.quick-input-widget').innerText()));
  await input.fill(step.reason);
  await input.press('Enter');
  const file = path.join(folder, 'beleg.decisions.jsonl');
  const written = await until('the decision', () => fs.existsSync(file) && fs.readFileSync(file, 'utf8'));
  for (const part of [step.code, step.reason]) assert.ok(written.includes(part), written);
  await until('the finding to be gone', async () => !(await code.lookAtCaret())?.squiggles.length);
  await showSources(code, step.file);
  await until('the claim to be ignored', async () => (await code.rows(code.pane('Sources'))).some(({ label }) => label.startsWith(`${STATES[step.state]}: ${step.at}`)));
  await at(code, step);
}

/** The rows of a view, once it is about `file`. */
export async function viewRows(code, title, file) {
  const pane = code.pane(title);
  await until(`${title} of ${file}`, async () => (await pane.locator('.pane-header').innerText()).includes(path.basename(file)));
  return until(`rows in ${title}`, async () => {
    const rows = await code.rows(pane);
    return rows.length > 0 && rows;
  });
}

async function showSources(code, file) {
  await code.file(file);
  await code.command('Beleg: Show Sources');
  const actors = code.pane('Actors').locator('.pane-header');
  if ((await actors.getAttribute('aria-expanded')) === 'true') await actors.click();
  return until(`claims of ${file}`, () => viewRows(code, 'Sources', file));
}

/** Unfolds a claim with the keyboard and reads what is below it. */
async function unfold(code, file, label) {
  const pane = code.pane('Sources');
  const row = pane.locator('.monaco-list-row[aria-level="1"]').filter({ has: code.page.locator(`xpath=self::*[starts-with(@aria-label, ${JSON.stringify(label)})]`) });
  await row.first().click();
  await until(`'${label}' to be unfolded`, async () => (await row.first().getAttribute('aria-expanded')) === 'true');
  const rows = await until('what is below', async () => {
    const all = await code.rows(pane);
    const from = all.findIndex((one) => one.level === 1 && one.label.startsWith(label));
    const rest = all.slice(from + 1);
    const to = rest.findIndex((one) => one.level === 1);
    const below = to < 0 ? rest : rest.slice(0, to);
    return below.length > 0 && below;
  });
  return { rows, fold: () => code.page.keyboard.press('ArrowLeft') };
}

function title(article) {
  return /^title: "(.*)"$/m.exec(fs.readFileSync(path.join(root, 'corpus', `${article}.md`), 'utf8'))[1];
}

/** A title as it is said where there is little room. */
function short(article) {
  const letters = [...title(article)];
  return letters.length <= 50 ? letters.join('') : `${letters.slice(0, 49).join('').trimEnd()}…`;
}

const kinds = {
  async open(code, _, { articles }) {
    await until(`${articles} articles`, async () => (await code.statusItem()).text.includes(`${articles} articles`));
  },

  async token(code, _, step) {
    await at(code, step);
    const text = step.part ?? step.at;
    const look = await until('the token', async () => {
      const found = await code.lookAtCaret();
      return found && (step.type === null ? style(found) === '' : style(found) === styleOf(step)) && found;
    }, { within: 10_000 });
    // What is drawn may be part of a longer figure, or broken at the end of a line.
    if (step.type !== null) assert.ok(plain(look.text).includes(text.split(' ')[0]), `'${look.text}' has '${text}'`);
  },

  async hover(code, _, step) {
    await at(code, step);
    says(await code.hoverAtCaret(), step.says);
    await code.clear();
  },

  definition: (code, folder, step) => jump(code, folder, step, () => code.page.keyboard.press('F12')),
  declaration: (code, folder, step) => jump(code, folder, step, () => code.command('Go to Declaration')),

  async references(code, _, step) {
    await at(code, step);
    await code.page.keyboard.press('Shift+F12');
    const tree = code.page.locator('.reference-zone-widget .ref-tree');
    const rows = await until('references', async () => {
      const all = await code.rows(tree);
      return all.length > 0 && all;
    });
    const said = rows.map(({ text }) => text).join('\n');
    for (const file of step.files) assert.ok(said.includes(path.basename(file)), `${file} in: ${said}`);
    await code.clear();
  },

  async highlights(code, _, step) {
    await at(code, step);
    await until(`${step.count} highlighted`, async () => (await code.page.locator('.editor-group-container.active .cdr[class*="wordHighlight"]').count()) === step.count);
  },

  async outline(code, _, step) {
    await code.file(step.file);
    for (const name of step.says) {
      await code.ask('Control+Shift+o', `@${name}`);
      await until(`'${name}' in the outline`, async () => (await code.rows()).some(({ text }) => text.includes(name)));
      await code.clear();
    }
  },

  async symbols(code, _, step) {
    await code.ask('Control+t', `#${step.query}`);
    await until('the symbol', async () => (await code.rows()).some(({ text }) => text.includes(step.says[0])));
    await code.clear();
  },

  async findings(code, _, step) {
    await code.file(step.file);
    if (step.none !== undefined) {
      // The view has what was found; the marks come with it.
      await showSources(code, step.file);
      const all = step.none.map((severity) => `.editor-group-container.active .squiggly-${severity}`).join(', ');
      assert.equal(await code.page.locator(all).count(), 0);
      return;
    }
    for (const finding of step.some) {
      // A quotation or citation may be marked from its first letter on.
      const part = finding.at.replace(/^[„“”»«"[]/, '');
      await at(code, { file: step.file, at: finding.at, part });
      const severity = { information: 'info' }[finding.severity] ?? finding.severity;
      await until(`${finding.code} to be marked`, async () => (await code.lookAtCaret())?.squiggles.includes(severity)).catch((error) => {
        // Hints are three dots at the beginning.
        if (finding.severity !== 'hint') throw error;
      });
      const said = await code.hoverAtCaret();
      // In parentheses, or as a link to its page.
      assert.match(said, new RegExp(`beleg\\(?${finding.code}`));
      says(said, finding.says);
      await code.clear();
    }
  },

  async fix(code, folder, step) {
    await at(code, step);
    await edits(code, folder, step.file, step.replaces, step.with, () => action(code, step.title));
  },

  async sources(code, _, step) {
    const claims = await showSources(code, step.file);
    const order = step.claims.map((claim) => claims.findIndex(({ label }) => label.startsWith(`${STATES[claim.state]}: ${claim.at}`)));
    step.claims.forEach((claim, n) => assert.notEqual(order[n], -1, `${claim.state}: ${claim.at} in: ${claims.map(({ label }) => label).join('\n')}`));
    assert.deepEqual(order, [...order].sort((a, b) => a - b), 'in the order of the text');
    for (const claim of step.claims) {
      const { rows, fold } = await unfold(code, step.file, `${STATES[claim.state]}: ${claim.at}`);
      if (claim.code !== undefined) assert.ok(rows[0].text.includes(claim.code), rows[0].text);
      if (claim.first !== undefined) {
        const [first] = rows;
        assert.ok(first.text.includes('first made'), first.text);
        assert.ok(first.text.includes(`${short(claim.first.article)} ¶ ${claim.first.paragraph}`), first.text);
      }
      await fold();
    }
  },

  async actors(code, _, step) {
    await code.file(step.file);
    await code.command('Beleg: Show Actors');
    const rows = await viewRows(code, 'Actors', step.file);
    for (const actor of step.actors) {
      const row = rows.find(({ label }) => label.startsWith(`${actor.name}, `));
      assert.ok(row, `${actor.name} in: ${rows.map(({ label }) => label).join('\n')}`);
      const articles = actor.articles === 1 ? '1 article' : `${actor.articles} articles`;
      says(row.label, [actor.kind, `${actor.mentions}× here`, articles]);
      assert.equal(row.label.includes('not in the registry'), !actor.listed);
    }
  },

  async timeline(code, _, step) {
    await at(code, step);
    await code.command('Beleg: Show Timeline');
    if (step.points === null) return;
    const page = await code.frame('svg .point');
    await until('this timeline', async () => plain(await page.locator('table').innerText()).includes(step.draft));
    for (const point of step.points) {
      const marks = await page.locator('svg .point').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      const mark = marks.map(plain).find((one) => one.includes(`${title(point.article)} ¶ ${point.paragraph}`));
      assert.ok(mark, marks.join('\n'));
      if (point.first) assert.ok(mark.includes('first made'), mark);
      if (point.speaker) assert.ok(mark.includes(point.speaker), mark);
    }
    assert.equal(await page.locator('svg .draft').count(), 1);
  },

  async trace(code, _, step) {
    await at(code, { file: step.file, at: step.text });
    for (let n = 0; n < step.text.length; n++) await code.page.keyboard.press('Shift+ArrowRight');
    await code.page.keyboard.press('Control+Alt+b');
    const rows = await until('statements', async () => {
      const all = (await code.rows()).filter(({ text }) => text.includes('¶'));
      // A list's rows stand in the page in no order of their own.
      const first = all.filter(({ text }) => text.includes('first made'));
      return first.length > 0 && first;
    });
    assert.equal(rows.length, 1, 'one statement was first');
    says(rows[0].text, ['first made', `${short(step.first.article)} ¶ ${step.first.paragraph}`]);
    await code.clear();
  },

  async cite(code, folder, step) {
    await at(code, step);
    await edits(code, folder, step.file, step.replaces, step.with, () => code.command('Beleg: Cite First Source'));
  },

  async ignore(code, folder, step) {
    await at(code, step);
    await action(code, ['Ignore', step.code, 'reason']);
    await ignored(code, folder, step);
    await action(code, ['Report', step.code, 'again']);
    const file = path.join(folder, 'beleg.decisions.jsonl');
    await until('the decision to be taken back', () => !fs.existsSync(file) || !fs.readFileSync(file, 'utf8').includes(step.code));
    await until('the finding to be back', async () => (await code.rows(code.pane('Sources'))).some(({ label }) => label.startsWith(`unsourced: ${step.at}`)));
    await at(code, step);
    await until('its mark to be back', async () => (await code.lookAtCaret())?.squiggles.length);
    fs.rmSync(file, { force: true });
  },

  async restart(code, _, step) {
    await code.command('Beleg: Restart Server');
    await at(code, step);
    await until('a hover again', async () => {
      says(await code.hoverAtCaret(), step.says);
      return true;
    });
    await code.clear();
  },
};

/** How the view calls the states. */
const STATES = { sourced: 'sourced', mismatch: 'mismatch', unsourced: 'unsourced', ignored: 'ignored', checked: 'checked', uncovered: 'not in the sources' };

/** Takes a quick fix whose title has all of `parts`. */
async function action(code, parts) {
  const rows = code.page.locator('.action-widget .monaco-list-row');
  await until(`the quick fix '${parts.join(' … ')}'`, async () => {
    await code.page.keyboard.press('Control+.');
    await rows.first().waitFor({ timeout: 5000 });
    const all = (await code.rows(code.page.locator('.action-widget'))).map(({ text }) => text).filter((text) => text !== 'Quick Fix');
    const n = all.findIndex((text) => parts.every((part) => text.includes(part)));
    if (n < 0) {
      await code.page.keyboard.press('Escape');
      throw new Error(`not in: ${all.join(' | ')}`);
    }
    for (let down = 0; down < n; down++) await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Enter');
    return true;
  }, { every: 500 });
}

/** Every step as a test. Those in another language are left to the test of that. */
export function addScenario(test) {
  for (const step of scenario.steps) {
    if (step.locale !== undefined) continue;
    assert.ok(kinds[step.do], `a kind of step that is not known: '${step.do}'`);
    test(`scenario: ${step.id}`, (code, folder) => kinds[step.do](code, folder, step));
  }
}

export const inLanguage = (locale) => scenario.steps.filter((step) => step.locale === locale);
export const act = (code, folder, step) => kinds[step.do](code, folder, step);
