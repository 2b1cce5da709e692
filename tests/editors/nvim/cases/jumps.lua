local t = require('support')

local folder = t.workspace()
local buf, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)

---@return string file
---@return string line
local function here()
  local name = vim.api.nvim_buf_get_name(0)
  return vim.fs.relpath(folder, name) or name, vim.api.nvim_get_current_line()
end

---@param keys string
---@param text string
local function jump(keys, text)
  vim.cmd.buffer(buf)
  t.on(text)
  t.press(keys)
  t.eventually(keys .. ' on ' .. text, function()
    return vim.api.nvim_get_current_buf() ~= buf
  end)
end

t.test('gd on a figure opens the paragraph that said it first', function()
  jump('gd', '10.000 Soldaten')
  local file, line = here()
  t.equal(file, 'corpus/fnf-interview-spohr.md')
  t.contains(line, 'Entsendung von etwa 10.000 nordkoreanischen Soldaten')
end)

t.test('CTRL-O comes back', function()
  t.press('<C-o>')
  t.equal(here(), 'Entwürfe/lage-nordkorea.md')
  t.equal(vim.api.nvim_win_get_cursor(0), { t.find('10.000 Soldaten') })
end)

t.test('CTRL-] does the same', function()
  jump('<C-]>', '10.000 Soldaten')
  t.equal(here(), 'corpus/fnf-interview-spohr.md')
end)

t.test('gd on an actor opens the first mention', function()
  jump('gd', 'Olena Guseinova')
  local file, line = here()
  t.equal(vim.fs.dirname(file), 'corpus')
  t.contains(line, 'Guseinova')
end)

t.test('gD on an actor opens its entry in the registry', function()
  jump('gD', 'Olena Guseinova')
  local file = here()
  t.equal(file, 'corpus/actors.toml')
  local row = vim.api.nvim_win_get_cursor(0)[1]
  t.contains(table.concat(vim.api.nvim_buf_get_lines(0, row - 1, row + 3, false), '\n'), 'Guseinova')
end)

t.test('grr on a figure lists every place that states the same', function()
  vim.cmd.buffer(buf)
  t.on('10.000 Soldaten')
  vim.fn.setqflist({})
  t.press('grr')
  local list = t.eventually('references', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  local files = {} ---@type table<string, boolean>
  for _, item in ipairs(list) do
    files[vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr))] = true
  end
  assert(files['fnf-interview-spohr.md'], vim.inspect(files))
  vim.cmd.cclose()
end)

t.test('gO lists the outline', function()
  vim.cmd.buffer(buf)
  vim.fn.setloclist(0, {})
  t.press('gO')
  local list = t.locations(0)
  local names = vim.iter(list):map(function(item)
    return item.text
  end)
  t.contains(names:join('\n'), 'Waffen und Handel')
end)
