---Where something stands: from the protocol's positions to those of Neovim, and there.
local M = {}

local FLASH = vim.api.nvim_create_namespace('beleg.flash')
local FLASH_MS = 1200

---A line of a file, from its buffer if there is one: it may have changed since it was written.
---@param path string
---@param row integer from 0
---@return string
local function line(path, row)
  local bufnr = vim.fn.bufnr('^' .. vim.fn.escape(path, '\\*?[]{}^$,') .. '$')
  if bufnr ~= -1 and vim.api.nvim_buf_is_loaded(bufnr) then
    return vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ''
  end
  local read, lines = pcall(vim.fn.readfile, path, '', row + 1)
  return read and lines[row + 1] or ''
end

---@param text string the line
---@param position lsp.Position
---@param encoding string
---@return integer col in bytes, from 0
function M.col(text, position, encoding)
  return vim.str_byteindex(text, encoding, position.character, false)
end

---An entry for the quickfix or location list. Files are not loaded for it.
---@param uri string
---@param range beleg.Range
---@param encoding string
---@return vim.quickfix.entry
function M.item(uri, range, encoding)
  local path = vim.uri_to_fname(uri)
  local from, to = range.start, range['end']
  return {
    filename = path,
    lnum = from.line + 1,
    col = M.col(line(path, from.line), from, encoding) + 1,
    end_lnum = to.line + 1,
    end_col = M.col(line(path, to.line), to, encoding) + 1,
  }
end

---Opens a place in the current window, so that CTRL-O and CTRL-T come back, and shows for a moment what is meant.
---@param uri string
---@param range beleg.Range
---@param encoding string
function M.open(uri, range, encoding)
  vim.lsp.util.show_document({ uri = uri, range = range }, encoding, { focus = true })
  local bufnr, from, to = vim.api.nvim_get_current_buf(), range.start, range['end']
  vim.cmd('normal! zv')
  if vim.fn.winheight(0) > 4 then
    vim.cmd('normal! zz')
  end
  local function byte(position)
    local text = vim.api.nvim_buf_get_lines(bufnr, position.line, position.line + 1, false)[1] or ''
    return { position.line, M.col(text, position, encoding) }
  end
  vim.hl.range(bufnr, FLASH, 'BelegJump', byte(from), byte(to), { timeout = FLASH_MS })
end

---A window for text: this one, or another that holds a file.
---@param preferred? integer
---@return integer? win
function M.window(preferred)
  local function fits(win)
    return vim.api.nvim_win_is_valid(win)
      and vim.api.nvim_win_get_config(win).relative == ''
      and vim.bo[vim.api.nvim_win_get_buf(win)].buftype == ''
      and not vim.wo[win].winfixbuf
  end
  if preferred and fits(preferred) then
    return preferred
  end
  return vim.iter(vim.api.nvim_tabpage_list_wins(0)):find(fits)
end

return M
