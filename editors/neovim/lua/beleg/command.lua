---|:Beleg| and its subcommands.
local server = require('beleg.server')

local M = {}

local WAIT = 5000

---Lines that tell what a server has loaded.
---@param client vim.lsp.Client
---@return string[]
local function describe(client)
  local status, problem = server.status(client)
  if not status then
    return { ('beleg: no status: %s'):format(problem) }
  end
  local lines = { ('beleg %s in %s'):format(status.version or '?', status.root or client.root_dir or '?') }
  lines[#lines + 1] = server.loaded(status)
  local problems = #(status.problems or {})
  if problems > 0 then
    lines[#lines + 1] = ('%d problem%s; `:checkhealth beleg` lists them'):format(problems, problems == 1 and '' or 's')
  end
  if status.ready == false then
    lines[#lines + 1] = 'still loading'
  end
  return lines
end

---Says why no server is attached to the current buffer.
---@return string
local function why_not()
  local filetypes = vim.lsp.config.beleg.filetypes or {}
  if not vim.tbl_contains(filetypes, vim.bo.filetype) then
    return ("beleg: not for files of type '%s' (only: %s)"):format(vim.bo.filetype, table.concat(filetypes, ', '))
  end
  local name = vim.api.nvim_buf_get_name(0)
  if name == '' then
    return 'beleg: this buffer is no file yet'
  end
  if not server.root(name) then
    local markers = require('beleg.options').get().root_markers or {}
    return ('beleg: no workspace here (none of %s in or above this folder)'):format(table.concat(markers, ', '))
  end
  local _, problem = server.find()
  return 'beleg: ' .. (problem or 'not running; try `:Beleg restart`, or `:Beleg log` for what it said')
end

---@type table<string, {doc: string, run: fun()}>
M.SUBCOMMANDS = {
  status = {
    doc = 'what is loaded, or why nothing is',
    run = function()
      local clients = server.clients(0)
      if #clients == 0 then
        vim.notify(why_not(), vim.log.levels.WARN)
        return
      end
      local lines = {} ---@type string[]
      for _, client in ipairs(clients) do
        vim.list_extend(lines, describe(client))
      end
      vim.notify(table.concat(lines, '\n'))
    end,
  },
  restart = {
    doc = 'stop the server and start it anew',
    run = function()
      local life = require('beleg.life')
      life.ends = {}
      local clients = server.clients()
      vim.lsp.enable('beleg', false)
      life.end_mute(WAIT)
      local function is_stopped(client)
        return client:is_stopped()
      end
      -- Enabling at once would attach the buffers to the server that is going.
      if not vim.wait(WAIT, function()
        return vim.iter(clients):all(is_stopped)
      end, 20) then
        for _, client in ipairs(clients) do
          client:stop(true)
        end
      end
      vim.lsp.enable('beleg')
    end,
  },
  log = {
    doc = 'what the server wrote to its log',
    run = function()
      vim.cmd.tabedit({ vim.fn.fnameescape(vim.lsp.log.get_filename()) })
      vim.cmd('normal! G')
    end,
  },
}

---@return string[]
local function names()
  local out = vim.tbl_keys(M.SUBCOMMANDS)
  table.sort(out)
  return out
end

function M.enable()
  vim.api.nvim_create_user_command('Beleg', function(call)
    local name = call.fargs[1] or 'status'
    local subcommand = M.SUBCOMMANDS[name]
    if not subcommand then
      local known = table.concat(names(), ', ')
      vim.notify(("beleg: no command '%s' (one of: %s)"):format(name, known), vim.log.levels.ERROR)
      return
    end
    subcommand.run()
  end, {
    nargs = '?',
    desc = 'Beleg: status, restart, log',
    complete = function(typed)
      return vim.tbl_filter(function(name)
        return vim.startswith(name, typed)
      end, names())
    end,
  })
end

return M
