---Who appears in a text, and where else.
local ask = require('beleg.ask')
local place = require('beleg.place')
local told = require('beleg.told')
local trace = require('beleg.trace')
local t = require('beleg.texts').t

local M = {}

---@class beleg.Actor
---@field actor string
---@field name string
---@field kind string
---@field listed boolean
---@field mentions beleg.Range[]
---@field corpus {mentions: integer, articles: integer}
---@field firstStatement? {uri: string, range: beleg.Range, article: string, date?: string, paragraph: integer}
---@field declaration? {uri: string, range: beleg.Range}

---@param one beleg.Actor
---@return string
function M.describe(one)
  local articles = one.corpus.articles
  local elsewhere = articles == 0 and t('in no article')
    or ('%s %s'):format(told.count(one.corpus.mentions, 'mention'), told.count(articles, 'article', 'in'))
  local listed = one.listed and '' or t(', not in the registry')
  return t('%s (%s%s): %d here, %s', one.name, t(one.kind), listed, #one.mentions, elsewhere)
end

---@param one beleg.Actor
---@param bufnr integer
---@param win integer
---@param encoding string
local function visit(one, bufnr, win, encoding)
  local choices = {} ---@type {[1]: string, [2]: fun()}[]
  local function choice(text, uri, range)
    choices[#choices + 1] = {
      text,
      function()
        if vim.api.nvim_win_is_valid(win) then
          vim.api.nvim_set_current_win(win)
        end
        place.open(uri, range, encoding)
      end,
    }
  end
  local first = one.firstStatement
  if first then
    choice(t('first in the sources: %s', told.where(first)), first.uri, first.range)
  end
  for n, range in ipairs(one.mentions) do
    local item = place.item(ask.uri(bufnr), range, encoding)
    local line = vim.api.nvim_buf_get_lines(bufnr, item.lnum - 1, item.lnum, false)[1] or ''
    local around = vim.trim(line:sub(vim.str_byteindex(line, 'utf-32', math.max(0, vim.str_utfindex(line, 'utf-32', math.min(item.col - 1, #line), false) - 20), false) + 1))
    choice(t('here, %d of %d: … %s', n, #one.mentions, told.clip(around, 60)), ask.uri(bufnr), range)
  end
  if one.declaration then
    choice(t('entry in the registry'), one.declaration.uri, one.declaration.range)
  end
  vim.ui.select(choices, {
    prompt = one.name,
    kind = 'beleg-place',
    format_item = function(item)
      return item[1]
    end,
  }, function(item)
    if item then
      item[2]()
    end
  end)
end

---Asks for one of the actors of this document, and where to go.
function M.pick()
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  ask.ask({ bufnr = bufnr, command = 'actors', argument = { uri = ask.uri(bufnr) } }, function(answer, client)
    if #answer.actors == 0 then
      ask.say(t('nobody is named in this document'))
      return
    end
    vim.ui.select(answer.actors, {
      prompt = t('Who? (%s)', told.count(#answer.actors, 'actor')),
      kind = 'beleg-actor',
      format_item = M.describe,
    }, function(one)
      if one then
        visit(one, bufnr, win, client.offset_encoding)
      end
    end)
  end)
end

---Lists a name in the registry: the selected one, or that at the cursor.
---@param call vim.api.keyset.create_user_command.command_args
function M.new(call)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  local argument = { uri = ask.uri(bufnr), range = trace.range(call, bufnr, client) }
  ask.ask({ bufnr = bufnr, command = 'newActor', argument = argument }, function(answer)
    ask.say(t("%s is listed as '%s' (%s); correct what was guessed", answer.name, answer.id, t(answer.kind)))
  end)
end

return M
