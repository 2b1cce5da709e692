---The plugin in the folders where plugin managers put it, loaded as they load it.
local t = require('support')

local folder = t.workspace()
local plugin = vim.env.BELEG_TEST_PLUGIN
-- Beside the workspace, whose name holds an apostrophe: Neovim looks for plugins through 'shell', and where $SHELL is not
-- set that is a plain sh, which finds nothing in such a folder.
local scratch = vim.fs.joinpath(vim.fs.dirname(folder), 'layouts')

---What a manager clones: as much of the repository as Neovim reads.
---@param to string
local function repository(to)
  vim.fn.mkdir(vim.fs.joinpath(to, 'plugin'), 'p')
  local root = vim.fs.joinpath(vim.env.BELEG_TEST_ROOT, 'plugin', 'beleg.lua')
  assert(vim.uv.fs_copyfile(root, vim.fs.joinpath(to, 'plugin', 'beleg.lua')))
  t.copy(plugin, vim.fs.joinpath(to, 'editors', 'neovim'))
  vim.fn.delete(vim.fs.joinpath(to, 'editors', 'neovim', 'doc', 'tags'))
end

---What is true in the Neovim that was started: the server works, the command is there, and so is its help.
local PROBE = [[
local fine, problem = pcall(function()
  assert(vim.wait(30000, function()
    local client = vim.lsp.get_clients({ name = 'beleg', bufnr = 0 })[1]
    return client and client.initialized
  end, 20), 'no server: ' .. vim.fn.execute('messages'))
  assert(vim.fn.exists(':Beleg') == 2, 'no :Beleg')
  assert(vim.fn.maparg('gd', 'n') ~= '', 'no gd')
  assert(not vim.tbl_isempty(vim.api.nvim_get_hl(0, { name = 'BelegPerson' })), 'no colours')
  vim.cmd.help('beleg-setup')
  assert(vim.fs.basename(vim.api.nvim_buf_get_name(0)) == 'beleg.txt', 'no help')
  require('beleg').setup({ locale = 'de' })
  local all = vim.api.nvim_get_runtime_file('plugin/beleg.lua', true)
  assert(#all >= 1, 'not on the runtime path')
end)
for _, client in ipairs(vim.lsp.get_clients()) do
  client:stop(true)
end
io.stdout:write(fine and 'fine' or tostring(problem))
vim.cmd('qall!')
]]

---@param name string
---@param init string what the user's init.lua says; `DATA` is the folder for plugins
---@param prepare fun(data: string)
local function layout(name, init, prepare)
  t.test(name, function()
    local home = vim.fs.joinpath(scratch, (name:gsub('%W', '-')))
    local data = vim.fs.joinpath(home, 'data', 'nvim')
    local config = vim.fs.joinpath(home, 'config', 'nvim')
    vim.fn.mkdir(data, 'p')
    vim.fn.mkdir(config, 'p')
    prepare(data)
    local text = ('vim.g.beleg_cmd = %q\nlocal DATA = %q\n%s'):format(vim.g.beleg_cmd, data, init)
    vim.fn.writefile(vim.split(text, '\n'), vim.fs.joinpath(config, 'init.lua'))
    local probe = vim.fs.joinpath(home, 'probe.lua')
    vim.fn.writefile(vim.split(PROBE, '\n'), probe)
    local done = vim
      .system({
        vim.v.progpath,
        '--headless',
        '-n',
        '-i',
        'NONE',
        vim.fs.joinpath(folder, 'Entwürfe', 'lage-nordkorea.md'),
        '-c',
        ('lua vim.schedule(function() dofile(%q) end)'):format(probe),
      }, {
        text = true,
        timeout = 60000,
        cwd = folder,
        env = {
          XDG_CONFIG_HOME = vim.fs.joinpath(home, 'config'),
          XDG_DATA_HOME = vim.fs.joinpath(home, 'data'),
          XDG_STATE_HOME = vim.fs.joinpath(home, 'state'),
        },
      })
      :wait()
    t.equal(vim.trim(done.stdout), 'fine', done.stderr)
    t.equal(done.stderr, '')
  end)
end

layout('no plugin manager', 'vim.opt.runtimepath:append(DATA .. "/beleg/editors/neovim")', function(data)
  repository(data .. '/beleg')
end)

layout('no plugin manager, the whole repository', 'vim.opt.runtimepath:append(DATA .. "/beleg")', function(data)
  repository(data .. '/beleg')
end)

layout('a package', '', function(data)
  local to = data .. '/site/pack/notes/start/beleg'
  t.copy(plugin, to)
  vim.fn.delete(to .. '/doc/tags')
end)

-- `vim.pack.add()` while init.lua runs.
layout('vim.pack', 'vim.cmd("packadd! beleg")', function(data)
  repository(data .. '/site/pack/core/opt/beleg')
end)

-- `MiniDeps.add()`, and the same within `MiniDeps.later()`.
layout('mini.deps', 'vim.cmd("packadd beleg")', function(data)
  repository(data .. '/site/pack/deps/opt/beleg')
end)
layout(
  'mini.deps, later',
  [[vim.api.nvim_create_autocmd('VimEnter', {
    callback = vim.schedule_wrap(function()
      vim.cmd('packadd beleg')
      require('beleg').setup({ virtual_lines = true })
    end),
  })]],
  function(data)
    repository(data .. '/site/pack/deps/opt/beleg')
  end
)

-- lazy.nvim loads plugins itself, after it has taken that from Neovim: onto the path, then every file below plugin/.
local LAZY = [[
vim.go.loadplugins = false
vim.go.packpath = vim.env.VIMRUNTIME
local function load(folder)
  vim.opt.runtimepath:prepend(folder)
  for name, kind in vim.fs.dir(folder .. '/plugin') do
    vim.cmd.source(vim.fn.fnameescape(folder .. '/plugin/' .. name))
  end
end
vim.cmd('filetype plugin indent on')
]]
layout('lazy.nvim', LAZY .. 'load(DATA .. "/lazy/beleg") require("beleg").setup({})', function(data)
  repository(data .. '/lazy/beleg')
end)
layout('lazy.nvim, a folder', LAZY .. 'load(DATA .. "/beleg/editors/neovim")', function(data)
  repository(data .. '/beleg')
end)
layout(
  'lazy.nvim, for Markdown only',
  LAZY
    .. [[
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  once = true,
  callback = function(event)
    load(DATA .. '/lazy/beleg')
    -- What the plugin waits for has just happened.
    vim.api.nvim_exec_autocmds('FileType', { buffer = event.buf, group = 'nvim.lsp.enable', modeline = false })
  end,
})]],
  function(data)
    repository(data .. '/lazy/beleg')
  end
)
