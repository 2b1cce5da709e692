-- Plugin managers for Neovim take a whole repository as a plugin. The plugin stands in a folder of this one.
local root = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h')
local folder = vim.fs.normalize(root .. '/editors/neovim')
vim.opt.runtimepath:append(folder)
vim.cmd.source(vim.fn.fnameescape(folder .. '/plugin/beleg.lua'))
