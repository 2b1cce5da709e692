---The scenario that every editor is held to: ../scenario.json says what its steps mean.
local t = require('support')

local folder = t.workspace()
local path = vim.fs.joinpath(vim.env.BELEG_TEST_ROOT, 'tests', 'editors', 'scenario.json')
local scenario = vim.json.decode(table.concat(vim.fn.readfile(path), '\n'), { luanil = { object = true } })

---Opens the step's file as it was before every step.
---@param step table
---@return integer buf
---@return vim.lsp.Client client
local function open(step)
  local file = 'Entwürfe/' .. step.file
  if vim.fn.bufloaded(file) == 1 then
    vim.cmd.buffer({ vim.fn.fnameescape(file), bang = true })
    if vim.bo.modified then
      vim.cmd('silent edit!')
    end
  end
  local buf, client = t.open(file)
  -- After `:edit!` Neovim needs a moment to tell the server.
  t.eventually('the server has ' .. file, function()
    -- A server that is busy starting has not answered within the time that a user would wait.
    local status = require('beleg.server').status(client)
    return status and vim.iter(status.documents):any(function(one)
      return one.uri == vim.uri_from_bufnr(buf)
    end)
  end)
  return buf, client
end

---Where a step takes place.
---@param step table
---@return integer row
---@return integer col
local function place(step)
  local row, col = t.find(step.at)
  local inside = step.part and assert(step.at:find(step.part, 1, true), step.id) or 1
  return row, col + inside - 1
end

---@param step table
local function go(step)
  vim.api.nvim_win_set_cursor(0, { place(step) })
end

---Holds when `text` contains all of `parts`, one after the other.
---@param text string
---@param parts string[]
local function says(text, parts)
  text = text:gsub('\u{a0}', ' '):gsub('\u{202f}', ' ')
  local at = 1
  for _, part in ipairs(parts) do
    local _, stop = text:find(part, at, true)
    if not stop then
      error(("'%s' is not in this, or not in order:\n%s"):format(part, text), 2)
    end
    at = stop + 1
  end
end

---@param buf? integer
---@return string file within the workspace
local function name(buf)
  local full = vim.api.nvim_buf_get_name(buf or 0)
  return vim.fs.relpath(folder, full) or full
end

local SEVERITIES = { error = 1, warning = 2, information = 3, hint = 4 }

---@param buf integer
---@param want {at: string, code: string}
---@return vim.Diagnostic?
local function reported(buf, want)
  local row, col = t.find(want.at)
  return vim.iter(vim.diagnostic.get(buf)):find(function(one)
    return one.code == want.code and one.lnum == row - 1 and one.col < col + #want.at and col < one.end_col
  end)
end

---@param buf integer
---@param want {at: string, code: string}
---@return vim.Diagnostic
local function finding(buf, want)
  return t.eventually(('%s on %s'):format(want.code, want.at), function()
    return reported(buf, want)
  end)
end

---Presses keys on a place and waits for the cursor to be elsewhere.
---@param keys string
local function jump(keys)
  return function(step)
    local buf = open(step)
    go(step)
    local row = vim.api.nvim_win_get_cursor(0)[1]
    t.press(keys)
    t.eventually(keys, function()
      return vim.api.nvim_get_current_buf() ~= buf or vim.api.nvim_win_get_cursor(0)[1] ~= row
    end)
    t.equal(name(), step.to.file)
    local at = vim.api.nvim_win_get_cursor(0)[1]
    local lines = vim.api.nvim_buf_get_lines(0, at - 1, at + 5, false)
    t.contains(lines[1], step.to.line)
    if step.to.below then
      t.contains(table.concat(lines, '\n', 2), step.to.below)
    end
  end
end

---The text of a list that keys open: quickfix or location list.
---@param what string
---@param get fun(): vim.quickfix.entry[]
---@return vim.quickfix.entry[]
local function listed(what, get)
  return t.eventually(what, function()
    local list = get()
    return #list > 0 and list
  end)
end

---@type table<string, fun(step: table)>
local DO = {}

function DO.open(step)
  local _, client = open(step)
  t.loaded(client)
  local status = assert(require('beleg.server').status(client))
  t.equal(status.articles, step.articles)
  t.equal(#status.problems, scenario.workspace.problems)
end

function DO.token(step)
  local buf, client = open(step)
  local row, col = place(step)
  if not step.type then
    t.tokens(buf, client)
    t.equal(t.token(buf, row, col), nil)
    return
  end
  local token = t.eventually(('a %s'):format(step.type), function()
    local token = t.token(buf, row, col)
    return token and token.type == step.type and token
  end)
  for _, modifier in ipairs(step.modifiers or {}) do
    assert(vim.tbl_contains(token.modifiers, modifier), vim.inspect(token))
  end
end

function DO.hover(step)
  local _, client = open(step)
  t.loaded(client)
  go(step)
  t.press('K')
  local window = t.eventually('hover', t.float)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  says(table.concat(lines, '\n'), step.says)
end

DO.definition = jump('gd')
DO.declaration = jump('gD')

function DO.references(step)
  open(step)
  go(step)
  vim.fn.setqflist({})
  t.press('grr')
  local list = listed('references', vim.fn.getqflist)
  vim.cmd.cclose()
  local files = {} ---@type table<string, boolean>
  for _, item in ipairs(list) do
    files[name(item.bufnr)] = true
  end
  for _, file in ipairs(step.files) do
    assert(files[file], ('%s is not in %s'):format(file, vim.inspect(files)))
  end
end

function DO.highlights(step)
  local buf, client = open(step)
  go(step)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answer = assert(client:request_sync('textDocument/documentHighlight', params, t.patience(), buf))
  t.equal(#answer.result, step.count)
end

function DO.outline(step)
  open(step)
  vim.fn.setloclist(0, {})
  t.press('gO')
  local list = listed('an outline', function()
    return vim.fn.getloclist(0)
  end)
  vim.cmd.lclose()
  local texts = vim.iter(list):map(function(item)
    return item.text
  end)
  says(texts:join('\n'), step.says)
end

function DO.symbols(step)
  vim.fn.setqflist({})
  vim.lsp.buf.workspace_symbol(step.query)
  local list = listed('symbols', vim.fn.getqflist)
  vim.cmd.cclose()
  says(list[1].text, step.says)
end

function DO.findings(step)
  local buf, client = open(step)
  t.loaded(client)
  if step.none then
    -- What is not there has had the time to be.
    vim.wait(1500)
    for _, severity in ipairs(step.none) do
      t.equal(vim.diagnostic.get(buf, { severity = SEVERITIES[severity] }), {})
    end
  end
  for _, want in ipairs(step.some or {}) do
    local found = finding(buf, want)
    t.equal(found.severity, SEVERITIES[want.severity], want.code)
    says(found.message, want.says)
  end
end

function DO.fix(step)
  local buf = open(step)
  finding(buf, step)
  go(step)
  local before = vim.api.nvim_buf_get_lines(buf, 0, -1, true)
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == 'quickfix'
        and vim.iter(step.title):all(function(part)
          return action.title:find(part, 1, true) ~= nil
        end)
    end,
  })
  t.changed(buf, before, step.replaces, step.with)
end

---The text of the window of sources about the claim at the cursor.
---@return string? nothing while it does not show it
local function panel()
  local win = t.window('beleg-sources')
  local out ---@type string[]?
  for _, line in ipairs(win and t.lines(win) or {}) do
    if line:match('^▾') then
      out = { line }
    elseif out and line:match('^ +%S') and not line:match('^  %S') then
      out[#out + 1] = line
    elseif out then
      break
    end
  end
  return out and table.concat(out, '\n')
end

---@param want {at: string, state: string, code?: string, first?: {article: string, paragraph: integer}}
local function claim(want)
  local row, col = t.find(want.at)
  vim.api.nvim_win_set_cursor(0, { row, col })
  vim.cmd('doautocmd CursorMoved')
  local parts = { want.state }
  if want.code then
    parts[2] = ('[%s]'):format(want.code)
  elseif want.first then
    parts[2] = 'first made'
    parts[3] = ('%s ¶ %d'):format(want.first.article, want.first.paragraph)
  end
  local text ---@type string
  local found = vim.wait(t.patience(), function()
    text = panel() or ''
    return (pcall(says, text, parts))
  end, 20)
  if not found then
    says(text, parts)
  end
end

function DO.sources(step)
  open(step)
  vim.cmd('Beleg sources')
  for _, want in ipairs(step.claims) do
    claim(want)
  end
  vim.cmd('Beleg sources')
  t.equal(t.window('beleg-sources'), nil)
end

function DO.actors(step)
  open(step)
  t.answering({
    function(items)
      for _, want in ipairs(step.actors) do
        local one = vim.iter(items):find(function(item)
          return item.name == want.name
        end)
        assert(one, want.name .. ' does not appear')
        t.equal({ one.kind, one.listed, #one.mentions }, { want.kind, want.listed, want.mentions })
        t.equal(one.corpus.articles, want.articles)
        if want.first then
          t.equal(one.firstStatement.article, want.first.article)
          t.equal(one.firstStatement.paragraph, want.first.paragraph)
        end
      end
    end,
  }, function()
    vim.cmd('Beleg actors')
  end)
end

function DO.timeline(step)
  open(step)
  go(step)
  if not step.points then
    t.says('Beleg timeline', 'no figure here')
    return
  end
  vim.cmd('Beleg timeline')
  local win = t.eventually('a timeline', function()
    return t.window('beleg-timeline')
  end)
  local lines = t.lines(win)
  vim.api.nvim_win_close(win, true)
  local draft = vim.iter(lines):find(function(line)
    return line:find('this text', 1, true)
  end)
  t.contains(draft, step.draft)
  for _, want in ipairs(step.points) do
    local line = vim.iter(lines):find(function(line)
      return line:find(('%s ¶ %d'):format(want.article, want.paragraph), 1, true)
    end)
    assert(line, table.concat(lines, '\n'))
    t.contains(line, want.speaker or '')
    t.equal(line:find(', first', 1, true) ~= nil, want.first or false)
  end
end

function DO.trace(step)
  local buf = open(step)
  local row, col = t.find(step.text)
  vim.fn.setpos("'<", { buf, row, col + 1, 0 })
  vim.fn.setpos("'>", { buf, row, col + #step.text, 0 })
  vim.fn.setloclist(0, {})
  local win = vim.api.nvim_get_current_win()
  vim.cmd("'<,'>Beleg trace")
  local list = listed('statements', function()
    return vim.fn.getloclist(win)
  end)
  vim.cmd.lclose()
  local first = list[1]
  t.equal(name(first.bufnr), ('corpus/%s.md'):format(step.first.article))
  says(first.text, { 'first made', step.first.citation })
end

function DO.cite(step)
  local buf = open(step)
  go(step)
  local before = vim.api.nvim_buf_get_lines(buf, 0, -1, true)
  t.says(function()
    vim.cmd('Beleg cite')
    t.changed(buf, before, step.replaces, step.with)
  end, 'cited ' .. step.citation)
end

function DO.ignore(step)
  local buf = open(step)
  finding(buf, step)
  go(step)
  vim.cmd('Beleg sources')
  t.answering({ step.reason }, function()
    vim.cmd('Beleg ignore')
  end)
  claim({ at = step.at, state = step.state })
  t.eventually('no finding', function()
    return not reported(buf, step)
  end)
  vim.cmd('Beleg sources')
  vim.cmd('Beleg undecide')
  finding(buf, step)
end

function DO.restart(step)
  local _, client = open(step)
  t.ending(1, function()
    t.says(function()
      vim.uv.kill(t.processes()[1], 'sigkill')
    end, 'is started again')
  end)
  t.eventually('another server', function()
    local found = vim.lsp.get_clients({ name = 'beleg', bufnr = 0 })[1]
    return found and found.id ~= client.id and found.initialized
  end)
  DO.hover(step)
end

---@param tag string
---@param step table
local function in_language(tag, step)
  require('beleg').setup({ locale = tag })
  vim.cmd('Beleg restart')
  t.loaded(select(2, open(step)))
end

for _, step in ipairs(scenario.steps) do
  t.test(('%s (%s)'):format(step.id, step['do']), function()
    local perform = DO[step['do']]
    assert(perform, ("Neovim's tests have no way to do '%s'"):format(step['do']))
    if step.locale then
      in_language(step.locale, step)
    end
    local fine, problem = xpcall(perform, debug.traceback, step)
    if step.locale then
      in_language('en', step)
    end
    assert(fine, problem)
  end)
end
