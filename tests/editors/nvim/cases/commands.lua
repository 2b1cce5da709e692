local t = require('support')

local folder = t.workspace()
local buf, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)
local win = vim.api.nvim_get_current_win()

local says = t.says

-- A document of which the sources know nothing.
vim.fn.writefile({ 'Die Bäckerei am Markt öffnet um sieben.' }, 'Entwürfe/brot.md')

---Lua's patterns know bytes only.
---@param text string
---@param pattern string as Vim has them
local function matches(text, pattern)
  assert(vim.fn.match(text, pattern) >= 0, ("'%s' does not match:\n%s"):format(pattern, text))
end

local function back()
  vim.cmd('silent! lclose')
  vim.api.nvim_set_current_win(win)
  vim.cmd.buffer({ buf, bang = true })
  vim.fn.setloclist(win, {})
end

t.test('trace lists who says what stands at the cursor', function()
  t.on('10.000 Soldaten')
  vim.cmd('Beleg trace')
  local list = t.locations(win)
  t.contains(list[1].text, '= agrees, first made · [@fnf-interview-spohr, p. 3]')
  t.contains(list[2].text, '≠ disagrees · [@fnf-studie-waffenhandel, p. 4]')
  t.equal(vim.bo.filetype, 'qf')
  vim.cmd('lfirst')
  t.contains(vim.api.nvim_get_current_line(), 'Unterstellt man')
  back()
end)

t.test('and of lines, and of a sentence that is given, in another language', function()
  local row = t.find('Bis zu 5,5 Milliarden')
  vim.cmd(row .. 'Beleg trace')
  t.contains(t.locations(win)[1].text, '[@fnf-studie-waffenhandel, p. 3]')
  back()
  vim.cmd('Beleg trace Up to 12,000 soldiers were to be moved to Russia.')
  t.contains(t.locations(win)[1].text, '[@telepolis-elitesoldaten, p. 3]')
  back()
  says('Beleg trace The bakery sold 7 loaves.', 'no source speaks of this')
end)

t.test('open goes to the first source, in a window of its own if asked', function()
  t.on('10.000 Soldaten')
  vim.cmd('vertical Beleg open')
  t.eventually('the article', function()
    return vim.api.nvim_get_current_buf() ~= buf
  end)
  t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'fnf-interview-spohr.md')
  t.equal(#vim.api.nvim_tabpage_list_wins(0), 2)
  t.equal(vim.api.nvim_win_get_buf(win), buf)
  vim.cmd.close()
  t.open('Entwürfe/brot.md')
  says('Beleg open', 'no source says this')
  back()
end)

t.test('cite says when there is nothing to cite, or nothing to do', function()
  t.on('10.000 Soldaten')
  says('Beleg cite', 'already cited: [@fnf-interview-spohr, p. 3]')
  t.open('Entwürfe/brot.md')
  says('Beleg cite', 'no source makes this claim')
  back()
end)

t.test('cite pick puts the citation that is picked behind the word', function()
  local before = vim.api.nvim_buf_get_lines(buf, 0, -1, true)
  t.on('Soldaten, könnte es Frederic')
  t.answering({
    function(items, texts)
      t.contains(texts[1], '[@fnf-interview-spohr, p. 3]  = agrees, first made, about 2024-10-24: ')
      return items[2]
    end,
  }, function()
    vim.cmd('Beleg cite pick')
  end)
  t.changed(
    buf,
    before,
    'etwa 10.000 Soldaten, könnte',
    'etwa 10.000 Soldaten [@fnf-studie-waffenhandel, p. 4], könnte'
  )
  vim.cmd('silent edit!')
  vim.wait(200)
end)

t.test('timeline draws every value with its words, and opens what is chosen', function()
  t.on('Mindestens 3.000 Soldaten')
  vim.cmd('Beleg timeline')
  local float = t.eventually('the timeline', function()
    return t.window('beleg-timeline')
  end)
  local lines = t.lines(float)
  local text = table.concat(lines, '\n')
  t.contains(text, '3,000')
  matches(text, [[this text \+■─\+▶ \+Mindestens 3.000 Soldaten]])
  matches(text, [[2024-11-14, first \+●─\+▶ \+mindestens 3.000 Soldaten \+USA \+swp-aktuell]])
  for _, line in ipairs(lines) do
    assert(vim.fn.strdisplaywidth(line) <= vim.api.nvim_win_get_width(float), line)
  end
  t.contains(lines[vim.api.nvim_win_get_cursor(float)[1]], ', first')
  t.press('<CR>')
  t.equal(t.window('beleg-timeline'), nil)
  t.contains(vim.api.nvim_get_current_line(), 'mindestens 3.000 Soldaten')
  t.press('<C-o>')
  t.equal(vim.api.nvim_get_current_buf(), buf)
end)

t.test('timeline fits a narrow screen, and q closes it', function()
  local columns = vim.o.columns
  vim.o.columns = 70
  t.on('10.000 Soldaten')
  vim.cmd('Beleg timeline')
  local float = t.eventually('the timeline', function()
    return t.window('beleg-timeline')
  end)
  for _, line in ipairs(t.lines(float)) do
    assert(vim.fn.strdisplaywidth(line) <= vim.api.nvim_win_get_width(float), line)
  end
  t.press('q')
  t.equal(t.window('beleg-timeline'), nil)
  vim.o.columns = columns
end)

t.test('a timeline is drawn whatever its values are', function()
  local render = require('beleg.timeline').render
  local function point(lo, hi, bound)
    local range = { start = { line = 0, character = 0 }, ['end'] = { line = 0, character = 1 } }
    return {
      lo = lo,
      hi = hi,
      bound = bound,
      shown = ('%s to %s'):format(lo, hi),
      text = 'x',
      article = 'a',
      paragraph = 1,
      relation = 'agrees',
      uri = 'file:///a',
      range = range,
    }
  end
  local function plot(points, width)
    local lines, rows = render({ matter = 'Boats', unit = '', points = points }, width or 100)
    local out = {} ---@type string[]
    for row in vim.spairs(rows) do
      out[#out + 1] = lines[row]
    end
    return table.concat(out, '\n'), table.concat(lines, '\n')
  end
  t.contains(plot({ point(10, 10, 'exact') }), '●')
  matches(plot({ point(10, 20, 'exact'), point(15, 15, 'about') }), [[├─\+●─\+┤\_.*≈●≈]])
  matches(plot({ point(10, 10, 'at-most'), point(20, 20, 'more-than') }), [[◀─*●\_.*●─\+▶]])
  matches(plot({ point(0, 0, 'exact'), point(-5, -5, 'exact') }), [[●\_.*●]])
  matches(plot({ point(nil, nil, 'vague') }), '● agrees')
  matches(plot({ point('2024-06-19', '2024-06-19'), point('2024-10', '2024-10') }), [[●\_.*●]])
  assert(select(2, plot({ point(1, 1), point(1e9, 1e9) })):find('logarithmic'))
  for width = 20, 140, 7 do
    local points = { point(1.5, 2.25, 'about'), point(1e12, 1e12, 'nearly'), point(nil, nil) }
    for line in select(2, plot(points, width)):gmatch('[^\n]+') do
      assert(vim.fn.strdisplaywidth(line) <= math.max(width, 60), line)
    end
  end
end)

t.test('actors are picked, and where to go', function()
  local texts ---@type string[]
  t.answering({
    function(items, all)
      texts = all
      return vim.iter(items):find(function(one)
        return one.name == 'Frederic Spohr'
      end)
    end,
    function(items, all)
      t.contains(all[1], 'first in the sources: about 2024-10-24, fnf-interview-spohr ¶ 1')
      t.contains(all[2], 'here, 1 of 1: … ')
      t.contains(all[2], 'Frederic Spohr')
      t.equal(all[3], 'entry in the registry')
      return items[1]
    end,
  }, function()
    vim.cmd('Beleg actors')
  end)
  t.contains(table.concat(texts, '\n'), 'Frederic Spohr (person): 1 here, ')
  t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'fnf-interview-spohr.md')
  local cursor = vim.api.nvim_win_get_cursor(0)
  t.contains(vim.api.nvim_get_current_line():sub(cursor[2] + 1, cursor[2] + 30), 'Spohr')
  back()
end)

t.test('a finding is ignored with a reason, and reported again', function()
  local draft = t.open('Entwürfe/entwurf-mit-fehlern.md')
  local function reported()
    return vim.iter(vim.diagnostic.get(draft)):any(function(one)
      return one.code == 'scale-mismatch'
    end)
  end
  t.eventually('the finding', reported)
  t.on('5,5 Millionen US-Dollar')
  t.answering({ '' }, function()
    t.contains(
      t.said(function()
        vim.cmd('Beleg ignore')
      end),
      'needs a reason'
    )
  end)
  says('Beleg ignore So steht es im Vertrag.', 'scale-mismatch ignored')
  t.eventually('no finding', function()
    return not reported()
  end)
  t.contains(table.concat(vim.fn.readfile('beleg.decisions.jsonl'), '\n'), 'So steht es im Vertrag.')
  says('Beleg undecide', 'scale-mismatch is reported again')
  t.eventually('the finding', reported)
  says('Beleg undecide', 'nothing was decided here')
  t.on('# Entwurf')
  says('Beleg checked', 'there is no finding here')
end)

t.test('and the code action asks for the reason, too', function()
  local draft = vim.api.nvim_get_current_buf()
  t.on('5,5 Millionen US-Dollar')
  t.answering({ 'Steht so im Anhang.' }, function()
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action)
        return action.title:find('Ignore scale-mismatch here', 1, true) ~= nil
      end,
    })
  end)
  t.eventually('no finding', function()
    return not vim.iter(vim.diagnostic.get(draft)):any(function(one)
      return one.code == 'scale-mismatch'
    end)
  end)
  t.contains(table.concat(vim.fn.readfile('beleg.decisions.jsonl'), '\n'), 'Steht so im Anhang.')
  says('Beleg undecide', 'is reported again')
  vim.cmd.buffer(buf)
end)

t.test('check looks at every briefing, and lists what it found', function()
  vim.cmd('silent! bwipeout! Entwürfe/entwurf-mit-fehlern.md')
  says('Beleg check', 'findings in ')
  local list = t.eventually('a quickfix list', function()
    local list = vim.fn.getqflist()
    return #list > 5 and list
  end)
  local files = {} ---@type table<string, boolean>
  for _, item in ipairs(list) do
    files[vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr))] = true
  end
  assert(files['entwurf-mit-fehlern.md'], vim.inspect(files))
  vim.cmd.cclose()
  back()
end)

t.test('import makes articles of files and of the clipboard', function()
  local page = vim.fs.joinpath(folder, 'alte seite.txt')
  vim.fn.writefile({ 'Das Wehr bleibt zu', '', 'Das Amt meldete am 3. Mai 2024 rund 40 Anlagen am Fluss.' }, page)
  local said = says('Beleg import alte\\ seite.txt nirgends.txt', 'imported 1 article')
  t.contains(said, 'corpus/')
  t.contains(said, 'nirgends.txt')
  vim.fn.setreg('"', '')
  vim.g.clipboard = {
    name = 'test',
    copy = { ['+'] = function() end, ['*'] = function() end },
    paste = {
      ['+'] = function()
        return { { 'Die Schleuse', '', 'Die Schleuse wurde am 4. Mai 2024 mit 12 Toren eröffnet.' }, 'v' }
      end,
      ['*'] = function()
        return { {}, 'v' }
      end,
    },
  }
  t.answering({ 'die-schleuse' }, function()
    says('Beleg import', 'imported 1 article')
  end)
  local found = vim.fn.glob(vim.fs.joinpath(folder, 'corpus', '*schleuse*.md'), true, true)
  t.equal(#found, 1)
  t.contains(table.concat(vim.fn.readfile(found[1]), '\n'), '12 Toren')
end)

t.test('lines below the text come only when asked for, and go again', function()
  local space = vim.api.nvim_get_namespaces()['beleg.lines']
  local function below()
    local marks = space and vim.api.nvim_buf_get_extmarks(buf, space, 0, -1, { details = true }) or {}
    local out = {} ---@type string[]
    for _, mark in ipairs(marks) do
      for _, line in ipairs(mark[4].virt_lines) do
        out[#out + 1] = line[1][1]
      end
    end
    return table.concat(out, '\n')
  end
  t.equal(below(), '')
  vim.cmd('Beleg lines')
  space = vim.api.nvim_get_namespaces()['beleg.lines']
  t.eventually('lines', function()
    return below():find('✓ sourced: etwa 10.000 Soldaten – about 2024-10-24, fnf-interview-spohr ¶ 3', 1, true)
  end)
  vim.cmd('vsplit')
  vim.api.nvim_win_set_width(0, 50)
  vim.api.nvim_exec_autocmds('WinResized', {})
  for line in below():gmatch('[^\n]+') do
    assert(vim.fn.strdisplaywidth(line) <= 50, line)
  end
  vim.cmd.close()
  vim.cmd('Beleg lines')
  t.equal(below(), '')
  require('beleg').setup({ virtual_lines = true })
  vim.cmd('Beleg restart')
  t.loaded(select(2, t.open('Entwürfe/lage-nordkorea.md')))
  t.eventually('lines from the start', function()
    return below():find('etwa 10.000 Soldaten', 1, true)
  end)
  require('beleg').setup({ virtual_lines = false })
end)

t.test('hints and summaries come only when asked for', function()
  t.equal(vim.lsp.inlay_hint.is_enabled({ bufnr = buf }), false)
  t.equal(vim.lsp.codelens.get(buf), {})
  require('beleg').setup({ inlay_hints = true, code_lens = true })
  vim.cmd('Beleg restart')
  t.loaded(select(2, t.open('Entwürfe/lage-nordkorea.md')))
  t.equal(vim.lsp.inlay_hint.is_enabled({ bufnr = buf }), true)
  local hint = t.eventually('a hint', function()
    return vim.lsp.inlay_hint.get({ bufnr = buf })[1]
  end)
  assert(hint.inlay_hint.label)
  t.eventually('a summary', function()
    return vim.lsp.codelens.get(buf)[1]
  end)
  require('beleg').setup({ inlay_hints = false, code_lens = false })
  vim.lsp.inlay_hint.enable(false, { bufnr = buf })
end)

t.test('a name becomes an actor of the registry', function()
  local row = t.find('## Was offen ist')
  vim.api.nvim_buf_set_lines(buf, row, row, true, { '', 'Nach Angaben von Walburga Ötzmann blieb das Wehr zu.' })
  vim.wait(300)
  local at, col = t.find('Walburga Ötzmann')
  vim.fn.setpos("'<", { buf, at, col + 1, 0 })
  vim.fn.setpos("'>", { buf, at, col + #'Walburga Ötzmann', 0 })
  says("'<,'>Beleg new-actor", "Walburga Ötzmann is listed as 'walburga-oetzmann' (person)")
  local registry = vim.fs.joinpath(folder, 'corpus', 'actors.toml')
  t.contains(table.concat(vim.fn.readfile(registry), '\n'), 'name = "Walburga Ötzmann"')
  t.eventually('the registry', function()
    return vim.fs.basename(vim.api.nvim_buf_get_name(0)) == 'actors.toml'
  end)
  back()
  vim.cmd('silent edit!')
end)

t.test('a server without a command is said to be too old', function()
  local fresh = t.eventually('a server', function()
    return require('beleg.server').clients(buf)[1]
  end)
  local known = fresh.server_capabilities.executeCommandProvider.commands
  fresh.server_capabilities.executeCommandProvider.commands = {}
  says('Beleg actors', "does not know 'beleg.actors'")
  fresh.server_capabilities.executeCommandProvider.commands = known
end)
