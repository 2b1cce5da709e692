local t = require('support')
local claims = require('beleg.claims')

local folder = t.workspace()
local buf, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)
local text = vim.api.nvim_get_current_win()

---@return integer?
local function window()
  return t.window('beleg-sources')
end

---@return string
local function shown()
  local win = window()
  return win and table.concat(t.lines(win), '\n') or ''
end

---Waits until the window says something.
---@param part string
local function says(part)
  t.eventually(("the window says '%s'"):format(part), function()
    return shown():find(part, 1, true)
  end)
end

---Puts the cursor on a text, as a person would, and waits for the window to follow.
---@param at string
---@param unfolded string the claim that is unfolded then
local function follow(at, unfolded)
  t.on(at)
  vim.api.nvim_exec_autocmds('CursorMoved', {})
  t.eventually(('%s is unfolded'):format(unfolded), function()
    return shown():find('▾ %S+ %w+ +' .. vim.pesc(unfolded))
  end)
end

---Puts the cursor of the window on the line that holds a text.
---@param part string
local function on_line(part)
  vim.api.nvim_set_current_win(assert(window()))
  local row = vim.iter(ipairs(t.lines(0))):find(function(_, line)
    return line:find(part, 1, true)
  end)
  assert(row, ("'%s' is not in:\n%s"):format(part, shown()))
  vim.api.nvim_win_set_cursor(0, { row, 0 })
end

t.test('they open beside the text, and the cursor stays there', function()
  vim.cmd('Beleg sources')
  t.equal(vim.api.nvim_get_current_win(), text)
  says('lage-nordkorea.md')
  says('etwa 10.000 Soldaten')
  assert(vim.api.nvim_win_get_position(window())[2] > 0, 'not to the right')
end)

t.test('claims stand in the order of the text, each with its state as a sign and a word', function()
  local last = 0
  for _, claim in ipairs({ 'Mindestens 3.000 Soldaten', 'bis zu 12.000 Soldaten', 'etwa 10.000 Soldaten', '11.000' }) do
    local at = shown():find(claim, 1, true)
    assert(at and at > last, ('%s: %s'):format(claim, shown()))
    last = at
  end
  for _, line in ipairs(t.lines(window())) do
    if line:match('^[▸▾]') then
      assert(line:match('^[▸▾]+ [^%w%s]+ %l+ +%S'), line)
    end
  end
  local signs = {} ---@type table<string, string>
  for _, entry in ipairs(require('beleg.told').STATES) do
    assert(not signs[entry[2]], entry[1])
    signs[entry[2]] = entry[1]
  end
end)

t.test('the window follows the cursor and unfolds what is there', function()
  follow('10.000 Soldaten', 'etwa 10.000 Soldaten')
  says('= agrees, first made: about 2024-10-24, fnf-interview-spohr ¶ 3')
  says('Frederic Spohr · possible · under a condition')
  says('Unterstellt man eine Entsendung von etwa 10.000 nordkoreanischen Soldaten')
  says('≠ disagrees: about 2024-10-28, fnf-studie-waffenhandel ¶ 4')
  local row = vim.api.nvim_win_get_cursor(window())[1]
  t.contains(t.lines(window())[row], 'etwa 10.000 Soldaten')
  follow('11.000 Containern', '11.000 Containern')
  assert(not shown():find('Unterstellt man', 1, true), 'folded again')
end)

t.test('<CR> on a statement opens its paragraph beside, and the window stays with the text', function()
  follow('10.000 Soldaten', 'etwa 10.000 Soldaten')
  on_line('Unterstellt man')
  t.press('<CR>')
  t.equal(vim.api.nvim_get_current_win(), text)
  t.equal(vim.fs.relpath(folder, vim.api.nvim_buf_get_name(0)), 'corpus/fnf-interview-spohr.md')
  local cursor = vim.api.nvim_win_get_cursor(0)
  t.contains(vim.api.nvim_get_current_line():sub(cursor[2] + 1), 'Unterstellt man eine Entsendung')
  vim.api.nvim_exec_autocmds('CursorMoved', {})
  vim.wait(500)
  t.contains(shown(), 'lage-nordkorea.md')
  t.press('<C-o>')
  t.equal(vim.api.nvim_get_current_buf(), buf)
end)

t.test('<CR> on a claim goes to it in the text', function()
  on_line('11.000 Containern')
  t.press('<CR>')
  t.equal(vim.api.nvim_get_current_buf(), buf)
  t.equal(vim.api.nvim_win_get_cursor(0), { t.find('11.000 Containern') })
end)

t.test('p shows a paragraph without leaving', function()
  follow('10.000 Soldaten', 'etwa 10.000 Soldaten')
  on_line('Unterstellt man')
  t.press('p')
  t.equal(vim.api.nvim_get_current_win(), window())
  t.contains(vim.api.nvim_buf_get_name(vim.api.nvim_win_get_buf(text)), 'fnf-interview-spohr.md')
  vim.api.nvim_set_current_win(text)
  vim.cmd.buffer(buf)
end)

t.test('claims unfold and fold by the keys of folds', function()
  on_line('11.000 Containern')
  t.press('zo')
  says('▾ ✓ sourced    11.000 Containern')
  t.press('zc')
  says('▸ ✓ sourced    11.000 Containern')
  t.press('<Tab>')
  says('▾ ✓ sourced    11.000 Containern')
  t.press('zM')
  assert(not shown():find('▾', 1, true), shown())
  t.press('zR')
  assert(not shown():find('▸', 1, true), shown())
  t.press('zM')
  vim.api.nvim_set_current_win(text)
end)

t.test('f shows the claims of one state only', function()
  vim.api.nvim_set_current_win(assert(window()))
  t.answering({ 'unsourced' }, function()
    t.press('f')
  end)
  says('only: unsourced')
  assert(not shown():find('✓ sourced', 1, true), shown())
  t.answering({ 'all' }, function()
    t.press('f')
  end)
  says('✓ sourced')
  vim.api.nvim_set_current_win(text)
end)

t.test('what is typed and deleted shows, wherever it is done', function()
  local row = t.find('11.000 Containern')
  vim.api.nvim_buf_set_lines(buf, row - 1, row, true, {})
  t.eventually('one claim less', function()
    return not shown():find('11.000 Containern', 1, true)
  end)
  vim.api.nvim_buf_set_lines(buf, 2, 2, true, { '', 'Rund 20 Boote kenterten bei Bergen.', '' })
  says('Rund 20 Boote')
  -- Places move with the text before the next answer is there.
  local claim = vim.iter(claims.get(buf)):find(function(one)
    return one.text == 'etwa 10.000 Soldaten'
  end)
  vim.api.nvim_buf_set_lines(buf, 0, 0, true, { '', '' })
  local at = { claims.place(buf, claim) }
  t.equal({ at[1] + 1, at[2] }, { t.find('etwa 10.000 Soldaten') })
  vim.cmd('silent edit!')
  says('11.000 Containern')
end)

t.test('t shows the timeline, and what is chosen there opens beside', function()
  on_line('etwa 10.000 Soldaten')
  t.press('t')
  local float = t.eventually('a timeline', function()
    return t.window('beleg-timeline')
  end)
  vim.api.nvim_set_current_win(float)
  t.press('<CR>')
  t.equal(vim.api.nvim_get_current_win(), text)
  t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'fnf-interview-spohr.md')
  vim.cmd.buffer(buf)
end)

t.test('c cites in the text, and i asks why a finding is right', function()
  local draft = t.open('Entwürfe/entwurf-mit-fehlern.md')
  says('entwurf-mit-fehlern.md')
  says('fast 50.000 russische Soldaten')
  local before = vim.api.nvim_buf_get_lines(draft, 0, -1, true)
  on_line('fast 50.000 russische Soldaten')
  t.press('c')
  local with = 'in die Region Kursk [@swp-aktuell-truppenentsendung, p. 5].'
  t.changed(draft, before, 'in die Region Kursk.', with)
  t.equal(vim.api.nvim_get_current_win(), window())
  local _, col = t.find('Rund 640', draft)
  t.eventually('the finding, where it is now', function()
    return vim.iter(vim.diagnostic.get(draft)):any(function(one)
      return one.code == 'figure-unsourced' and one.col == col
    end)
  end)
  on_line('Rund 640 nordkoreanische Offiziere')
  t.says(function()
    t.answering({ 'Auskunft' }, function()
      t.press('i')
    end)
  end, 'figure-unsourced ignored')
  says('- ignored    Rund 640')
  vim.api.nvim_set_current_win(text)
  vim.cmd('silent edit!')
  vim.fn.delete('beleg.decisions.jsonl')
  vim.cmd.buffer(buf)
  says('lage-nordkorea.md')
  vim.cmd.bwipeout(draft)
end)

t.test('another briefing brings its own sources', function()
  local other = t.open('Entwürfe/entwurf-mit-fehlern.md')
  says('entwurf-mit-fehlern.md')
  follow('12.000 Container', '12.000 Container')
  says('✗ mismatch   12.000 Container')
  says('[figure-mismatch]')
  vim.cmd.buffer(buf)
  says('lage-nordkorea.md')
  vim.cmd.bwipeout(other)
end)

t.test('it has no part in the list of buffers, and cannot be written into', function()
  local panel = vim.api.nvim_win_get_buf(assert(window()))
  t.equal(vim.bo[panel].buflisted, false)
  t.equal(vim.bo[panel].modifiable, false)
  t.equal(vim.bo[panel].buftype, 'nofile')
end)

t.test('g? says which keys there are, and every key is in the help', function()
  vim.api.nvim_set_current_win(assert(window()))
  local said = t.said(function()
    t.press('g?')
  end)
  local help = table.concat(vim.fn.readfile(vim.fs.joinpath(vim.env.BELEG_TEST_PLUGIN, 'doc', 'beleg.txt')), '\n')
  for _, entry in ipairs(require('beleg.sources').KEYS) do
    t.contains(said, entry[2])
    for _, key in ipairs(entry[1]) do
      if not key:find('Mouse') then
        assert(help:find(' ' .. vim.pesc(key) .. ' '), key)
      end
    end
  end
end)

t.test('q closes it, and nothing is watched any more', function()
  vim.api.nvim_set_current_win(assert(window()))
  t.press('q')
  t.equal(window(), nil)
  t.equal(vim.api.nvim_get_current_win(), text)
  t.equal(claims.get(buf), nil)
end)

t.test(':Beleg sources again closes it, and so does :close', function()
  vim.cmd('Beleg sources')
  says('etwa 10.000 Soldaten')
  vim.cmd('Beleg sources')
  t.equal(window(), nil)
  vim.cmd('Beleg sources')
  vim.api.nvim_win_close(assert(window()), true)
  t.equal(claims.get(buf), nil)
  vim.cmd('Beleg sources')
  assert(window())
  vim.cmd('Beleg sources')
end)

t.test('it opens where it is asked to', function()
  vim.cmd('leftabove vertical Beleg sources')
  t.equal(vim.api.nvim_win_get_position(window()), { 0, 0 })
  vim.cmd('Beleg sources')
  vim.cmd('belowright horizontal Beleg sources')
  assert(vim.api.nvim_win_get_position(window())[1] > 0, 'not below')
  vim.cmd('Beleg sources')
end)

t.test('the location list has every claim with its statements', function()
  vim.cmd('Beleg sources list')
  local list = t.locations(text)
  t.equal(vim.fn.getloclist(text, { title = 0 }).title, 'Sources of lage-nordkorea.md')
  local at ---@type integer
  for n, item in ipairs(list) do
    if item.text:find('sourced: etwa 10.000 Soldaten', 1, true) then
      at = n
    end
  end
  t.equal({ list[at].lnum, list[at].col - 1 }, { t.find('etwa 10.000 Soldaten', buf) })
  local statement = list[at + 1]
  t.contains(statement.text, '= agrees, first made · [@fnf-interview-spohr, p. 3] · about 2024-10-24')
  t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(statement.bufnr)), 'fnf-interview-spohr.md')
  local line = vim.fn.readfile(vim.api.nvim_buf_get_name(statement.bufnr))[statement.lnum]
  t.contains(line:sub(statement.col, statement.end_col - 1), 'Unterstellt man eine Entsendung')
  vim.cmd.lclose()
end)

t.test('where there is no server, it says why', function()
  vim.cmd.enew()
  t.contains(
    t.said(function()
      vim.cmd('Beleg sources')
    end),
    "not for files of type ''"
  )
  t.equal(window(), nil)
end)
