---What can be changed, and what holds without.
local M = {}

---@class beleg.Options
---The server: a program's path, or a whole command with its arguments. Without one: |g:beleg_cmd|, `beleg` on $PATH, or what
---was built in the repository this plugin stands in.
---@field cmd? string|string[]
---@field filetypes? string[] where the server runs
---@field root_markers? string[] files whose folder is the workspace; the first that is found wins
---@field highlights? boolean whether to define colours
---@field keymaps? boolean whether `gd` and `gD` jump, where nothing else is mapped to them
---@field sources_width? integer columns of the window of `:Beleg sources`; never more than half
---@field virtual_lines? boolean whether first sources stand below the lines they are about
---@field inlay_hints? boolean whether sources stand behind the figures they are about
---@field code_lens? boolean whether a summary of sources stands at each paragraph
---@field locale? string language of messages, as a language tag; without one, that of the system
---"standard" names tokens by types that every colour scheme knows, "beleg" by its own
---@field semantic_tokens? 'beleg'|'standard'

---@type beleg.Options
local current = {
  root_markers = { 'beleg.toml', 'corpus/actors.toml', '.git' },
  highlights = true,
  keymaps = true,
  sources_width = 56,
  virtual_lines = false,
  inlay_hints = false,
  code_lens = false,
}

---@param opts beleg.Options
function M.set(opts)
  vim.validate('opts', opts, 'table')
  local function check(name, kind, what)
    vim.validate('opts.' .. name, opts[name], kind, true, what)
  end
  check('cmd', { 'string', 'table' })
  check('filetypes', 'table')
  check('root_markers', 'table')
  check('highlights', 'boolean')
  check('keymaps', 'boolean')
  check('sources_width', 'number')
  check('virtual_lines', 'boolean')
  check('inlay_hints', 'boolean')
  check('code_lens', 'boolean')
  check('locale', 'string')
  check('semantic_tokens', function(value)
    return value == nil or value == 'beleg' or value == 'standard'
  end, '"beleg" or "standard"')
  current = vim.tbl_extend('force', current, opts)
end

---@return beleg.Options
function M.get()
  return current
end

---The language of messages, as a language tag.
---@return string?
function M.locale()
  if current.locale then
    return current.locale
  end
  -- The environment first: |v:lang| is C when the system lacks the locale's files, which says nothing about the user.
  for _, name in ipairs({ vim.env.LC_ALL or '', vim.env.LC_MESSAGES or '', vim.env.LANG or '', vim.v.lang }) do
    local tag = name:match('^%a%a%a?_?%a*')
    if tag and tag ~= '' then
      return (tag:gsub('_', '-'))
    end
  end
end

return M
