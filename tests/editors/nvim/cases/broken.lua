local t = require('support')
local life = require('beleg.life')

local folder = t.workspace()
local working = vim.g.beleg_cmd
local BRIEFING = 'Entwürfe/lage-nordkorea.md'

---A program that does what a shell script says.
---@param name string
---@param script string
---@return string
local function program(name, script)
  local path = vim.fs.joinpath(folder, name)
  vim.fn.writefile({ '#!/bin/sh', script }, path)
  assert(vim.uv.fs_chmod(path, 493))
  return path
end

t.test('a server that ends at once is not started over and over, and the user is told once', function()
  vim.g.beleg_cmd = program('ends', 'exit 3')
  local text
  t.ending(1, function()
    text = t.says(function()
      vim.cmd.edit(BRIEFING)
    end, 'ended before it answered')
    text = text .. t.said(function()
      vim.wait(500)
    end)
  end)
  t.contains(text, 'exit code 3')
  t.contains(text, ':Beleg log')
  t.equal(select(2, text:gsub('ended before it answered', '')), 1, 'times it was said')
  t.equal(#life.ends, 1)
end)

t.test('and :Beleg restart takes the one that works', function()
  vim.g.beleg_cmd = working
  vim.cmd('Beleg restart')
  t.loaded(select(2, t.open(BRIEFING)))
end)

t.test('a server that is killed comes back by itself, with the text as it is now', function()
  local buf, client = t.open(BRIEFING)
  vim.api.nvim_buf_set_lines(buf, 0, 1, true, { '# Anders als Frederic Spohr' })
  local ids = t.processes()
  t.equal(#ids, 1, 'servers')
  local text
  t.ending(1, function()
    text = t.says(function()
      vim.uv.kill(ids[1], 'sigkill')
    end, 'is started again')
  end)
  t.contains(text, 'signal 9')
  local fresh = t.eventually('a new server', function()
    local found = vim.lsp.get_clients({ name = 'beleg', bufnr = buf })[1]
    return found and found.id ~= client.id and found.initialized and found
  end)
  t.loaded(fresh)
  t.contains(table.concat(t.tokens(buf, fresh), '\n'), '1:13 Frederic Spohr person')
  vim.cmd('silent edit!')
end)

t.test('one that keeps ending stays down', function()
  local buf = vim.api.nvim_get_current_buf()
  local text = ''
  -- With the one above this makes three.
  for n = 1, life.MOST - 1 do
    local id = t.eventually('a server', function()
      local client = vim.lsp.get_clients({ name = 'beleg', bufnr = buf })[1]
      return client and client.initialized and t.processes()[1]
    end)
    t.ending(1, function()
      text = t.says(function()
        vim.uv.kill(id, 'sigkill')
      end, n < life.MOST - 1 and 'is started again' or 'keeps ending')
    end)
  end
  t.contains(text, ':Beleg restart')
  vim.wait(300)
  t.equal(vim.lsp.get_clients({ name = 'beleg' }), {})
  vim.cmd('Beleg restart')
  t.open(BRIEFING)
end)

t.test('a server that says nothing is waited for, but not in silence', function()
  local within = life.ANSWERS_WITHIN
  life.ANSWERS_WITHIN = 200
  vim.g.beleg_cmd = program('mute', 'exec sleep 1000')
  t.says('Beleg restart', 'runs but does not answer')
  life.ANSWERS_WITHIN = within
  vim.g.beleg_cmd = working
  vim.cmd('Beleg restart')
  t.open(BRIEFING)
end)

---Runs the tests themselves with a server.
---@param server string
---@return vim.SystemCompleted
local function tests_with(server)
  local run = vim.fs.joinpath(vim.env.BELEG_TEST_DIR, 'run.lua')
  return vim
    .system({ vim.v.progpath, '--clean', '--headless', '-n', '-l', run, 'hover' }, {
      env = { BELEG_TEST_SERVER = server },
      text = true,
      timeout = 60000,
    })
    :wait()
end

t.test('these tests fail at once, and say why, with a server that does not answer', function()
  local done = tests_with(program('broken', 'echo "no index" >&2; exit 7'))
  t.equal(done.code, 1)
  t.contains(done.stdout, "broken' does not work: it ended (exit code 7, signal 0) before it answered and said:\nno index")
end)

-- Greets as a server should, and ends at the next message.
local FALLS = [[
local length = tonumber(io.read('*l'):match('%d+'))
io.read('*l')
io.read(length)
local hello = '{"jsonrpc": "2.0", "id": 1, "result": {"capabilities": {}}}'
io.write(('Content-Length: %d\r\n\r\n%s'):format(#hello, hello))
io.flush()
io.read('*l')
io.stderr:write('fell over\n')
os.exit(9)
]]

t.test('and with one that ends in the middle of them', function()
  local script = vim.fs.joinpath(folder, 'falls.lua')
  vim.fn.writefile(vim.split(FALLS, '\n'), script)
  local started = vim.uv.hrtime()
  local done = tests_with(program('falls', ([[exec '%s' --clean -n -l "${0%%/*}/falls.lua"]]):format(vim.v.progpath)))
  t.equal(done.code, 1)
  t.contains(done.stdout, 'the server ended unexpectedly (exit code 9, signal 0); it said: ')
  t.contains(done.stdout, 'fell over')
  local took = (vim.uv.hrtime() - started) / 1e9
  assert(took < 30, ('it took %.0f s'):format(took))
end)
