local t = require('support')

t.workspace()
local buf, client = t.open('Entwürfe/lage-nordkorea.md')
t.loaded(client)

local TYPED = 'Größere Mühe – so die „Zürcher Zählung“ – macht 🙂 Südkorea der Handel: 4,2 Millionen Euro flossen am 3. Mai 2024, '
  .. 'sagte Frederic Spohr, und 17 Prozent davon nach Russland, übrigens über Umwege, weiß man in Brüssel. '

t.test('after 200 typed characters the tokens are those of the text', function()
  local before = t.tokens(buf, client)
  assert(vim.fn.strchars(TYPED) >= 200, vim.fn.strchars(TYPED))
  t.on('Für das Regime')
  -- One key at a time with time for the editor to send it, at the beginning of a paragraph so that the rest moves.
  for n = 0, vim.fn.strchars(TYPED) - 1 do
    local char = vim.fn.strcharpart(TYPED, n, 1)
    t.press((n == 0 and 'i' or 'a') .. char:gsub('<', '<lt>') .. '<Esc>')
    vim.wait(2)
  end
  t.contains(table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n'), TYPED .. 'Für das Regime')

  local typed = t.tokens(buf, client)
  assert(#typed > #before, 'no new tokens')
  vim.cmd('silent write! Entwürfe/frisch.md')
  local fresh, its_client = t.open('Entwürfe/frisch.md')
  t.equal(typed, t.tokens(fresh, its_client))
  vim.cmd.buffer(buf)
end)

t.test('and Neovim shows them at the right places', function()
  for text, kind in pairs({
    ['Südkorea der Handel'] = 'state',
    ['4,2 Millionen Euro flossen'] = 'money',
    ['Frederic Spohr, und'] = 'person',
    ['17 Prozent davon'] = 'percent',
    ['10.000 Soldaten, könnte'] = 'count',
  }) do
    local row, col = t.find(text)
    t.eventually(("'%s' is %s"):format(text, kind), function()
      local token = t.token(buf, row, col)
      return token and token.type == kind
    end)
  end
end)

t.test('lines deleted, put back and undone leave nothing behind', function()
  local before = t.tokens(buf, client)
  t.press('ggdGu')
  t.press('3Gdd5Gp2uJu')
  t.equal(t.tokens(buf, client), before)
end)
