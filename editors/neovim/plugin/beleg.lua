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
