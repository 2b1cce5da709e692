-- `make demo` without a terminal: the same Neovim does the same things, and what it shows is printed.
local FIGURE, ACTOR = '10.000 Soldaten', 'Frederic Spohr'
local PATIENCE = 60000

local use_colour = not vim.env.NO_COLOR and (vim.env.FORCE_COLOR or vim.env.CLICOLOR_FORCE) ~= nil

---@param text string
local function say(text)
  io.stdout:write(text, '\n')
  io.stdout:flush()
end

---@param text string
local function heading(text)
  say(('\n%s\n%s'):format(text, ('─'):rep(vim.fn.strdisplaywidth(text))))
end

---@generic T
---@param what string
---@param probe fun(): T?
---@return T
local function eventually(what, probe)
  local value
  if not vim.wait(PATIENCE, function()
    value = probe()
    return value ~= nil and value ~= false
  end, 20) then
    error(what, 0)
  end
  return value
end

---@param kind string the token's type
---@return string before
---@return string after
local function paint(kind)
  if not use_colour then
    return '', ('‹%s›'):format(kind)
  end
  local look = vim.api.nvim_get_hl(0, { name = ('@lsp.type.%s.markdown'):format(kind), link = false })
  local codes = {} ---@type string[]
  for attribute, code in pairs({ bold = '1', italic = '3', underline = '4', underdotted = '4:4', underdashed = '4:5' }) do
    if look[attribute] then
      codes[#codes + 1] = code
    end
  end
  local rgb = look.fg or 0xffffff
  codes[#codes + 1] = ('38;2;%d;%d;%d'):format(bit.rshift(rgb, 16), bit.band(bit.rshift(rgb, 8), 255), bit.band(rgb, 255))
  return ('\27[%sm'):format(table.concat(codes, ';')), '\27[0m'
end

---A line as it is coloured.
---@param row integer from 0
---@param line string
---@return string
local function render(row, line)
  local out, at = {}, 0
  while at < #line do
    local token = (vim.lsp.semantic_tokens.get_at_pos(0, row, at) or {})[1]
    local to = token and token.end_col or at + 1
    local text = line:sub(at + 1, to)
    if token then
      local before, after = paint(token.type)
      text = before .. text .. after
    end
    out[#out + 1] = text
    at = to
  end
  return table.concat(out)
end

---@param keys string
---@param text string
local function press(keys, text)
  vim.cmd('normal! gg')
  vim.fn.search(vim.fn.escape(text, '.'), 'c')
  vim.api.nvim_feedkeys(vim.keycode(keys), 'mx', false)
end

---@param text string
local function hover(text)
  heading(('K on “%s”'):format(text))
  press('K', text)
  local window = eventually('no answer to K on ' .. text, function()
    return vim.iter(vim.api.nvim_list_wins()):find(function(win)
      return vim.api.nvim_win_get_config(win).relative ~= ''
    end)
  end)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)) do
    say(line)
  end
  vim.api.nvim_win_close(window, true)
end

local function main()
  local client = eventually('the server does not start', function()
    local client = vim.lsp.get_clients({ name = 'beleg', bufnr = 0 })[1]
    return client and client.initialized and client
  end)
  eventually('the server does not load the articles', function()
    local status = require('beleg.server').status(client)
    return status and status.ready
  end)
  local row = vim.fn.search(vim.fn.escape(FIGURE, '.'), 'n') - 1
  eventually('the briefing is not coloured', function()
    local line = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
    return vim.lsp.semantic_tokens.get_at_pos(0, row, (line:find(FIGURE, 1, true)) - 1)[1]
  end)

  local path = vim.fn.expand('%:.')
  heading(path)
  for n, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    say(render(n - 1, line))
  end

  hover(ACTOR)
  hover(FIGURE)

  heading(('gd on “%s”'):format(FIGURE))
  local before = vim.api.nvim_get_current_buf()
  press('gd', FIGURE)
  eventually('no jump from ' .. FIGURE, function()
    return vim.api.nvim_get_current_buf() ~= before
  end)
  say(('%s:%d'):format(vim.fn.expand('%:.'), vim.api.nvim_win_get_cursor(0)[1]))
  say(vim.api.nvim_get_current_line())
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = vim.schedule_wrap(function()
    local fine, problem = pcall(main)
    if not fine then
      io.stderr:write('demo: ', problem, '\n')
    end
    vim.cmd(fine and 'qall!' or 'cquit! 1')
  end),
})
