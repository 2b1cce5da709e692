---Opens the paragraph that made the claim at the cursor first, here or elsewhere.
local ask = require('beleg.ask')
local place = require('beleg.place')
local t = require('beleg.texts').t

local M = {}

---@param mods? vim.api.keyset.parse_cmd.mods `:vertical`, `:tab` and the like
function M.open(mods)
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local elsewhere = mods and (mods.vertical or mods.split ~= '' or (mods.tab or -1) >= 0)
  -- Not `beleg.openSource`, which has the server show the place: it knows nothing of windows.
  client:request('textDocument/definition', vim.lsp.util.make_position_params(win, client.offset_encoding), function(problem, answer)
    local first = answer and (vim.islist(answer) and answer[1] or answer)
    if problem then
      ask.warn(problem.message)
    elseif not first or not (first.uri or first.targetUri) then
      ask.say(t('no source says this'))
    elseif vim.api.nvim_win_is_valid(win) then
      vim.api.nvim_set_current_win(win)
      if elsewhere then
        vim.cmd({ cmd = 'split', mods = { vertical = mods.vertical, split = mods.split, tab = mods.tab } })
      end
      place.open(first.uri or first.targetUri, first.range or first.targetSelectionRange, client.offset_encoding)
    end
  end, bufnr)
end

return M
