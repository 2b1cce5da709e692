---|:Beleg| and its subcommands.
local server = require('beleg.server')
local t = require('beleg.texts').t

local M = {}

local WAIT = 5000

---Lines that tell what a server has loaded.
---@param client vim.lsp.Client
---@return string[]
local function describe(client)
  local status, problem = server.status(client)
  if not status then
    return { 'beleg: ' .. t('no status: %s', problem) }
  end
  -- One line, if there is nothing more to say: two would have to be acknowledged.
  local loaded = status.ready == false and t('still loading') or server.loaded(status)
  local root = vim.fn.fnamemodify(status.root or client.root_dir or '?', ':~')
  local lines = { 'beleg ' .. t('%s: %s, in %s', status.version or '?', loaded, root) }
  local problems = #(status.problems or {})
  if problems > 0 then
    lines[#lines + 1] = problems == 1 and t('%d problem; `:checkhealth beleg` lists them', problems)
      or t('%d problems; `:checkhealth beleg` lists them', problems)
  end
  return lines
end

---Those of `all` that begin with what was typed.
---@param all string[]
---@return fun(typed: string): string[]
local function one_of(all)
  return function(typed)
    return vim.tbl_filter(function(name)
      return vim.startswith(name, typed)
    end, all)
  end
end

---Whether to do what a subcommand does first, or what its argument names.
---@param call vim.api.keyset.create_user_command.command_args
---@param rest string
---@param other string
---@param first fun()
---@param second fun()
local function either(call, rest, other, first, second)
  if rest == '' then
    first()
  elseif rest == other then
    second()
  else
    vim.notify('beleg: ' .. t("'%s' takes '%s' or nothing", call.fargs[1], other), vim.log.levels.ERROR)
  end
end

---@class beleg.Subcommand
---@field doc string
---@field run fun(call: vim.api.keyset.create_user_command.command_args, rest: string)
---@field complete? fun(typed: string): string[]

---@type table<string, beleg.Subcommand>
M.SUBCOMMANDS = {
  sources = {
    doc = 'the sources of this text beside it, or in the location list',
    complete = one_of({ 'list' }),
    run = function(call, rest)
      either(call, rest, 'list', function()
        require('beleg.sources').toggle(call.smods)
      end, function()
        require('beleg.sources').list()
      end)
    end,
  },
  trace = {
    doc = 'who says what is selected, at the cursor, or given',
    run = function(call, rest)
      require('beleg.trace').trace(call, rest)
    end,
  },
  open = {
    doc = 'open the first source here; with :vertical or :tab, there',
    run = function(call)
      require('beleg.open').open(call.smods)
    end,
  },
  cite = {
    doc = 'cite the first source of the claim, or one that is picked',
    complete = one_of({ 'pick' }),
    run = function(call, rest)
      either(call, rest, 'pick', function()
        require('beleg.cite').first()
      end, function()
        require('beleg.cite').pick()
      end)
    end,
  },
  timeline = {
    doc = 'what was said of the figure when, and by whom',
    run = function()
      require('beleg.timeline').open()
    end,
  },
  actors = {
    doc = 'who appears in this text, and where else',
    run = function()
      require('beleg.actors').pick()
    end,
  },
  ['new-actor'] = {
    doc = 'list the selected name, or that at the cursor, in the registry',
    run = function(call)
      require('beleg.actors').new(call)
    end,
  },
  ignore = {
    doc = 'a finding here is right as it stands, and why',
    run = function(_, rest)
      require('beleg.decide').decide('ignored', rest)
    end,
  },
  checked = {
    doc = 'a finding here has been checked, and how',
    run = function(_, rest)
      require('beleg.decide').decide('checked', rest)
    end,
  },
  undecide = {
    doc = 'report again what was ignored or checked here',
    run = function()
      require('beleg.decide').undecide()
    end,
  },
  check = {
    doc = 'check every briefing; findings go to the quickfix list',
    run = function()
      require('beleg.corpus').check()
    end,
  },
  import = {
    doc = 'make articles of files, or of the text in the clipboard',
    complete = function(typed)
      return vim.fn.getcompletion(typed, 'file')
    end,
    run = function(call)
      require('beleg.corpus').import(vim.list_slice(call.fargs, 2))
    end,
  },
  lines = {
    doc = 'show or hide first sources below the lines of this text',
    run = function()
      require('beleg.lines').toggle()
    end,
  },
  status = {
    doc = 'what is loaded, or why nothing is',
    run = function()
      local clients = server.clients(0)
      if #clients == 0 then
        vim.notify('beleg: ' .. server.why_not(0), vim.log.levels.WARN)
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
      vim.notify('beleg: ' .. t("no command '%s' (one of: %s)", name, known), vim.log.levels.ERROR)
      return
    end
    subcommand.run(call, vim.trim(call.args:sub(#name + 1)))
  end, {
    nargs = '*',
    range = true,
    desc = 'Beleg: ' .. table.concat(names(), ', '),
    complete = function(typed, line)
      local name = line:match('Beleg!?%s+(%S+)%s')
      if not name then
        return one_of(names())(typed)
      end
      local subcommand = M.SUBCOMMANDS[name]
      return subcommand and subcommand.complete and subcommand.complete(typed) or {}
    end,
  })
end

return M
