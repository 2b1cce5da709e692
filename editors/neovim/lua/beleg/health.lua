---|:checkhealth| beleg: why does nothing happen?
local server = require('beleg.server')

local M = {}

---How many problems are worth listing.
local PROBLEMS = 20

local function check_neovim()
  vim.health.start('Neovim')
  if vim.fn.has('nvim-0.11') == 0 then
    vim.health.error('Neovim is older than 0.11')
    return
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))
  if vim.o.termguicolors or vim.fn.has('gui_running') == 1 then
    vim.health.ok('24-bit colours')
  else
    vim.health.info("'termguicolors' is off: colours are the nearest of 256")
  end
end

local function check_program()
  vim.health.start('Server')
  local cmd = vim.lsp.config.beleg.cmd
  local argv, from
  if cmd == server.start then
    local found, problem = server.find()
    if not found then
      vim.health.error(problem or 'no program')
      return
    end
    argv, from = found.argv, found.from
  elseif type(cmd) == 'table' then
    argv, from = cmd, "vim.lsp.config('beleg')"
  else
    vim.health.info("started by a function from vim.lsp.config('beleg')")
    return
  end
  vim.health.ok(('%s (from %s)'):format(table.concat(argv, ' '), from))
  local ran, process = pcall(vim.system, { argv[1], '--version' }, { text = true, timeout = 5000 })
  local done = ran and process:wait() or nil
  if done and done.code == 0 then
    vim.health.ok('version: ' .. vim.trim(done.stdout or ''))
  else
    local said = done and vim.trim(done.stderr or '') or tostring(process)
    vim.health.error(('`%s --version` fails: %s'):format(argv[1], said))
  end
end

---@param client vim.lsp.Client
local function check_client(client)
  vim.health.start(('Workspace %s'):format(client.root_dir or '(none)'))
  local status, problem = server.status(client)
  if not status then
    vim.health.error(('the server does not say what it has loaded: %s'):format(problem))
    return
  end
  vim.health.ok(('server %s, columns in %s'):format(status.version or '?', client.offset_encoding))
  vim.health.info('root: ' .. (status.root or '(none)'))
  local files = vim.tbl_count(client.attached_buffers)
  vim.health.info(('%d open document%s'):format(files, files == 1 and '' or 's'))
  if status.ready == false then
    vim.health.warn('still loading')
  elseif status.articles == 0 then
    vim.health.warn('no articles', 'put articles into corpus/, or say in beleg.toml where they are')
  else
    vim.health.ok(server.loaded(status))
  end
  for _, note in ipairs(status.notes or {}) do
    vim.health.warn(note)
  end
  local problems = status.problems or {}
  for n = 1, math.min(#problems, PROBLEMS) do
    local problem = problems[n]
    vim.health.warn(('%s:%d:%d: %s'):format(problem.path, problem.line, problem.column, problem.message))
  end
  if #problems > PROBLEMS then
    vim.health.warn(('… and %d more; `beleg doctor` lists them all'):format(#problems - PROBLEMS))
  elseif #problems == 0 and status.ready then
    vim.health.ok('nothing wrong with articles, registry and configuration')
  end
end

function M.check()
  check_neovim()
  check_program()
  local clients = server.clients()
  for _, client in ipairs(clients) do
    check_client(client)
  end
  if #clients == 0 then
    vim.health.start('Workspace')
    vim.health.info('not running: it starts when a Markdown or text file inside a workspace is opened')
  end
end

return M
