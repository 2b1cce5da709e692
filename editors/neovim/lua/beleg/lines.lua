---The first source of each claim as a line below it, for those who ask for it.
local ask = require('beleg.ask')
local claims = require('beleg.claims')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

local LINES = vim.api.nvim_create_namespace('beleg.lines')
local WATCHER = 'lines'

---@type table<integer, true>
local shown = {}

---@param claim beleg.Claim
---@return string? text nothing where there is nothing to say
local function say(claim)
  if claim.state == 'uncovered' then
    return nil
  end
  local sign = told.state(claim.state)
  local parts = { ('%s %s: %s'):format(sign, t(claim.state), told.clip(claim.text, 40)) }
  local finding, first = claim.findings[1], claim.statements[1]
  if claim.state == 'mismatch' and finding then
    parts[#parts + 1] = finding.message
  elseif first then
    parts[#parts + 1] = told.where(first)
    parts[#parts + 1] = told.how(first)
  end
  return table.concat(parts, ' – ')
end

---@param bufnr integer
local function draw(bufnr)
  vim.api.nvim_buf_clear_namespace(bufnr, LINES, 0, -1)
  -- Neovim cuts these lines off at the window's edge without a sign.
  local width = vim.o.columns
  for _, win in ipairs(vim.fn.win_findbuf(bufnr)) do
    width = math.min(width, vim.api.nvim_win_get_width(win) - vim.fn.getwininfo(win)[1].textoff)
  end
  local rows = {} ---@type table<integer, any[]>
  for _, claim in ipairs(claims.get(bufnr) or {}) do
    local text = say(claim)
    if text then
      local _, _, row = claims.place(bufnr, claim)
      local _, group = told.state(claim.state)
      rows[row] = rows[row] or {}
      table.insert(rows[row], { { told.clip('  ' .. text, width), group } })
    end
  end
  for row, lines in pairs(rows) do
    vim.api.nvim_buf_set_extmark(bufnr, LINES, row, 0, { virt_lines = lines, strict = false })
  end
end

---@param bufnr integer
function M.show(bufnr)
  shown[bufnr] = true
  claims.watch(bufnr, WATCHER, function()
    draw(bufnr)
  end)
  vim.api.nvim_create_autocmd('WinResized', {
    group = vim.api.nvim_create_augroup('beleg.lines', {}),
    callback = function()
      for other in pairs(shown) do
        if vim.api.nvim_buf_is_loaded(other) then
          draw(other)
        end
      end
    end,
  })
end

---@param bufnr integer
function M.hide(bufnr)
  shown[bufnr] = nil
  claims.unwatch(bufnr, WATCHER)
  vim.api.nvim_buf_clear_namespace(bufnr, LINES, 0, -1)
end

---Shows or hides them in the current buffer.
function M.toggle()
  local bufnr = vim.api.nvim_get_current_buf()
  if shown[bufnr] then
    M.hide(bufnr)
  elseif ask.need(bufnr) then
    M.show(bufnr)
  end
end

---A buffer that is new to the server.
---@param bufnr integer
function M.attach(bufnr)
  if require('beleg.options').get().virtual_lines then
    M.show(bufnr)
  end
end

return M
