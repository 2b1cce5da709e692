---What the cases share: a workspace of their own, waiting, looking for things, and reporting.
local M = {}

---How long something may take before it counts as not happening; a busy machine is slow.
local PATIENCE = 30000
---Once something has not happened, the rest is hardly worth waiting for.
local HASTE = 2000

local patience = PATIENCE

local ok, not_ok = 0, 0

---How many ends of the server the tests themselves have caused.
local ends = 0

---Milliseconds to wait for an answer.
---@return integer
function M.patience()
  return patience
end

---Runs something that ends the server, or has none that works.
---@param times integer how often it ends
---@param body fun()
function M.ending(times, body)
  ends = ends + times
  body()
end

---What the server last wrote to standard error, as far as Neovim has logged it.
---@return string
local function last_words()
  local fine, lines = pcall(vim.fn.readfile, vim.lsp.log.get_filename())
  local said = {} ---@type string[]
  for _, line in ipairs(fine and lines or {}) do
    local chunk = line:match('"stderr"%s+"(.*)"$')
    said[#said + 1] = chunk and chunk:gsub('\\r', ''):gsub('\\n', '\n')
  end
  local text = vim.trim(table.concat(said))
  return text == '' and 'nothing' or table.concat(vim.list_slice(vim.split(text, '\n'), -5), '\n')
end

---Why there is no point in waiting any longer: a server that is gone helps nobody.
---@return string?
local function gone()
  local all = require('beleg.life').ends
  local last = all[#all]
  if #all <= ends then
    return nil
  end
  -- Said once; what follows fails, too, but not for this long.
  ends, patience = #all, HASTE
  local how = ('exit code %d, signal %d'):format(last.code, last.signal)
  return ('the server ended unexpectedly (%s); it said: %s'):format(how, last_words())
end

---A problem with the lines of the case that led to it.
---@param problem any
---@return string
local function trace(problem)
  local lines = { tostring(problem) }
  for line in debug.traceback('', 2):gmatch('[^\n]+') do
    if line:find('/cases/', 1, true) then
      lines[#lines + 1] = '  ' .. vim.trim(line)
    end
  end
  return '    ' .. table.concat(lines, '\n'):gsub('\n', '\n    ')
end

---@param text string
local function out(text)
  io.stdout:write(text)
  io.stdout:flush()
end

---Questions that no test has answered would wait for a person.
local function refuse(what)
  return function()
    error(('%s was called in a test'):format(what), 2)
  end
end

---Runs a case once Neovim has started.
---@param path string
function M.main(path)
  vim.ui.select, vim.ui.input = refuse('vim.ui.select'), refuse('vim.ui.input')
  vim.api.nvim_create_autocmd('VimEnter', {
    callback = vim.schedule_wrap(function()
      local fine, problem = xpcall(dofile, trace, path)
      if not fine then
        not_ok = not_ok + 1
        out(('  FAILED outside of a test\n%s\n'):format(problem))
      end
      -- Servers must not outlive their editor; a test of its own checks that they end when asked.
      for _, client in ipairs(vim.lsp.get_clients()) do
        client:stop(true)
      end
      out(('  %d ok, %d not ok\n'):format(ok, not_ok))
      vim.cmd('qall!')
    end),
  })
end

---Runs one test.
---@param name string what holds
---@param body fun()
function M.test(name, body)
  local started = vim.uv.hrtime()
  local fine, problem = xpcall(body, trace)
  local took = (vim.uv.hrtime() - started) / 1e6
  if fine then
    ok = ok + 1
    out(('  ok %s (%.0f ms)\n'):format(name, took))
  else
    not_ok = not_ok + 1
    out(('  FAILED %s\n%s\n'):format(name, problem))
  end
end

---@param got any
---@param want any
---@param what? string
function M.equal(got, want, what)
  if not vim.deep_equal(got, want) then
    error(('%s: got %s, want %s'):format(what or 'not equal', vim.inspect(got), vim.inspect(want)), 2)
  end
end

---@param text string
---@param part string
function M.contains(text, part)
  if not text:find(part, 1, true) then
    error(("'%s' is not in:\n%s"):format(part, text), 2)
  end
end

---Waits until `probe` returns something, and returns it.
---@generic T
---@param what string
---@param probe fun(): T?
---@return T
function M.eventually(what, probe)
  local value, problem ---@type any, string?
  local found = vim.wait(patience, function()
    value = probe()
    if value == nil or value == false then
      problem = gone()
      return problem ~= nil
    end
    return true
  end, 10)
  if problem then
    error(problem, 2)
  elseif not found then
    local waited = patience
    patience = HASTE
    error(('not within %d s: %s'):format(waited / 1000, what), 2)
  end
  return value
end

---Copies a folder.
---@param from string
---@param to string
function M.copy(from, to)
  vim.fn.mkdir(to, 'p')
  for name, kind in vim.fs.dir(from) do
    local source, target = vim.fs.joinpath(from, name), vim.fs.joinpath(to, name)
    if kind == 'directory' then
      M.copy(source, target)
    else
      assert(vim.uv.fs_copyfile(source, target))
    end
  end
end

---A copy of the sample workspace, in a folder whose name needs care in URIs and shells. It becomes the current folder.
---@return string folder
function M.workspace()
  local root = assert(vim.env.BELEG_TEST_ROOT)
  local folder = vim.fs.joinpath(vim.uv.fs_realpath(vim.uv.os_tmpdir()), "Prüf stand's #1 100% größer")
  folder = ('%s %d'):format(folder, vim.uv.os_getpid())
  M.copy(vim.fs.joinpath(root, 'corpus'), vim.fs.joinpath(folder, 'corpus'))
  M.copy(vim.fs.joinpath(root, 'tests', 'briefings'), vim.fs.joinpath(folder, 'Entwürfe'))
  vim.api.nvim_set_current_dir(folder)
  vim.g.beleg_cmd = assert(vim.env.BELEG_TEST_SERVER)
  vim.o.columns, vim.o.lines = 160, 50
  return folder
end

---Opens a file; the server attaches to it.
---@param path string
---@return integer bufnr
---@return vim.lsp.Client client
function M.open(path)
  vim.cmd.edit(vim.fn.fnameescape(path))
  local bufnr = vim.api.nvim_get_current_buf()
  local client = M.eventually('a server at ' .. path, function()
    local client = vim.lsp.get_clients({ name = 'beleg', bufnr = bufnr })[1]
    return client and client.initialized and client
  end)
  return bufnr, client
end

---Waits until the server has loaded everything.
---@param client vim.lsp.Client
function M.loaded(client)
  M.eventually('everything loaded', function()
    local status = require('beleg.server').status(client)
    return status and status.ready
  end)
end

---Where `text` stands in the buffer for the first time, as Neovim counts: rows from 1, columns in bytes from 0.
---@param text string
---@param bufnr? integer
---@return integer row
---@return integer col
function M.find(text, bufnr)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then
      return row, at - 1
    end
  end
  error(("'%s' is not in this file"):format(text), 2)
end

---Puts the cursor on the first occurrence of `text`.
---@param text string
function M.on(text)
  local row, col = M.find(text)
  vim.api.nvim_win_set_cursor(0, { row, col })
end

---@class support.Token
---@field text string
---@field type string
---@field modifiers string[] sorted

---The token at a place, once the server's answer for the current text is in.
---@param bufnr integer
---@param row integer from 1
---@param col integer
---@return support.Token?
function M.token(bufnr, row, col)
  local token = (vim.lsp.semantic_tokens.get_at_pos(bufnr, row - 1, col) or {})[1]
  if not token then
    return nil
  end
  local modifiers = vim.tbl_keys(token.modifiers)
  table.sort(modifiers)
  local line = vim.api.nvim_buf_get_lines(bufnr, row - 1, row, true)[1]
  return { text = line:sub(token.start_col + 1, token.end_col), type = token.type, modifiers = modifiers }
end

---All tokens of a buffer as the server gives them now, one line each.
---@param bufnr integer
---@param client vim.lsp.Client
---@return string[]
function M.tokens(bufnr, client)
  local params = { textDocument = vim.lsp.util.make_text_document_params(bufnr) }
  local answer = assert(client:request_sync('textDocument/semanticTokens/full', params, patience, bufnr))
  assert(not answer.err, vim.inspect(answer.err))
  local legend = client.server_capabilities.semanticTokensProvider.legend
  local data, found = answer.result.data, {}
  local row, col = 0, 0
  for n = 1, #data, 5 do
    col = data[n] == 0 and col + data[n + 1] or data[n + 1]
    row = row + data[n]
    local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, true)[1]
    local from = vim.str_byteindex(line, client.offset_encoding, col)
    local to = vim.str_byteindex(line, client.offset_encoding, col + data[n + 2])
    local kind = legend.tokenTypes[data[n + 3] + 1]
    found[#found + 1] = ('%d:%d %s %s %d'):format(row + 1, from, line:sub(from + 1, to), kind, data[n + 4])
  end
  return found
end

---The window that floats above the others, if there is one.
---@return integer?
function M.float()
  return vim.iter(vim.api.nvim_list_wins()):find(function(win)
    return vim.api.nvim_win_get_config(win).relative ~= ''
  end)
end

---Waits until a text is what it was but for one replacement.
---@param bufnr integer
---@param before string[]
---@param old string
---@param new string
function M.changed(bufnr, before, old, new)
  local text = table.concat(before, '\n')
  local from, to = text:find(old, 1, true)
  assert(from and to, ("'%s' was not in this file"):format(old))
  local want = text:sub(1, from - 1) .. new .. text:sub(to + 1)
  local now ---@type string
  vim.wait(patience, function()
    now = table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, true), '\n')
    return now == want
  end, 10)
  M.equal(now, want)
end

---Answers the next questions in place of a person: a function is given the choices and their texts, and returns one.
---@param answers (string|fun(items: any[], texts: string[], opts: table): any)[]
---@param body fun()
function M.answering(answers, body)
  local select, input = vim.ui.select, vim.ui.input
  local asked = 0
  local function next_answer()
    asked = asked + 1
    return assert(answers[asked], 'one question more than expected')
  end
  vim.ui.select = function(items, opts, done)
    local texts = vim.tbl_map(opts.format_item or tostring, items)
    local answer = next_answer()
    done(type(answer) == 'function' and answer(items, texts, opts) or answer)
  end
  vim.ui.input = function(opts, done)
    local answer = next_answer()
    done(type(answer) == 'function' and answer(opts) or answer)
  end
  local fine, problem = pcall(function()
    body()
    M.eventually(('%d questions'):format(#answers), function()
      return asked >= #answers
    end)
  end)
  vim.ui.select, vim.ui.input = select, input
  if not fine then
    error(problem, 0)
  end
end

---The window of a kind of file.
---@param filetype string
---@return integer?
function M.window(filetype)
  return vim.iter(vim.api.nvim_list_wins()):find(function(win)
    return vim.bo[vim.api.nvim_win_get_buf(win)].filetype == filetype
  end)
end

---The lines of a window.
---@param win integer
---@return string[]
function M.lines(win)
  return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(win), 0, -1, false)
end

---The processes of the servers that run under this Neovim.
---@return integer[]
function M.processes()
  return vim.tbl_filter(function(id)
    local process = vim.api.nvim_get_proc(id)
    return process ~= nil and vim.startswith(vim.fs.basename(vim.env.BELEG_TEST_SERVER), process.name)
  end, vim.api.nvim_get_proc_children(vim.fn.getpid()))
end

---The location list of a window, once there is one.
---@param win integer
---@return vim.quickfix.entry[]
function M.locations(win)
  return M.eventually('a location list', function()
    local list = vim.fn.getloclist(win)
    return #list > 0 and list
  end)
end

---Collects what is said until something is.
---@param body string|fun() a command, or what to do
---@param wanted string
---@return string
function M.says(body, wanted)
  return M.said(function(so_far)
    if type(body) == 'string' then
      vim.cmd(body)
    else
      body()
    end
    local fine, problem = pcall(M.eventually, ("'%s' is said"):format(wanted), function()
      return so_far():find(wanted, 1, true)
    end)
    if not fine then
      error(('%s, but: %s'):format(problem, so_far()), 0)
    end
  end)
end

---Presses keys as a user would: mappings count.
---@param keys string
function M.press(keys)
  vim.api.nvim_feedkeys(vim.keycode(keys), 'mx', false)
end

---Collects what is said through |vim.notify()| while `body` runs.
---@param body fun(so_far: fun(): string)
---@return string
function M.said(body)
  local before, said = vim.notify, {} ---@type fun(), string[]
  vim.notify = function(text)
    said[#said + 1] = text
  end
  local fine, problem = pcall(body, function()
    return table.concat(said, '\n')
  end)
  vim.notify = before
  assert(fine, problem)
  return table.concat(said, '\n')
end

return M
