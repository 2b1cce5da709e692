-- Whoever reads German is spoken to in German, by the plugin as by the server.
local t = require('support')
local DE = require('beleg.texts').DE

t.workspace()
require('beleg').setup({ locale = 'de_DE' })
local buf, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)
local win = vim.api.nvim_get_current_win()

---Text in quotes, as the source has it.
---@param quoted string
---@return string
local function read(quoted)
  return assert(loadstring('return ' .. quoted))()
end

---@return string
local function source()
  local out = {} ---@type string[]
  for _, path in ipairs(vim.fn.glob(vim.env.BELEG_TEST_PLUGIN .. '/lua/beleg/*.lua', true, true)) do
    if vim.fs.basename(path) ~= 'texts.lua' then
      vim.list_extend(out, vim.fn.readfile(path))
    end
  end
  return table.concat(out, '\n')
end

t.test('every text has a German one, with the same gaps', function()
  local all = source()
  for quoted in all:gmatch('%f[%w_]t%(%s*(\'[^\'\n]*\')') do
    assert(DE[read(quoted)], quoted .. ' has no German')
  end
  for quoted in all:gmatch('%f[%w_]t%(%s*("[^"\n]*")') do
    assert(DE[read(quoted)], quoted .. ' has no German')
  end
  for english, german in pairs(DE) do
    local function gaps(text)
      return (text:gsub('[^%%]*(%%?%a?)', '%1'))
    end
    t.equal(gaps(german), gaps(english), english)
  end
  for _, state in ipairs(require('beleg.told').STATES) do
    assert(DE[state[1]], state[1])
  end
  for _, key in ipairs(require('beleg.sources').KEYS) do
    assert(DE[key[2]], key[2])
  end
end)

t.test('what is listed and said', function()
  t.on('10.000 Soldaten')
  vim.cmd('Beleg trace')
  local list = t.locations(win)
  t.contains(list[1].text, '= sagt das, zuerst gesagt · [@fnf-interview-spohr, p. 3]')
  vim.cmd('silent! lclose')
  vim.api.nvim_set_current_win(win)
  t.on('Was offen ist')
  t.says('Beleg timeline', 'hier steht keine Zahl')
  t.says('Beleg status', '5 Artikel')
  t.says('Beleg frobnicate', 'es gibt keinen Befehl')
end)

t.test('the window of sources', function()
  t.on('10.000 Soldaten')
  vim.cmd('Beleg sources')
  local window = t.eventually('the window', function()
    local found = t.window('beleg-sources')
    return found and table.concat(t.lines(found), '\n'):find('zuerst gesagt', 1, true) and found
  end)
  local shown = table.concat(t.lines(window), '\n')
  t.contains(shown, '✓ belegt')
  t.contains(shown, 'etwa 2024-10-24')
  t.contains(vim.wo[window].statusline, 'Quellen')
  vim.cmd('Beleg sources')
end)

t.test('the timeline, with numbers as Germans write them', function()
  t.on('5,5 Milliarden US-Dollar')
  vim.cmd('Beleg timeline')
  local window = t.eventually('the timeline', function()
    return t.window('beleg-timeline')
  end)
  local shown = table.concat(t.lines(window), '\n')
  t.contains(shown, '5.500.000.000')
  t.contains(shown, 'dieser Text')
  t.press('q')
end)

t.test('and the server', function()
  local lens = client:request_sync('textDocument/codeLens', { textDocument = { uri = vim.uri_from_bufnr(buf) } }, t.patience(), buf)
  local first = client:request_sync('codeLens/resolve', assert(lens).result[1], t.patience(), buf)
  t.contains(assert(first).result.command.title, 'Aussagen')
end)

t.test('and what it finds', function()
  local draft = t.open('Entwürfe/entwurf-mit-fehlern.md')
  local finding = t.eventually('a finding', function()
    return vim.iter(vim.diagnostic.get(draft)):find(function(one)
      return one.code == 'figure-mismatch'
    end)
  end)
  t.contains(finding.message, 'die Quellen nennen 11.000 (')
  t.contains(finding.message, ' 14. Nov. 2024, Abs. 4), nicht 12.000 Container')
end)
