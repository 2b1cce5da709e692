local t = require('support')

local folder = t.workspace()
local server = require('beleg.server')

---@param name string
---@return string
local function health(name)
  vim.cmd('checkhealth ' .. name)
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  vim.cmd.bwipeout({ bang = true })
  return text
end

t.test('without a server it says so once, and what to do', function()
  vim.g.beleg_cmd = folder .. '/nowhere/beleg'
  local said = t.said(function()
    vim.cmd.edit('Entwürfe/lage-nordkorea.md')
    vim.cmd.edit('Entwürfe/troops-for-russia.md')
  end)
  t.contains(said, 'nowhere/beleg')
  t.contains(said, 'g:beleg_cmd')
  t.equal(select(2, said:gsub('nowhere', '')), 1, 'times it was said')
  t.contains(health('beleg'), 'ERROR')
  vim.g.beleg_cmd = vim.env.BELEG_TEST_SERVER
  vim.cmd('silent! %bwipeout!')
end)

t.test('the workspace is found by its markers, the strongest first', function()
  local path = vim.fs.normalize(folder) .. '/a/b/c/text.md'
  t.equal(server.root(path), vim.fs.normalize(folder))
  vim.fn.mkdir('a/.git', 'p')
  t.equal(server.root(path), vim.fs.normalize(folder), 'a registry is stronger than .git')
  vim.fn.writefile({}, 'a/b.toml')
  vim.fn.mkdir('a/b', 'p')
  vim.fn.writefile({}, 'a/b/beleg.toml')
  t.equal(server.root(path), vim.fs.normalize(folder) .. '/a/b')
  vim.fn.delete('a', 'rf')
end)

t.test('a file outside of every workspace starts nothing and says why', function()
  local outside = vim.fn.tempname() .. '.md'
  vim.fn.writefile({ 'Putin' }, outside)
  vim.cmd.edit(outside)
  vim.wait(200)
  t.equal(server.clients(), {})
  local said = t.said(function()
    vim.cmd('Beleg')
  end)
  t.contains(said, 'no workspace')
  vim.cmd.enew()
  t.contains(
    t.said(function()
      vim.cmd('Beleg status')
    end),
    "not for files of type ''"
  )
end)

local buf, client = t.open('Entwürfe/lage-nordkorea.md')

t.test('the server gets the workspace as its root', function()
  t.equal(vim.uv.fs_realpath(client.root_dir), vim.uv.fs_realpath(folder))
end)

t.test('one server serves briefings and articles', function()
  local _, other = t.open('corpus/pakt-putin-kim.md')
  t.equal(other.id, client.id)
  vim.cmd.buffer(buf)
end)

t.test(':Beleg says what is loaded', function()
  t.loaded(client)
  local said = t.said(function()
    vim.cmd('Beleg status')
  end)
  t.contains(said, '5 articles')
  t.contains(said, "Prüf stand's")
end)

t.test(':checkhealth beleg finds nothing wrong', function()
  local text = health('beleg')
  t.contains(text, vim.env.BELEG_TEST_SERVER)
  t.contains(text, 'version: beleg ')
  t.contains(text, '5 articles')
  assert(not text:find('ERROR'), text)
  assert(not text:find('WARNING'), text)
end)

t.test(':Beleg restart replaces the server', function()
  vim.cmd('Beleg restart')
  assert(client:is_stopped())
  local _, fresh = t.open('Entwürfe/lage-nordkorea.md')
  assert(fresh.id ~= client.id)
  client = fresh
end)

t.test('a server that is killed costs no text, and :Beleg restart brings it back', function()
  vim.api.nvim_buf_set_lines(buf, 0, 1, true, { '# Anders' })
  client:stop(true)
  t.eventually('the end of the server', function()
    return client:is_stopped() and #server.clients() == 0
  end)
  t.contains(
    t.said(function()
      vim.cmd('Beleg')
    end),
    'Beleg restart'
  )
  t.equal(vim.api.nvim_buf_get_lines(buf, 0, 1, true), { '# Anders' })
  vim.cmd('Beleg restart')
  client = t.eventually('a new server', function()
    local fresh = server.clients(buf)[1]
    return fresh and fresh.initialized and fresh
  end)
  assert(#t.tokens(buf, client) > 20)
end)

t.test('asked to stop, the server ends by itself', function()
  local code, signal
  vim.lsp.config('beleg', {
    on_exit = function(...)
      code, signal = ...
    end,
  })
  vim.cmd('silent edit!')
  vim.cmd('Beleg restart')
  client = select(2, t.open('Entwürfe/lage-nordkorea.md'))
  client:stop()
  t.eventually('the end of the server', function()
    return code
  end)
  t.equal({ code, signal }, { 0, 0 })
end)

t.test(':Beleg completes its subcommands and knows no others', function()
  local all = vim.tbl_keys(require('beleg.command').SUBCOMMANDS)
  table.sort(all)
  t.equal(vim.fn.getcompletion('Beleg ', 'cmdline'), all)
  t.equal(vim.fn.getcompletion('Beleg re', 'cmdline'), { 'restart' })
  t.equal(vim.fn.getcompletion('Beleg sources ', 'cmdline'), { 'list' })
  t.equal(vim.fn.getcompletion('Beleg cite p', 'cmdline'), { 'pick' })
  t.equal(vim.fn.getcompletion("'<,'>Beleg tr", 'cmdline'), { 'trace' })
  t.equal(vim.fn.getcompletion('Beleg import corpus/act', 'cmdline'), { 'corpus/actors.toml' })
  t.contains(
    t.said(function()
      vim.cmd('Beleg fly')
    end),
    "no command 'fly' (one of: actors, check, "

  )
end)

t.test(':Beleg log opens the log', function()
  vim.cmd('Beleg log')
  t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'lsp.log')
  vim.cmd.tabclose()
end)
