local t = require('support')

t.workspace()
local buf, client = t.open('Entwürfe/lage-nordkorea.md')

---@param text string
---@param inside string where the token is expected, a part of `text`
---@param kind string
---@param modifier? string
local function expect(text, inside, kind, modifier)
  local row, col = t.find(text)
  col = col + assert(text:find(inside, 1, true)) - 1
  local token = t.eventually(("'%s' is %s"):format(inside, kind), function()
    local token = t.token(buf, row, col)
    return token and token.type == kind and token
  end)
  if vim.startswith(kind, 'person') or kind == 'state' or kind == 'organization' then
    t.equal(token.text, inside)
  else
    t.contains(token.text, inside)
  end
  if modifier then
    assert(vim.tbl_contains(token.modifiers, modifier), vim.inspect(token))
  end
end

t.test('actors are marked by their kind, to the byte', function()
  expect('Putin und Kim', 'Putin', 'person')
  expect('und Kim Jong Un', 'Kim Jong Un', 'person')
  expect('kooperieren Russland und', 'Russland', 'state')
  expect('Die Nato spricht', 'Nato', 'organization')
end)

t.test('behind umlauts and quotation marks as well', function()
  local row, col = t.find('Pjöngjang')
  t.equal(t.token(buf, row, col).text, 'Pjöngjang')
  expect('wusste nach Einschätzung Südkoreas vorab', 'Südkoreas', 'state')
  expect('»mehrere Tausend« nordkoreanische', 'nordkoreanische', 'state', 'adjective')
  expect('könnte es Frederic Spohr zufolge', 'Frederic Spohr', 'person')
end)

t.test('figures are marked by their kind', function()
  expect('am 19. Juni 2024 ein', '19. Juni 2024', 'date')
  expect('Mindestens 3.000 Soldaten', '3.000', 'count')
  expect('etwa 10.000 Soldaten', '10.000', 'count')
  expect('5,5 Milliarden US-Dollar', '5,5 Milliarden', 'money')
  expect('»mehrere Tausend«', 'mehrere Tausend', 'count', 'vague')
end)

t.test('what is no prose is not marked', function()
  local row, col = t.find('[@pakt-putin-kim, p. 2]')
  for at = col, col + 22 do
    t.equal(t.token(buf, row, at), nil, 'in a citation')
  end
end)

t.test('Neovim draws them with the groups of the plugin', function()
  -- Without a screen nothing asks for highlights; this is what a redraw does.
  local highlighter = require('vim.lsp.semantic_tokens').__STHighlighter.active[buf]
  highlighter:on_win(0, vim.api.nvim_buf_line_count(buf))
  local row, col = t.find('und Kim Jong Un')
  local groups = {} ---@type table<string, boolean>
  for _, mark in ipairs(vim.inspect_pos(buf, row - 1, col + 5).semantic_tokens) do
    groups[mark.opts.hl_group] = true
    groups[mark.opts.hl_group_link] = true
  end
  assert(groups['@lsp.type.person.markdown'], vim.inspect(groups))
  assert(groups.BelegPerson, vim.inspect(groups))
end)

t.test('columns are right for a client that counts UTF-16, too', function()
  local bytes = t.tokens(buf, client)
  assert(#bytes > 20, vim.inspect(bytes))
  t.equal(client.offset_encoding, 'utf-8')
  vim.lsp.config('beleg', { capabilities = { general = { positionEncodings = { 'utf-16' } } } })
  vim.cmd('Beleg restart')
  local _, again = t.open('Entwürfe/lage-nordkorea.md')
  t.loaded(again)
  t.equal(again.offset_encoding, 'utf-16')
  t.equal(t.tokens(buf, again), bytes)
end)

t.test('in articles as well, and in English', function()
  local article, its_client = t.open('corpus/fnf-interview-spohr.md')
  assert(#t.tokens(article, its_client) > 20)
  local briefing = t.open('Entwürfe/troops-for-russia.md')
  local row, col = t.find('Vladimir Putin and Kim')
  local token = t.eventually('Vladimir Putin', function()
    return t.token(briefing, row, col)
  end)
  t.equal({ token.text, token.type }, { 'Vladimir Putin', 'person' })
  token = t.token(briefing, t.find('Washington confirmed'))
  t.equal(token, { text = 'Washington', type = 'state', modifiers = { 'metonym' } })
end)
