---Beleg keeps prose tied to its sources: |beleg.txt|.
local M = {}

---Registers the server, the highlights and |:Beleg|. The plugin calls this itself.
function M.enable()
  require('beleg.highlights').enable()
  require('beleg.command').enable()
  -- Not `on_attach` of the configuration: whoever sets one of their own would lose this.
  vim.api.nvim_create_autocmd('LspAttach', {
    group = vim.api.nvim_create_augroup('beleg.attach', {}),
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'beleg' then
        require('beleg.highlights').apply()
        require('beleg.keys').attach(event.buf)
        require('beleg.lines').attach(event.buf)
        require('beleg.hints').attach(client, event.buf)
      end
    end,
  })
  vim.lsp.enable('beleg')
end

---Changes the defaults; see |beleg-setup|. May be called before or after the plugin is loaded, or not at all.
---@param opts? beleg.Options
function M.setup(opts)
  local options = require('beleg.options')
  options.set(opts or {})
  local current = options.get()
  local config = {} ---@type vim.lsp.Config
  if current.filetypes then
    config.filetypes = current.filetypes
  end
  if current.semantic_tokens then
    config.init_options = { semanticTokens = current.semantic_tokens }
  end
  if next(config) then
    vim.lsp.config('beleg', config)
  end
  require('beleg.highlights').apply()
end

return M
