---Keys beyond those Neovim maps for every server (|lsp-defaults|: K, grr, gO, CTRL-]).
local t = require('beleg.texts').t

local M = {}

local MAPS = {
  gd = { vim.lsp.buf.definition, 'Where this was first said' },
  gD = { vim.lsp.buf.declaration, "This actor's entry in the registry" },
}

---@param bufnr integer
function M.attach(bufnr)
  if not require('beleg.options').get().keymaps then
    return
  end
  vim.api.nvim_buf_call(bufnr, function()
    for lhs, map in pairs(MAPS) do
      if vim.fn.maparg(lhs, 'n') == '' then
        vim.keymap.set('n', lhs, map[1], { buffer = bufnr, desc = 'Beleg: ' .. t(map[2]) })
      end
    end
  end)
end

return M
