local t = require('support')
local highlights = require('beleg.highlights')

---@param name string
---@return vim.api.keyset.get_hl_info
local function look(name)
  return vim.api.nvim_get_hl(0, { name = name, link = false })
end

---Relative luminance as WCAG defines it.
---@param rgb integer
---@return number
local function luminance(rgb)
  local sum = 0
  for shift, weight in pairs({ [16] = 0.2126, [8] = 0.7152, [0] = 0.0722 }) do
    local part = bit.band(bit.rshift(rgb, shift), 0xff) / 255
    sum = sum + weight * (part <= 0.03928 and part / 12.92 or ((part + 0.055) / 1.055) ^ 2.4)
  end
  return sum
end

---@param a integer
---@param b integer
---@return number
local function contrast(a, b)
  local light, dark = luminance(a), luminance(b)
  if light < dark then
    light, dark = dark, light
  end
  return (light + 0.05) / (dark + 0.05)
end

t.test('every kind has a group for Markdown and text', function()
  for _, entry in ipairs(highlights.TYPES) do
    for _, filetype in ipairs({ 'markdown', 'text' }) do
      local found = vim.api.nvim_get_hl(0, { name = ('@lsp.type.%s.%s'):format(entry[1], filetype) })
      t.equal(found.link, entry[2])
    end
  end
end)

t.test('no two kinds differ by colour alone', function()
  local seen = {} ---@type table<string, string>
  for _, entry in ipairs(highlights.TYPES) do
    local style = vim.deepcopy(look(entry[2]))
    style.fg, style.sp, style.ctermfg, style.default = nil, nil, nil, nil
    local key = vim.inspect(style)
    t.equal(seen[key], nil, ('%s looks like'):format(entry[2]))
    seen[key] = entry[2]
    assert(next(style.cterm or {}), entry[2] .. ' has a style without true colour, too')
  end
end)

for _, background in ipairs({ 'dark', 'light' }) do
  t.test(('colours can be read on a %s background'):format(background), function()
    vim.o.background = background
    local behind = look('Normal').bg
    for _, entry in ipairs(highlights.TYPES) do
      local ratio = contrast(look(entry[2]).fg, behind)
      assert(ratio >= 4.5, ('%s has a contrast of %.2f'):format(entry[2], ratio))
    end
  end)
end

t.test('they are there again after a colour scheme', function()
  for _, scheme in ipairs({ 'habamax', 'morning', 'default' }) do
    vim.cmd.colorscheme(scheme)
    assert(look('BelegPerson').bold, scheme)
    t.equal(vim.api.nvim_get_hl(0, { name = '@lsp.type.person.markdown' }).link, 'BelegPerson')
  end
end)

t.test('what the user sets is kept', function()
  vim.api.nvim_set_hl(0, 'BelegDate', { fg = '#123456' })
  vim.api.nvim_set_hl(0, '@lsp.type.money.markdown', { link = 'Special' })
  highlights.apply()
  t.equal(look('BelegDate').fg, 0x123456)
  t.equal(vim.api.nvim_get_hl(0, { name = '@lsp.type.money.markdown' }).link, 'Special')
end)

t.test('with highlights = false there are none', function()
  vim.cmd('highlight clear')
  require('beleg').setup({ highlights = false })
  vim.cmd.colorscheme('habamax')
  t.equal(vim.api.nvim_get_hl(0, { name = 'BelegPerson' }), vim.empty_dict())
  require('beleg').setup({ highlights = true })
  assert(look('BelegPerson').bold)
end)
