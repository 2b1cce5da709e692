---The whole workspace: new articles, and every briefing checked.
local ask = require('beleg.ask')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

---@param answer {written: string[], problems: string[]}
local function report(answer)
  local lines = {} ---@type string[]
  if #answer.written > 0 then
    lines[1] = t('imported %s', told.count(#answer.written, 'article'))
    for _, uri in ipairs(answer.written) do
      lines[#lines + 1] = '  ' .. vim.fn.fnamemodify(vim.uri_to_fname(uri), ':~:.')
    end
  else
    lines[1] = t('nothing was imported')
  end
  vim.list_extend(lines, answer.problems)
  local level = #answer.problems > 0 and vim.log.levels.WARN or vim.log.levels.INFO
  vim.notify('beleg: ' .. table.concat(lines, '\n'), level)
end

---The server to ask: that of this buffer, or the only one.
---@return integer? bufnr
local function anywhere()
  local bufnr = vim.api.nvim_get_current_buf()
  if ask.client(bufnr) then
    return bufnr
  end
  for _, client in ipairs(require('beleg.server').clients()) do
    local other = next(client.attached_buffers)
    if other then
      return other
    end
  end
  ask.need(bufnr)
end

---Imports files, or the text in the clipboard when none is named.
---@param paths string[]
function M.import(paths)
  local bufnr = anywhere()
  if not bufnr then
    return
  end
  if #paths > 0 then
    local files = {} ---@type string[]
    for _, path in ipairs(paths) do
      -- A name that fits no file is passed on, so that the server says so.
      local found = vim.fn.glob(path, true, true)
      for _, one in ipairs(#found > 0 and found or { vim.fs.normalize(path) }) do
        files[#files + 1] = vim.fn.fnamemodify(one, ':p')
      end
    end
    ask.ask({ bufnr = bufnr, command = 'import', argument = { paths = files } }, report)
    return
  end
  local text = vim.fn.getreg('+')
  if vim.trim(text) == '' then
    text = vim.fn.getreg('"')
  end
  if vim.trim(text) == '' then
    ask.warn(t('there is nothing in the clipboard; name files: `:Beleg import page.html`'))
    return
  end
  local words = told.clip(vim.trim(text):gsub('%s+', ' '), 40)
  vim.ui.input({ prompt = t('Name of the article “%s”: ', words) }, function(name)
    if name and vim.trim(name) ~= '' then
      ask.ask({ bufnr = bufnr, command = 'import', argument = { text = text, name = vim.trim(name) } }, report)
    end
  end)
end

---@return vim.Diagnostic[]
local function findings()
  return vim.tbl_filter(function(one)
    return one.user_data and one.user_data.lsp and one.user_data.lsp.source == 'beleg'
  end, vim.diagnostic.get(nil))
end

---Milliseconds within which the findings are here once the server has counted them, and between two looks.
local WITHIN, EVERY = 3000, 50

---@param answer {documents: integer, findings: integer, problems?: string[]}
---@param waited integer
local function list(answer, waited)
  local all = findings()
  -- They come as diagnostics of their own, one document after the other, and may be overtaken by the answer.
  if #all < answer.findings and waited < WITHIN then
    vim.defer_fn(function()
      list(answer, waited + EVERY)
    end, EVERY)
    return
  end
  local said = ('%s %s'):format(told.count(answer.findings, 'finding'), told.count(answer.documents, 'document', 'in'))
  vim.fn.setqflist({}, ' ', { title = 'Beleg: ' .. said, items = vim.diagnostic.toqflist(all) })
  ask.say(said)
  for _, problem in ipairs(answer.problems or {}) do
    ask.warn(type(problem) == 'string' and problem or vim.inspect(problem))
  end
  if #all > 0 then
    vim.cmd('botright copen')
  end
end

---Checks every briefing, open or not, and lists what was found in the quickfix list.
function M.check()
  local bufnr = anywhere()
  if bufnr then
    ask.ask({ bufnr = bufnr, command = 'checkWorkspace' }, function(answer)
      list(answer, 0)
    end)
  end
end

return M
