---Runs every file in cases/ in a Neovim of its own, as a user would start it, and adds up what they report.
local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
local root = vim.fs.normalize(vim.fs.joinpath(here, '..', '..', '..'))

-- A case that hangs is a failure, not a build that never ends.
local TIMEOUT = 120000

local cases = #arg > 0 and vim.list_slice(arg, 1)
  or vim.tbl_map(function(path)
    return vim.fn.fnamemodify(path, ':t:r')
  end, vim.fn.sort(vim.fn.glob(here .. '/cases/*.lua', true, true)))

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
