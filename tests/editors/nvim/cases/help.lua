local t = require('support')

local doc = vim.fs.joinpath(vim.env.BELEG_TEST_PLUGIN, 'doc', 'beleg.txt')
local copy = vim.fs.joinpath(vim.uv.os_tmpdir(), 'help', 'doc')
vim.fn.mkdir(copy, 'p')
assert(vim.uv.fs_copyfile(doc, vim.fs.joinpath(copy, 'beleg.txt')))
vim.cmd.helptags(copy)
vim.opt.runtimepath:append(vim.fs.dirname(copy))

local text = table.concat(vim.fn.readfile(doc), '\n')

t.test('the help has tags, and they open', function()
  for _, tag in ipairs({ 'beleg', ':Beleg', 'beleg-setup', 'g:beleg_cmd', 'BelegPerson' }) do
    vim.cmd.help(tag)
    t.equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'beleg.txt')
  end
end)

t.test('every reference leads somewhere', function()
  for tag in text:gmatch('|([^%s|]+)|') do
    local fine, problem = pcall(vim.cmd.help, tag)
    assert(fine, problem)
  end
end)

t.test('every group, subcommand and option is explained', function()
  local highlights = require('beleg.highlights')
  for _, list in ipairs({ highlights.TYPES, highlights.MODIFIERS }) do
    for _, entry in ipairs(list) do
      t.contains(text, '*' .. entry[2] .. '*')
    end
  end
  for _, entry in ipairs(highlights.WINDOWS) do
    t.contains(text, '*' .. entry[1] .. '*')
  end
  for name in pairs(require('beleg.command').SUBCOMMANDS) do
    t.contains(text, '*:Beleg-' .. name .. '*')
    assert(text:find('Beleg %[?' .. vim.pesc(name)), name)
  end
  for _, entry in ipairs(require('beleg.told').STATES) do
    assert(text:find(('    %s %s +%%l'):format(vim.pesc(entry[2]), entry[1])), entry[1])
  end
  local source = vim.fn.readfile(vim.fs.joinpath(vim.env.BELEG_TEST_PLUGIN, 'lua', 'beleg', 'options.lua'))
  for name in table.concat(source, '\n'):gmatch('%-%-%-@field ([%w_]+)%?') do
    t.contains(text, name .. ' = ')
  end
end)

t.test('lines fit the window', function()
  for n, line in ipairs(vim.split(text, '\n')) do
    assert(vim.fn.strdisplaywidth(line) <= 79, ('line %d'):format(n))
  end
end)
