---What somebody decides about a finding: that it is right as it stands, and why.
local ask = require('beleg.ask')
local t = require('beleg.texts').t

local M = {}

---The findings in the line of the cursor, those at it first.
---@param bufnr integer
---@return vim.Diagnostic[]
local function findings(bufnr)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local row, col = cursor[1] - 1, cursor[2]
  local here, beside = {}, {} ---@type vim.Diagnostic[], vim.Diagnostic[]
  for _, one in ipairs(vim.diagnostic.get(bufnr)) do
    local lsp = one.user_data and one.user_data.lsp
    if lsp and lsp.source == 'beleg' and one.lnum <= row and row <= one.end_lnum then
      local at = (one.lnum < row or one.col <= col) and (row < one.end_lnum or col < one.end_col)
      table.insert(at and here or beside, one)
    end
  end
  return #here > 0 and here or beside
end

---@param argument table what `beleg.decide` takes; without a reason the user is asked for one
---@param bufnr integer
---@param reason? string
function M.write(argument, bufnr, reason)
  local function write(why)
    local full = vim.tbl_extend('force', argument, { reason = why })
    ask.ask({ bufnr = bufnr, command = 'decide', argument = full }, function()
      require('beleg.claims').soon(bufnr)
      ask.say(argument.decision == 'checked' and t('%s noted as checked', argument.code) or t('%s ignored', argument.code))
    end)
  end
  if reason and vim.trim(reason) ~= '' then
    write(vim.trim(reason))
    return
  end
  local prompt = argument.decision == 'checked' and t('How was it checked? ') or t('Why is %s right? ', argument.code)
  vim.ui.input({ prompt = prompt }, function(said)
    if said == nil then
      return
    elseif vim.trim(said) == '' and argument.decision ~= 'checked' then
      ask.warn(t('nothing was ignored: that needs a reason'))
      return
    end
    write(vim.trim(said))
  end)
end

---Decides about a finding at the cursor.
---@param decision 'ignored'|'checked'
---@param reason? string
function M.decide(decision, reason)
  local bufnr = vim.api.nvim_get_current_buf()
  if not ask.need(bufnr) then
    return
  end
  local found = findings(bufnr)
  local function on(one)
    if one then
      local argument = { uri = ask.uri(bufnr), code = one.code, decision = decision }
      argument.range = one.user_data.lsp.range
      M.write(argument, bufnr, reason)
    end
  end
  if #found == 0 then
    ask.say(t('there is no finding here'))
  elseif #found == 1 then
    on(found[1])
  else
    vim.ui.select(found, {
      prompt = t('Which finding?'),
      kind = 'beleg-finding',
      format_item = function(one)
        return ('%s: %s'):format(one.code, one.message)
      end,
    }, on)
  end
end

---Takes back what was decided about the claim at the cursor.
function M.undecide()
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local cursor = ask.position(win, client)
  local function undo(command)
    ask.ask({ bufnr = bufnr, command = 'undecide', argument = command.arguments[1] }, function(answer)
      require('beleg.claims').soon(bufnr)
      if answer and answer.written then
        ask.say(t('%s is reported again', command.arguments[1].code or 'it'))
      else
        ask.say(t('nothing was decided here'))
      end
    end)
  end
  -- A finding that was decided about is no diagnostic any more; the server offers to take that back as a code action.
  local line = vim.api.nvim_get_current_line()
  local stop = { line = cursor.line, character = vim.str_utfindex(line, client.offset_encoding, #line, false) }
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(bufnr),
    range = { start = { line = cursor.line, character = 0 }, ['end'] = stop },
    context = { diagnostics = {}, only = { 'quickfix' }, triggerKind = 1 },
  }
  client:request('textDocument/codeAction', params, function(problem, answer)
    if problem then
      ask.warn(problem.message)
      return
    end
    local here, beside = {}, {} ---@type lsp.Command[], lsp.Command[]
    for _, action in ipairs(answer or {}) do
      local command = type(action.command) == 'table' and action.command or action
      local argument = command.command == 'beleg.undecide' and command.arguments[1]
      if argument then
        local from, to = argument.range.start, argument.range['end']
        local left = from.line < cursor.line or from.character <= cursor.character
        local right = cursor.line < to.line or cursor.character < to.character
        table.insert(left and right and here or beside, command)
      end
    end
    local commands = #here > 0 and here or beside
    if #commands == 0 then
      ask.say(t('nothing was decided here'))
    elseif #commands == 1 then
      undo(commands[1])
    else
      vim.ui.select(commands, {
        prompt = t('Which decision?'),
        kind = 'beleg-finding',
        format_item = function(one)
          return one.title
        end,
      }, function(one)
        if one then
          undo(one)
        end
      end)
    end
  end, bufnr)
end

return M
