---Colours for actors and figures, for light and dark backgrounds.
---
---Kinds never differ by colour alone: actors by weight and slant, figures by a line below. Every group can be overridden
---with |:highlight| or |nvim_set_hl()|, in a colour scheme or after it; what the user set is left alone.
local M = {}

---@class beleg.Colour
---@field gui string
---@field cterm integer the nearest of 256

---@param gui string
---@param cterm integer
local function colour(gui, cterm)
  return { gui = gui, cterm = cterm }
end

---Each with a contrast of 4.5:1 or more on Neovim's own backgrounds.
---@type table<string, {dark: beleg.Colour, light: beleg.Colour}>
local COLOURS = {
  rose = { dark = colour('#ffb3ba', 217), light = colour('#8f1d3f', 89) },
  orange = { dark = colour('#f6b26b', 215), light = colour('#7a3e00', 94) },
  gold = { dark = colour('#e6d27a', 186), light = colour('#5f4b00', 58) },
  green = { dark = colour('#a3d9a5', 151), light = colour('#1f5c2b', 22) },
  teal = { dark = colour('#7fdbca', 115), light = colour('#005a55', 23) },
  blue = { dark = colour('#9cc4ff', 153), light = colour('#12478f', 25) },
  violet = { dark = colour('#d3b3ff', 183), light = colour('#5b2a91', 54) },
  grey = { dark = colour('#b8bcc4', 250), light = colour('#4a4f57', 239) },
}

---@class beleg.Style
---@field colour? string
---@field line? string the colour of the line below, if not that of the text
---@field attributes string[]

---What the server calls a kind, our group, and its look.
---@type {[1]: string, [2]: string, [3]: beleg.Style}[]
M.TYPES = {
  { 'person', 'BelegPerson', { colour = 'rose', attributes = { 'bold' } } },
  { 'organization', 'BelegOrganization', { colour = 'orange', attributes = { 'bold', 'italic' } } },
  { 'state', 'BelegState', { colour = 'violet', attributes = { 'italic' } } },
  { 'place', 'BelegPlace', { colour = 'green', attributes = { 'italic', 'underdotted' } } },
  { 'group', 'BelegGroup', { colour = 'gold', attributes = { 'bold', 'italic', 'underdotted' } } },
  { 'count', 'BelegCount', { colour = 'blue', attributes = { 'underline' } } },
  { 'money', 'BelegMoney', { colour = 'blue', attributes = { 'underline', 'bold' } } },
  { 'percent', 'BelegPercent', { colour = 'blue', attributes = { 'underline', 'italic' } } },
  { 'rate', 'BelegRate', { colour = 'teal', attributes = { 'underdashed', 'italic' } } },
  { 'rank', 'BelegRank', { colour = 'teal', attributes = { 'underdashed', 'bold' } } },
  { 'measure', 'BelegMeasure', { colour = 'teal', attributes = { 'underdashed' } } },
  { 'date', 'BelegDate', { colour = 'grey', attributes = { 'underdotted' } } },
  { 'duration', 'BelegDuration', { colour = 'grey', attributes = { 'underdotted', 'bold' } } },
}

---The same for what a mention or figure is beyond its kind. `adjective` and `part` look like the name they come from.
---@type {[1]: string, [2]: string, [3]: beleg.Style}[]
M.MODIFIERS = {
  { 'adjective', 'BelegAdjective', { attributes = {} } },
  { 'metonym', 'BelegMetonym', { line = 'violet', attributes = { 'underdashed' } } },
  { 'part', 'BelegPart', { attributes = {} } },
  { 'unlisted', 'BelegUnlisted', { line = 'grey', attributes = { 'underdouble' } } },
  { 'ambiguous', 'BelegAmbiguous', { line = 'gold', attributes = { 'undercurl' } } },
  { 'vague', 'BelegVague', { line = 'gold', attributes = { 'underdotted' } } },
}

---What the windows of `:Beleg` and the lines below a text are drawn with; each is a link, so that it fits the colour scheme.
---@type {[1]: string, [2]: string}[]
M.WINDOWS = {
  { 'BelegSourced', 'DiagnosticOk' },
  { 'BelegMismatch', 'DiagnosticError' },
  { 'BelegUnsourced', 'DiagnosticWarn' },
  { 'BelegChecked', 'DiagnosticInfo' },
  { 'BelegIgnored', 'Comment' },
  { 'BelegUncovered', 'Comment' },
  { 'BelegFirst', 'Title' },
  { 'BelegQuote', 'String' },
  { 'BelegDetail', 'Comment' },
  { 'BelegJump', 'IncSearch' },
}

---@param style beleg.Style
---@return vim.api.keyset.highlight
local function look(style)
  local background = vim.o.background == 'light' and 'light' or 'dark'
  local out = { default = true, force = true } ---@type vim.api.keyset.highlight
  local cterm = {} ---@type table<string, boolean>
  local text = style.colour and COLOURS[style.colour][background]
  if text then
    out.fg, out.ctermfg = text.gui, text.cterm
  end
  local line = style.line and COLOURS[style.line][background]
  if line then
    out.sp = line.gui
  end
  for _, attribute in ipairs(style.attributes) do
    out[attribute] = true
    cterm[attribute] = true
  end
  out.cterm = cterm
  return out
end

---What this module last gave each group, as Neovim tells it.
---@type table<string, vim.api.keyset.get_hl_info>
local given = {}

---@param name string
---@return vim.api.keyset.get_hl_info
local function current(name)
  local found = vim.api.nvim_get_hl(0, { name = name, create = false })
  -- Neovim forgets this when the background changes, so it cannot tell whose a definition is.
  found.default = nil
  return found
end

---Defines a group unless the user or a colour scheme has.
---@param name string
---@param definition vim.api.keyset.highlight
local function define(name, definition)
  local now = current(name)
  if vim.tbl_isempty(now) or vim.deep_equal(now, given[name]) then
    vim.api.nvim_set_hl(0, name, definition)
    given[name] = current(name)
  end
end

---Defines all groups for the current background.
function M.apply()
  if not require('beleg.options').get().highlights then
    return
  end
  for _, entry in ipairs(M.WINDOWS) do
    define(entry[1], { link = entry[2], default = true })
  end
  for prefix, list in pairs({ ['@lsp.type.'] = M.TYPES, ['@lsp.mod.'] = M.MODIFIERS }) do
    for _, entry in ipairs(list) do
      local kind, group, style = entry[1], entry[2], entry[3]
      define(group, look(style))
      -- Only where Beleg works: other servers have other things they call `state` or `group`.
      for _, filetype in ipairs(vim.lsp.config.beleg.filetypes) do
        define(prefix .. kind .. '.' .. filetype, { link = group, default = true, force = true })
      end
    end
  end
end

---Keeps the groups defined whatever colour scheme or background comes.
function M.enable()
  local group = vim.api.nvim_create_augroup('beleg.highlights', {})
  vim.api.nvim_create_autocmd('ColorScheme', { group = group, callback = M.apply })
  vim.api.nvim_create_autocmd('OptionSet', { group = group, pattern = 'background', callback = M.apply })
  M.apply()
end

return M
