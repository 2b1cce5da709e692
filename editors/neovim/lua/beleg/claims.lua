---The claims of a buffer and how they stand, kept up to date for whoever shows them.
---
---Nothing is asked unless somebody watches. Between two answers claims move with the text they are about.
local ask = require('beleg.ask')

local M = {}

---Milliseconds of quiet after which the server is asked again.
M.QUIET = 300

local MARKS = vim.api.nvim_create_namespace('beleg.claims')

---@class beleg.Statement
---@field uri string
---@field range beleg.Range
---@field text string
---@field article string
---@field title? string
---@field date? string
---@field paragraph integer
---@field speaker? string
---@field certainty? string
---@field shown? string
---@field relation string
---@field condition? boolean
---@field denied? boolean
---@field first? boolean
---@field citation string

---@class beleg.Finding
---@field code string
---@field severity string
---@field message string

---@class beleg.Claim
---@field range beleg.Range
---@field text string
---@field paragraph integer
---@field state string
---@field findings beleg.Finding[]
---@field statements beleg.Statement[]
---@field mark? integer
---@field key? string what is the same claim after the next answer

---@class beleg.Watched
---@field claims? beleg.Claim[] nothing until the first answer
---@field encoding string
---@field watchers table<string, fun()>
---@field timer uv.uv_timer_t
---@field group integer
---@field cancel? fun()

---@type table<integer, beleg.Watched>
local watched = {}

---@param bufnr integer
---@param answer {claims: beleg.Claim[]}
---@param encoding string
local function take(bufnr, answer, encoding)
  local self = watched[bufnr]
  vim.api.nvim_buf_clear_namespace(bufnr, MARKS, 0, -1)
  local seen = {} ---@type table<string, integer>
  for _, claim in ipairs(answer.claims) do
    local function byte(position)
      local text = vim.api.nvim_buf_get_lines(bufnr, position.line, position.line + 1, false)[1] or ''
      return vim.str_byteindex(text, encoding, position.character, false)
    end
    local from, to = claim.range.start, claim.range['end']
    claim.mark = vim.api.nvim_buf_set_extmark(bufnr, MARKS, from.line, byte(from), {
      end_row = to.line,
      end_col = byte(to),
      strict = false,
    })
    seen[claim.text] = (seen[claim.text] or 0) + 1
    claim.key = ('%s\n%d'):format(claim.text, seen[claim.text])
  end
  self.claims, self.encoding = answer.claims, encoding
  for _, tell in pairs(self.watchers) do
    tell()
  end
end

---Asks now.
---@param bufnr integer
function M.refresh(bufnr)
  local self = watched[bufnr]
  if not self then
    return
  end
  if self.cancel then
    self.cancel()
  end
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  self.cancel = ask.ask(
    { bufnr = bufnr, command = 'sources', argument = { uri = ask.uri(bufnr) }, quiet = true },
    function(answer, client)
      if watched[bufnr] ~= self or not vim.api.nvim_buf_is_loaded(bufnr) then
        return
      end
      self.cancel = nil
      -- The text has changed: the places are no longer right, and another question is on its way.
      if answer and vim.api.nvim_buf_get_changedtick(bufnr) == tick then
        take(bufnr, answer, client.offset_encoding)
      end
    end
  )
end

---Asks in a moment, unless there is more to wait for by then.
---@param bufnr integer
local function soon(bufnr)
  local self = watched[bufnr]
  if self then
    self.timer:start(
      M.QUIET,
      0,
      vim.schedule_wrap(function()
        M.refresh(bufnr)
      end)
    )
  end
end

M.soon = soon

---Ends the watching of a buffer that is gone.
---@param bufnr integer
local function forget(bufnr)
  local self = watched[bufnr]
  if not self then
    return
  end
  watched[bufnr] = nil
  self.timer:stop()
  self.timer:close()
  vim.api.nvim_del_augroup_by_id(self.group)
  if vim.api.nvim_buf_is_loaded(bufnr) then
    vim.api.nvim_buf_clear_namespace(bufnr, MARKS, 0, -1)
  end
end

---Asks again whenever the text changes, whoever changes it and whatever buffer is the current one.
---@param bufnr integer
---@param self beleg.Watched
local function follow(bufnr, self)
  local function changed()
    if watched[bufnr] ~= self then
      return true
    end
    soon(bufnr)
  end
  vim.api.nvim_buf_attach(bufnr, false, {
    on_lines = changed,
    on_reload = changed,
    on_detach = vim.schedule_wrap(function()
      if watched[bufnr] ~= self then
        return
      elseif vim.api.nvim_buf_is_loaded(bufnr) then
        follow(bufnr, self)
        soon(bufnr)
      else
        forget(bufnr)
      end
    end),
  })
end

---Keeps the claims of a buffer up to date and calls `tell` whenever they have changed.
---@param bufnr integer
---@param who string
---@param tell fun()
function M.watch(bufnr, who, tell)
  local self = watched[bufnr]
  if not self then
    self = {
      watchers = {},
      encoding = 'utf-8',
      timer = assert(vim.uv.new_timer()),
      group = vim.api.nvim_create_augroup(('beleg.claims.%d'):format(bufnr), {}),
    }
    watched[bufnr] = self
    vim.api.nvim_create_autocmd({ 'DiagnosticChanged', 'LspAttach' }, {
      group = self.group,
      buffer = bufnr,
      callback = function()
        soon(bufnr)
      end,
    })
    follow(bufnr, self)
  end
  self.watchers[who] = tell
  if self.claims then
    tell()
  else
    M.refresh(bufnr)
  end
end

---@param bufnr integer
---@param who string
function M.unwatch(bufnr, who)
  local self = watched[bufnr]
  if self then
    self.watchers[who] = nil
    if not next(self.watchers) then
      forget(bufnr)
    end
  end
end

---The claims as last answered; nothing while there is no answer.
---@param bufnr integer
---@return beleg.Claim[]? claims
---@return string encoding
function M.get(bufnr)
  local self = watched[bufnr]
  return self and self.claims, self and self.encoding or 'utf-8'
end

---Where a claim stands now.
---@param bufnr integer
---@param claim beleg.Claim
---@return integer row from 0
---@return integer col
---@return integer end_row
---@return integer end_col
function M.place(bufnr, claim)
  local mark = claim.mark and vim.api.nvim_buf_get_extmark_by_id(bufnr, MARKS, claim.mark, { details = true }) or {}
  local row, col = mark[1] or claim.range.start.line, mark[2] or claim.range.start.character
  local details = mark[3] or {}
  return row, col, details.end_row or row, details.end_col or col
end

---The claim at a place: the narrowest around it, else the nearest in its line.
---@param bufnr integer
---@param row integer from 0
---@param col integer
---@return beleg.Claim?
function M.at(bufnr, row, col)
  local best, least ---@type beleg.Claim?, integer?
  for _, claim in ipairs(M.get(bufnr) or {}) do
    local from_row, from, to_row, to = M.place(bufnr, claim)
    if from_row <= row and row <= to_row then
      local left = from_row < row and 0 or from
      local right = to_row > row and 1e5 or to
      -- Inside counts by width, outside by distance, and any inside is nearer than any outside.
      local far = (left <= col and col < right) and (right - left) / 1e6 or 1e6 + (col < left and left - col or col - right)
      if not least or far < least then
        best, least = claim, far
      end
    end
  end
  return best
end

return M
