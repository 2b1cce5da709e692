---Which program is the server, and which folder is the workspace?
---
---Nothing in a workspace decides what is run: the program comes from the user's settings, from $PATH, or from the
---repository that this plugin itself stands in.
local t = require('beleg.texts').t

local M = {}

---@class beleg.Program
---@field argv string[] the whole command
---@field from string where it was found, for people

---The repository's build folder, if this plugin stands in a checkout of it.
---@return string[] candidates newest first
local function built()
  local here = vim.fs.dirname(vim.fn.resolve(debug.getinfo(1, 'S').source:sub(2)))
  local repository = vim.fs.normalize(vim.fs.joinpath(here, '..', '..', '..', '..'))
  if not vim.uv.fs_stat(vim.fs.joinpath(repository, 'Cargo.toml')) then
    return {}
  end
  local found = {} ---@type {path: string, time: integer}[]
  for _, profile in ipairs({ 'release', 'quick', 'debug' }) do
    local path = vim.fs.joinpath(repository, 'target', profile, 'beleg')
    local stat = vim.uv.fs_stat(path)
    if stat and vim.fn.executable(path) == 1 then
      found[#found + 1] = { path = path, time = stat.mtime.sec }
    end
  end
  table.sort(found, function(a, b)
    return a.time > b.time
  end)
  return vim.tbl_map(function(one)
    return one.path
  end, found)
end

---@param cmd string|string[]
---@param from string
---@return beleg.Program?, string?
local function program(cmd, from)
  -- A string is a path and may hold spaces; only a list has arguments.
  local argv = type(cmd) == 'table' and vim.deepcopy(cmd) or { vim.fs.normalize(cmd), 'lsp' }
  if vim.fn.executable(argv[1] or '') == 0 then
    return nil, t("'%s' from %s is no program", argv[1] or '', from)
  end
  return { argv = argv, from = from }
end

---@return beleg.Program? program
---@return string? problem what to do about there being none
function M.find()
  local cmd = require('beleg.options').get().cmd
  if cmd then
    return program(cmd, 'setup{ cmd = … }')
  end
  if vim.g.beleg_cmd then
    return program(vim.g.beleg_cmd, 'g:beleg_cmd')
  end
  local on_path = vim.fn.exepath('beleg')
  if on_path ~= '' then
    return program(on_path, '$PATH')
  end
  local path = built()[1]
  if path then
    return program(path, t('the repository'))
  end
  return nil,
    t('no program: put `beleg` on $PATH (`cargo install --path .` in its repository) or set g:beleg_cmd to its path')
end

---The `cmd` of |vim.lsp.Config|.
---@param dispatchers vim.lsp.rpc.Dispatchers
---@param config? vim.lsp.ClientConfig
---@return vim.lsp.rpc.PublicClient
function M.start(dispatchers, config)
  local found, problem = M.find()
  if not found then
    error('beleg: ' .. problem, 0)
  end
  local spawn = config and { cwd = config.cmd_cwd or config.root_dir, env = config.cmd_env, detached = config.detached }
  return require('beleg.life').start(found.argv, dispatchers, spawn or {})
end

---The workspace a file belongs to: the folder of the first marker that stands in the file's folder or above it.
---@param path string
---@return string?
function M.root(path)
  local path_abs = vim.fs.normalize(vim.fn.fnamemodify(path, ':p'))
  for _, marker in ipairs(require('beleg.options').get().root_markers) do
    for folder in vim.fs.parents(path_abs) do
      if vim.uv.fs_stat(vim.fs.joinpath(folder, marker)) then
        return folder
      end
    end
  end
end

---The `root_dir` of |vim.lsp.Config|. A file outside every workspace has no sources, so nothing starts for it.
---@param bufnr integer
---@param on_dir fun(folder: string)
function M.root_dir(bufnr, on_dir)
  local name = vim.api.nvim_buf_get_name(bufnr)
  -- `scheme://…` is no file.
  if name == '' or name:match('^%a[%w+.-]+://') then
    return
  end
  local root = M.root(name)
  if not root then
    return
  end
  -- Somebody who set a `cmd` of their own knows what it is.
  if vim.lsp.config.beleg.cmd == M.start then
    local found, problem = M.find()
    if not found then
      vim.notify_once('beleg: ' .. problem, vim.log.levels.WARN)
      return
    end
  end
  on_dir(root)
end

---The running servers.
---@param bufnr? integer only that of this buffer
---@return vim.lsp.Client[]
function M.clients(bufnr)
  return vim.lsp.get_clients({ name = 'beleg', bufnr = bufnr })
end

---Why no server is attached to a buffer.
---@param bufnr integer
---@return string
function M.why_not(bufnr)
  local filetypes = vim.lsp.config.beleg.filetypes or {}
  local filetype = vim.bo[bufnr].filetype
  if not vim.tbl_contains(filetypes, filetype) then
    return t("not for files of type '%s' (only: %s)", filetype, table.concat(filetypes, ', '))
  end
  local name = vim.api.nvim_buf_get_name(bufnr)
  if name == '' then
    return t('this buffer is no file yet')
  end
  if not M.root(name) then
    local markers = require('beleg.options').get().root_markers or {}
    return t('no workspace here (none of %s in or above this folder)', table.concat(markers, ', '))
  end
  local _, problem = M.find()
  return problem or t('not running; try `:Beleg restart`, or `:Beleg log` for what it said')
end

---@class beleg.Problem
---@field path string
---@field line integer
---@field column integer
---@field severity string
---@field message string

---What `beleg/status` answers, as far as this plugin shows it.
---@class beleg.Status
---@field version? string
---@field root? string
---@field ready? boolean whether everything is loaded
---@field articles? integer
---@field paragraphs? integer
---@field actors? integer
---@field problems? beleg.Problem[]
---@field notes? string[]

---@param status beleg.Status
---@return string
function M.loaded(status)
  local count = require('beleg.told').count
  return ('%s, %s, %s'):format(
    count(status.articles or 0, 'article'),
    count(status.paragraphs or 0, 'paragraph'),
    count(status.actors or 0, 'actor')
  )
end

---Asks a server what it has loaded.
---@param client vim.lsp.Client
---@return beleg.Status? status
---@return string? problem
function M.status(client)
  local answer, problem = client:request_sync('beleg/status', vim.NIL, 3000)
  if not answer then
    return nil, problem or 'no answer'
  end
  if answer.err then
    return nil, answer.err.message
  end
  return answer.result
end

return M
