-- Settings of `make demo`: the plugin, room to read, and a line that says which keys there are.
vim.opt.runtimepath:prepend(vim.env.BELEG_DEMO_PLUGIN)
vim.g.beleg_cmd = vim.env.BELEG_DEMO_SERVER

vim.o.linebreak = true
vim.o.breakindent = true
-- At spaces only: not inside of 3.000 or [@an-article].
vim.o.breakat = ' '
vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.winborder = 'rounded'
vim.o.showtabline = 2
-- At most 80 columns.
local KEYS = {
  'K sources',
  'gd first said',
  '^O back',
  'grr who else',
  ':Beleg sources',
  ':qa! quit',
}
vim.o.tabline = '%#TabLine# ' .. table.concat(KEYS, ' · ') .. '%#TabLineFill#'

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.fn.search('10\\.000 Soldaten')
  end,
})
