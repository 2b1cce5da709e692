---What happens when the server ends without being asked to, or never begins?
---
---One that worked is started again, unless it keeps ending; one that never answered is not. Whatever happens, the user is
---told once, with what to do.
local t = require('beleg.texts').t

local M = {}

---A server that ends this often within `WINDOW` stays down until it is restarted by hand.
M.MOST = 3
M.WINDOW = 3 * 60 * 1000
---Milliseconds after which a server that has not answered at all is worth a word.
M.ANSWERS_WITHIN = 10000

---@class beleg.End
---@field code integer
---@field signal integer
---@field answered boolean whether it ever worked
---@field at integer milliseconds

---Every end that nobody asked for.
---@type beleg.End[]
M.ends = {}

---Servers that run and have not answered yet, which Neovim itself does not list.
---@type table<vim.lsp.rpc.PublicClient, true>
local mute = {}

---Ends servers that never answered.
---@param within integer milliseconds
function M.end_mute(within)
  for rpc in pairs(mute) do
    rpc.terminate()
  end
  vim.wait(within, function()
    return next(mute) == nil
  end, 20)
end

---@param text string
local function complain(text)
  vim.notify('beleg: ' .. text, vim.log.levels.ERROR)
end

---How a process ended, for people.
---@param last beleg.End
---@return string
local function how(last)
  return last.signal ~= 0 and t('signal %d', last.signal) or t('exit code %d', last.code)
end

---@param program string
---@param last beleg.End
local function ended(program, last)
  M.ends[#M.ends + 1] = last
  if not last.answered then
    complain(
      t(
        "'%s' ended before it answered (%s): is it Beleg? `:Beleg log` shows what it said, `:Beleg restart` tries again",
        program,
        how(last)
      )
    )
    return
  end
  local recent = vim.iter(M.ends):filter(function(one)
    return last.at - one.at < M.WINDOW
  end)
  if #recent:totable() >= M.MOST then
    complain(
      t('the server keeps ending (%s): `:Beleg log` shows what it said, `:Beleg restart` tries again', how(last))
    )
    return
  end
  vim.notify('beleg: ' .. t('the server ended (%s) and is started again', how(last)), vim.log.levels.WARN)
  -- Neovim forgets the old one in a scheduled function of its own; until then buffers count as served.
  vim.defer_fn(function()
    if not vim.lsp.is_enabled or vim.lsp.is_enabled('beleg') then
      vim.lsp.enable('beleg')
    end
  end, 50)
end

---Starts a server and watches it.
---@param argv string[]
---@param dispatchers vim.lsp.rpc.Dispatchers
---@param spawn vim.lsp.rpc.ExtraSpawnParams
---@return vim.lsp.rpc.PublicClient
function M.start(argv, dispatchers, spawn)
  local asked, answered = false, false
  local rpc ---@type vim.lsp.rpc.PublicClient
  local watched = vim.tbl_extend('force', dispatchers, {
    on_exit = function(code, signal)
      mute[rpc] = nil
      -- Told that it was terminated, Neovim leaves it to us to say so: its own message fills the screen, and waits for a key.
      dispatchers.on_exit(asked and code or 0, asked and signal or 15)
      local at = math.floor(vim.uv.hrtime() / 1e6)
      if not asked then
        vim.schedule(function()
          -- Whoever leaves Neovim wants to hear nothing more.
          if vim.v.exiting == vim.NIL then
            ended(argv[1], { code = code, signal = signal, answered = answered, at = at })
          end
        end)
      end
    end,
  })
  rpc = vim.lsp.rpc.start(argv, watched, spawn)

  local request, terminate = rpc.request, rpc.terminate
  function rpc.request(method, params, callback, notify_reply)
    if method == 'shutdown' then
      asked = true
    elseif method == 'initialize' then
      local done = callback
      function callback(...)
        answered = true
        mute[rpc] = nil
        return done(...)
      end
    end
    return request(method, params, callback, notify_reply)
  end
  function rpc.terminate()
    asked = true
    return terminate()
  end
  mute[rpc] = true

  vim.defer_fn(function()
    if mute[rpc] and not asked then
      complain(
        t(
          "'%s' runs but does not answer: is it Beleg? `:Beleg log` shows what it said, `:Beleg restart` tries again",
          argv[1]
        )
      )
    end
  end, M.ANSWERS_WITHIN)
  return rpc
end

return M
