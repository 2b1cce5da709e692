-- How Neovim starts the server: see |lsp-config|. What is set here can be changed with `vim.lsp.config('beleg', {...})`.
local server = require('beleg.server')

---@type vim.lsp.Config
return {
  -- Functions, because the program and the folder are only known when a document is opened.
  cmd = server.start,
  root_dir = server.root_dir,
  filetypes = { 'markdown', 'text' },
  -- The language of messages.
  before_init = function(params)
    params.locale = params.locale or require('beleg.options').locale()
  end,
  -- What code actions and lenses of the server do better with somebody to ask, or a window to show.
  commands = {
    ['beleg.decide'] = function(command, context)
      local argument = command.arguments[1]
      require('beleg.decide').write(argument, context.bufnr, argument.reason)
    end,
    ['beleg.sources'] = function()
      require('beleg.sources').toggle()
    end,
    ['beleg.timeline'] = function(command)
      require('beleg.timeline').open(command.arguments and command.arguments[1])
    end,
  },
}
