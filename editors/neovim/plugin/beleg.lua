-- Starts Beleg for every briefing and article that is opened. `require('beleg').setup{}` is only for changing things.
if vim.g.loaded_beleg then
  return
end
vim.g.loaded_beleg = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify('beleg: needs Neovim 0.11 or newer', vim.log.levels.ERROR)
  return
end

require('beleg').enable()

-- Plugin managers make the tags of a repository's own doc/ only, and without one nobody does.
local doc = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h') .. '/doc'
if not vim.uv.fs_stat(doc .. '/tags') and vim.fn.filewritable(doc) == 2 then
  pcall(vim.cmd.helptags, vim.fn.fnameescape(doc))
end
