local t = require('support')

t.workspace()
local _, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)

---Presses K on `text` and reads the window that opens.
---@param text string
---@return string
local function hover(text)
  t.on(text)
  t.press('K')
  local window = t.eventually('hover on ' .. text, function()
    for _, win in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(win).relative ~= '' then
        return win
      end
    end
  end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

-- The article both of these rest on, as hover names it.
local ARTICLE = 'Kämpfen Nordkoreas Soldaten bald im Ukraine-Krieg?'

t.test('hover on an actor says who it is and where it comes up', function()
  local text = hover('Frederic Spohr')
  t.contains(text, '**Frederic Spohr** (person)')
  t.contains(text, ARTICLE)
end)

t.test('hover on a figure says what it is and who said it first', function()
  local text = hover('10.000 Soldaten')
  t.contains(text, '10,000')
  t.contains(text, ARTICLE)
  t.contains(text, 'paragraph 3')
end)

t.test('hover beside actors and figures answers without an error', function()
  local row, col = t.find('Was offen ist')
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = row - 1, character = col },
  }
  local answer = assert(client:request_sync('textDocument/hover', params, 5000, 0))
  t.equal(answer.err, nil)
end)

t.test('and in German, if that is what the user reads', function()
  require('beleg').setup({ locale = 'de' })
  vim.cmd('Beleg restart')
  local _, german = t.open('Entwürfe/lage-nordkorea.md')
  t.loaded(german)
  t.contains(hover('Frederic Spohr'), '**Frederic Spohr** (Person)')
  t.contains(hover('10.000 Soldaten'), 'Absatz 3')
end)
