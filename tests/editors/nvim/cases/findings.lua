local t = require('support')

t.workspace()
local buf, client = t.open('Entwürfe/entwurf-mit-fehlern.md')
t.loaded(client)

---The finding of a check on a text, once it is there.
---@param code string
---@param text string
---@return vim.Diagnostic
local function finding(code, text)
  local row = t.find(text)
  return t.eventually(('%s on %s'):format(code, text), function()
    return vim.iter(vim.diagnostic.get(buf)):find(function(one)
      return one.code == code and one.lnum == row - 1
    end)
  end)
end

t.test('findings stand at the words they are about', function()
  local found = finding('scale-mismatch', '5,5 Millionen US-Dollar')
  local line = vim.api.nvim_buf_get_lines(buf, found.lnum, found.lnum + 1, true)[1]
  t.contains(line:sub(found.col + 1, found.end_col), '5,5 Millionen')
  finding('citation-unknown', '[@nis-lagebericht, p. 1]')
end)

t.test('a finding goes when its cause does, and comes back with it', function()
  finding('citation-unknown', '[@nis-lagebericht, p. 1]')
  vim.cmd('silent %substitute/nis-lagebericht, p. 1/swp-aktuell-truppenentsendung, p. 2/e')
  t.eventually('no unknown citation', function()
    return vim.iter(vim.diagnostic.get(buf)):all(function(one)
      return one.code ~= 'citation-unknown'
    end)
  end)
  vim.cmd('silent edit!')
  finding('citation-unknown', '[@nis-lagebericht, p. 1]')
end)

t.test('a quick fix puts right what is wrong', function()
  finding('scale-mismatch', '5,5 Millionen US-Dollar')
  t.on('5,5 Millionen US-Dollar')
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == 'quickfix' and action.title:find('Milliarden', 1, true) ~= nil
    end,
  })
  t.eventually('the right amount', function()
    return pcall(t.find, 'auf bis zu 5,5 Milliarden US-Dollar')
  end)
  vim.cmd('silent edit!')
end)

t.test('a sound briefing has no warnings', function()
  local sound = t.open('Entwürfe/lage-nordkorea.md')
  vim.wait(1500)
  t.equal(vim.diagnostic.get(sound, { severity = { min = vim.diagnostic.severity.WARN } }), {})
end)
