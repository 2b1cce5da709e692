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
---"standard" names tokens by types that every colour scheme knows, "beleg" by its own
---@field semantic_tokens? 'beleg'|'standard'

---@type beleg.Options
local current = {
  root_markers = { 'beleg.toml', 'corpus/actors.toml', '.git' },
  highlights = true,
  keymaps = true,
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
  check('semantic_tokens', function(value)
    return value == nil or value == 'beleg' or value == 'standard'
  end, '"beleg" or "standard"')
  current = vim.tbl_extend('force', current, opts)
end

---@return beleg.Options
function M.get()
  return current
end

---The language of the user, as a language tag.
---@return string?
function M.locale()
  local tag = (vim.v.lang or ''):match('^%a%a[%w_]*')
  return tag and (tag:gsub('_', '-'))
end

return M
