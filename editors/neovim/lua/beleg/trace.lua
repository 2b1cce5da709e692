---Where a passage comes from.
local ask = require('beleg.ask')
local sources = require('beleg.sources')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

---What is selected, or the place of the cursor.
---@param call vim.api.keyset.create_user_command.command_args
---@param bufnr integer
---@param client vim.lsp.Client
---@return beleg.Range
function M.range(call, bufnr, client)
  if call.range == 0 then
    local position = ask.position(0, client)
    return { start = position, ['end'] = position }
  end
  local from, to = { call.line1, 0 }, { call.line2, math.huge }
  -- `:'<,'>` names lines only; the selection is what is meant.
  local left, right = vim.api.nvim_buf_get_mark(bufnr, '<'), vim.api.nvim_buf_get_mark(bufnr, '>')
  if call.line1 == left[1] and call.line2 == right[1] and vim.fn.visualmode() ~= 'V' then
    from, to = left, right
  end
  local last = vim.api.nvim_buf_get_lines(bufnr, to[1] - 1, to[1], true)[1]
  -- The mark is at the first byte of the last character.
  local stop = #last
  if to[2] < #last then
    stop = to[2] + #vim.fn.strcharpart(last:sub(to[2] + 1), 0, 1)
  end
  local first = vim.api.nvim_buf_get_lines(bufnr, from[1] - 1, from[1], true)[1]
  local function position(row, text, byte)
    return { line = row - 1, character = vim.str_utfindex(text, client.offset_encoding, math.min(byte, #text), false) }
  end
  return { start = position(from[1], first, from[2]), ['end'] = position(to[1], last, stop) }
end

---Lists who says what is selected, what is at the cursor, or a sentence that is given; first made first.
---@param call vim.api.keyset.create_user_command.command_args
---@param text string
function M.trace(call, text)
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local argument = text ~= '' and { text = text }
    or { uri = ask.uri(bufnr), range = M.range(call, bufnr, client) }
  ask.ask({ bufnr = bufnr, command = 'trace', argument = argument }, function(answer)
    local items = {} ---@type vim.quickfix.entry[]
    for _, list in ipairs({ answer.agreeing, answer.superseding, answer.disagreeing }) do
      for _, statement in ipairs(list) do
        items[#items + 1] = sources.entry(statement, client.offset_encoding, '')
      end
    end
    if #items == 0 then
      ask.say(t('no source speaks of this'))
      return
    end
    local count = told.count(#items, 'statement')
    sources.show_list(win, text ~= '' and ('%s: %s'):format(count, told.clip(text, 60)) or count, items)
  end)
end

return M
