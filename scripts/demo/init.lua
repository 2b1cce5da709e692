-- Settings of `make demo`: the plugin, room to read, and a line that says which keys there are.
vim.opt.runtimepath:prepend(vim.env.BELEG_DEMO_PLUGIN)
vim.g.beleg_cmd = vim.env.BELEG_DEMO_SERVER

vim.o.linebreak = true
vim.o.breakindent = true
vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.winborder = 'rounded'
vim.o.showtabline = 2
local KEYS = {
  'K what the sources say',
  'gd where it was first said',
  'CTRL-O back',
  'grr who else says it',
  ':checkhealth beleg',
  ':qa! leave',
}
vim.o.tabline = '%#Title# Beleg %#TabLineFill# ' .. table.concat(KEYS, ' · ')

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.fn.search('10\\.000 Soldaten')
  end,
})
