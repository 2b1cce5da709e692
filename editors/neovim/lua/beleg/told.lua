---How claims and statements are put into words. What tells them apart is always a word and a sign, never a colour alone.
local t = require('beleg.texts').t

local M = {}

---How a claim stands, in the order of what needs attention first.
---@type {[1]: string, [2]: string, [3]: string}[] state, sign, group
M.STATES = {
  { 'mismatch', '✗', 'BelegMismatch' },
  { 'unsourced', '?', 'BelegUnsourced' },
  { 'sourced', '✓', 'BelegSourced' },
  { 'checked', '+', 'BelegChecked' },
  { 'ignored', '-', 'BelegIgnored' },
  { 'uncovered', '·', 'BelegUncovered' },
}

---@type table<string, {sign: string, group: string}>
local BY_STATE = {}
for _, entry in ipairs(M.STATES) do
  BY_STATE[entry[1]] = { sign = entry[2], group = entry[3] }
end

---@type table<string, string>
local RELATIONS = { agrees = '=', disagrees = '≠', superseded = '<', supersedes = '>' }

---@param state string
---@return string sign
---@return string group
function M.state(state)
  local known = BY_STATE[state]
  return known and known.sign or '·', known and known.group or 'BelegUncovered'
end

---@param relation string
---@return string sign
function M.relation(relation)
  return RELATIONS[relation] or '·'
end

---A date of an article, which is EDTF: `2024-10-28~` is about the 28th.
---@param date? string
---@return string
function M.date(date)
  if not date then
    return t('undated')
  end
  local plain, mark = date:match('^(.-)([~?%%]?)$')
  if mark == '~' then
    return t('about %s', plain)
  elseif mark == '?' then
    return t('perhaps %s', plain)
  elseif mark == '%' then
    return t('perhaps about %s', plain)
  end
  return plain
end

---Where a statement is: `about 2024-10-24, fnf-interview-spohr ¶ 3`.
---@param statement beleg.Statement
---@return string
function M.where(statement)
  return ('%s, %s ¶ %d'):format(M.date(statement.date), statement.article, statement.paragraph)
end

---How a statement stands to the claim: `= agrees, first made`.
---@param statement beleg.Statement
---@return string
function M.stands(statement)
  return ('%s %s%s'):format(
    M.relation(statement.relation),
    t(statement.relation),
    statement.first and t(', first made') or ''
  )
end

---Who says it, and how: `Frederic Spohr · possible · under a condition`.
---@param statement beleg.Statement
---@return string? nothing if there is nothing to say
function M.how(statement)
  local parts = {} ---@type string[]
  if statement.speaker then
    parts[#parts + 1] = statement.speaker
  end
  if statement.certainty and statement.certainty ~= 'certain' then
    parts[#parts + 1] = t(statement.certainty)
  end
  if statement.condition then
    parts[#parts + 1] = t('under a condition')
  end
  if statement.denied then
    parts[#parts + 1] = t('denied')
  end
  return #parts > 0 and table.concat(parts, ' · ') or nil
end

---So many of something, as `2 findings`, or as `in 2 articles`.
---@param count integer
---@param noun string
---@param before? 'in'
---@return string
function M.count(count, noun, before)
  return t(('%s%%d %s%s'):format(before and before .. ' ' or '', noun, count == 1 and '' or 's'), count)
end

---Text that fits into a number of columns.
---@param text string
---@param width integer
---@return string
function M.clip(text, width)
  if vim.fn.strdisplaywidth(text) <= width then
    return text
  elseif width < 1 then
    return ''
  end
  local out = vim.fn.strcharpart(text, 0, width)
  while vim.fn.strdisplaywidth(out) > width - 1 do
    out = vim.fn.strcharpart(out, 0, vim.fn.strchars(out) - 1)
  end
  return out .. '…'
end

---Text in as many columns, whatever it is.
---@param text string
---@param width integer
---@return string
function M.pad(text, width)
  local cut = M.clip(text, width)
  return cut .. (' '):rep(math.max(0, width - vim.fn.strdisplaywidth(cut)))
end

return M
