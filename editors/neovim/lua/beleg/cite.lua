---Citations: the first source of a claim, or one that is picked.
local ask = require('beleg.ask')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

---Puts the citation of the paragraph that made the claim at the cursor first into the text. The server edits.
function M.first()
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local argument = { uri = ask.uri(bufnr), position = ask.position(win, client) }
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  ask.ask({ bufnr = bufnr, command = 'cite', argument = argument }, function(answer)
    if answer then
      local cited = vim.api.nvim_buf_get_changedtick(bufnr) ~= tick
      ask.say(cited and t('cited %s', answer.citation) or t('already cited: %s', answer.citation))
    else
      ask.say(t('no source makes this claim'))
    end
  end)
end

---Asks which statement of the claim at the cursor to cite, and puts its citation behind the word at the cursor.
function M.pick()
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local position = ask.position(win, client)
  local cursor, tick = vim.api.nvim_win_get_cursor(win), vim.api.nvim_buf_get_changedtick(bufnr)
  local argument = { uri = ask.uri(bufnr), range = { start = position, ['end'] = position } }
  ask.ask({ bufnr = bufnr, command = 'trace', argument = argument }, function(answer)
    local all = {} ---@type beleg.Statement[]
    for _, list in ipairs({ answer.agreeing, answer.superseding, answer.disagreeing }) do
      vim.list_extend(all, list)
    end
    if #all == 0 then
      ask.say(t('no source speaks of this'))
      return
    end
    vim.ui.select(all, {
      prompt = t('Which source?'),
      kind = 'beleg-source',
      format_item = function(one)
        return ('%s  %s, %s: %s'):format(one.citation, told.stands(one), told.date(one.date), one.shown or one.text)
      end,
    }, function(one)
      if not one then
        return
      elseif vim.api.nvim_buf_get_changedtick(bufnr) ~= tick then
        ask.warn(t('the text has changed meanwhile; nothing was inserted'))
        return
      end
      local line = vim.api.nvim_buf_get_lines(bufnr, cursor[1] - 1, cursor[1], true)[1]
      -- Behind the word: figures hold stops and commas between their digits.
      local stop = vim.fn.match(line, [[\v\k@!([.,]\k)@!|$]], cursor[2])
      vim.api.nvim_buf_set_text(bufnr, cursor[1] - 1, stop, cursor[1] - 1, stop, { ' ' .. one.citation })
    end)
  end)
end

return M
