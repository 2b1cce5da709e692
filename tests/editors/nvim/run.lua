---Runs every file in cases/ in a Neovim of its own, as a user would start it, and adds up what they report.
local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
local root = vim.fs.normalize(vim.fs.joinpath(here, '..', '..', '..'))

-- A case that hangs is a failure, not a build that never ends.
local TIMEOUT = 120000
-- Nor is a server that does not speak. A busy machine is slow.
local ANSWERS_WITHIN = 15000

local cases = #arg > 0 and vim.list_slice(arg, 1)
  or vim.tbl_map(function(path)
    return vim.fn.fnamemodify(path, ':t:r')
  end, vim.fn.sort(vim.fn.glob(here .. '/cases/*.lua', true, true)))

---Whether the server answers at all. Without that no case can say more than that it does not.
---@param server string
---@return string? problem
local function broken(server)
  local said, complained, done = '', '', nil ---@type string, string, vim.SystemCompleted?
  local function keep(text)
    return function(_, chunk)
      text(chunk or '')
    end
  end
  local started, process = pcall(vim.system, { server, 'lsp' }, {
    stdin = true,
    stdout = keep(function(chunk)
      said = said .. chunk
    end),
    stderr = keep(function(chunk)
      complained = complained .. chunk
    end),
  }, function(result)
    done = result
  end)
  if not started then
    return ('it cannot be run: %s'):format(process)
  end
  local hello = vim.json.encode({
    jsonrpc = '2.0',
    id = 1,
    method = 'initialize',
    params = { processId = vim.uv.os_getpid(), rootUri = vim.NIL, capabilities = vim.empty_dict() },
  })
  process:write(('Content-Length: %d\r\n\r\n%s'):format(#hello, hello))
  local answered = vim.wait(ANSWERS_WITHIN, function()
    return done ~= nil or said:find('"capabilities"', 1, true) ~= nil and said:find('"result"', 1, true) ~= nil
  end, 10) and not done
  if answered then
    process:kill(9)
    return nil
  end
  local also = complained ~= '' and (' and said:\n' .. complained) or ''
  if done then
    return ('it ended (exit code %d, signal %d) before it answered%s'):format(done.code, done.signal, also)
  end
  process:kill(9)
  return ('it runs but has not answered within %d s%s'):format(ANSWERS_WITHIN / 1000, also)
end

local server = assert(vim.env.BELEG_TEST_SERVER, 'BELEG_TEST_SERVER does not name the server')
local problem = broken(server)
if problem then
  io.stdout:write(("\nFAILED the server '%s' does not work: %s\nNeovim: no case was run\n"):format(server, problem))
  os.exit(1)
end

local passed, failed = 0, 0
for _, case in ipairs(cases) do
  io.stdout:write('\n', case, '\n')
  local done = vim
    .system({
      vim.v.progpath,
      '--clean',
      '--headless',
      '-n',
      '--cmd',
      'lua package.path = vim.env.BELEG_TEST_DIR .. "/?.lua;" .. package.path',
      '--cmd',
      'lua vim.opt.runtimepath:prepend(vim.env.BELEG_TEST_PLUGIN)',
      '-c',
      'lua require("support").main(vim.env.BELEG_TEST_DIR .. "/cases/" .. vim.env.BELEG_TEST_CASE .. ".lua")',
    }, {
      text = true,
      timeout = TIMEOUT,
      env = {
        BELEG_TEST_CASE = case,
        BELEG_TEST_DIR = here,
        BELEG_TEST_ROOT = root,
        BELEG_TEST_PLUGIN = vim.fs.joinpath(root, 'editors', 'neovim'),
      },
    })
    :wait()
  io.stdout:write(done.stdout)
  local ok, not_ok = done.stdout:match('(%d+) ok, (%d+) not ok\n$')
  if ok then
    passed, failed = passed + tonumber(ok), failed + tonumber(not_ok)
  else
    failed = failed + 1
    local why = done.code == 124 and ('no end after %d s'):format(TIMEOUT / 1000) or ('exit code %d'):format(done.code)
    io.stdout:write(('  FAILED %s: %s\n'):format(case, why), done.stderr, '\n')
  end
end

local version = vim.version()
io.stdout:write(
  ('\nNeovim %d.%d.%d: %d passed, %d failed\n'):format(version.major, version.minor, version.patch, passed, failed)
)
os.exit(failed == 0 and passed > 0 and 0 or 1)
