---What the server writes into the text of its own accord, for those who ask for it: hints behind figures, summaries at paragraphs.
local M = {}

---Milliseconds of quiet after which summaries are asked for again: Neovim does not do that by itself.
local QUIET = 500

---@param bufnr integer
local function lenses(bufnr)
  local timer = assert(vim.uv.new_timer())
  local function refresh()
    if vim.api.nvim_buf_is_loaded(bufnr) then
      vim.lsp.codelens.refresh({ bufnr = bufnr })
    end
  end
  local group = vim.api.nvim_create_augroup(('beleg.lenses.%d'):format(bufnr), {})
  vim.api.nvim_create_autocmd({ 'TextChanged', 'InsertLeave', 'BufEnter', 'DiagnosticChanged' }, {
    group = group,
    buffer = bufnr,
    callback = function()
      timer:start(QUIET, 0, vim.schedule_wrap(refresh))
    end,
  })
  vim.api.nvim_create_autocmd('BufWipeout', {
    group = group,
    buffer = bufnr,
    callback = function()
      timer:stop()
      timer:close()
    end,
  })
  refresh()
end

---@param client vim.lsp.Client
---@param bufnr integer
function M.attach(client, bufnr)
  local options = require('beleg.options').get()
  if options.inlay_hints and client:supports_method('textDocument/inlayHint') then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  if options.code_lens and client:supports_method('textDocument/codeLens') then
    lenses(bufnr)
  end
end

return M
