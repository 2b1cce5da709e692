---The sources of a text, claim by claim: in a window beside it that follows the cursor, or in the location list.
local ask = require('beleg.ask')
local claims = require('beleg.claims')
local place = require('beleg.place')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

local LOOK = vim.api.nvim_create_namespace('beleg.sources')
local GROUP = 'beleg.sources'
local WATCHER = 'window'

---What a line of the window is about.
---@class beleg.Line
---@field claim? beleg.Claim
---@field statement? beleg.Statement

---@class beleg.Panel
---@field buf integer
---@field win integer
---@field text integer the buffer whose sources these are
---@field from integer the window it is in
---@field open table<string, boolean> what the user has unfolded or folded
---@field at? string the claim at the cursor
---@field only? string the state that is shown, if not all are
---@field lines beleg.Line[]

---@type beleg.Panel?
local panel

---@return beleg.Panel?
local function living()
  if panel and vim.api.nvim_win_is_valid(panel.win) and vim.api.nvim_win_get_buf(panel.win) == panel.buf then
    return panel
  end
end

---@type table<string, string>
local SEVERITIES = {
  error = 'DiagnosticError',
  warning = 'DiagnosticWarn',
  information = 'DiagnosticInfo',
  hint = 'DiagnosticHint',
}

---@class beleg.Page
---@field text string[]
---@field lines beleg.Line[]
---@field marks {row: integer, from: integer, to: integer, group: string}[]

---@param page beleg.Page
---@param line beleg.Line
---@param ... {[1]: string, [2]: string?} text and its highlight group
local function add(page, line, ...)
  local out, at = {}, 0
  for _, piece in ipairs({ ... }) do
    local text, group = piece[1]:gsub('%s*\n%s*', ' '), piece[2]
    if group and text ~= '' then
      page.marks[#page.marks + 1] = { row = #page.text, from = at, to = at + #text, group = group }
    end
    at = at + #text
    out[#out + 1] = text
  end
  page.text[#page.text + 1] = table.concat(out)
  page.lines[#page.text] = line
end

---@param page beleg.Page
---@param claim beleg.Claim
---@param unfolded boolean
---@param width integer
local function add_claim(page, claim, unfolded, width)
  local sign, group = told.state(claim.state)
  local line = { claim = claim }
  local more = #claim.statements + #claim.findings > 0
  add(
    page,
    line,
    { more and (unfolded and '▾ ' or '▸ ') or '  ', 'BelegDetail' },
    { sign .. ' ' .. told.pad(t(claim.state), 10), group },
    -- Folded, a claim has one line: the list can be looked over.
    { ' ' .. (unfolded and claim.text or told.clip(claim.text, math.max(8, width - 15))) }
  )
  if not unfolded then
    return
  end
  for _, finding in ipairs(claim.findings) do
    add(page, line, { '    ' }, { ('%s: '):format(t(finding.severity)), SEVERITIES[finding.severity] }, { finding.message }, {
      (' [%s]'):format(finding.code),
      'BelegDetail',
    })
  end
  for _, statement in ipairs(claim.statements) do
    local here = { claim = claim, statement = statement }
    add(
      page,
      here,
      { '    ' },
      { told.stands(statement), statement.first and 'BelegFirst' or nil },
      { ': ' .. told.where(statement) }
    )
    local how = told.how(statement)
    if how then
      add(page, here, { '      ' .. how, 'BelegDetail' })
    end
    add(page, here, { '      ' .. statement.text, 'BelegQuote' })
  end
end

---@param all beleg.Claim[]
---@return string
local function summary(all)
  local count = {} ---@type table<string, integer>
  for _, claim in ipairs(all) do
    count[claim.state] = (count[claim.state] or 0) + 1
  end
  local parts = {} ---@type string[]
  for _, entry in ipairs(told.STATES) do
    if count[entry[1]] then
      parts[#parts + 1] = ('%d %s'):format(count[entry[1]], t(entry[1]))
    end
  end
  return #all == 0 and t('no claims') or table.concat(parts, ', ')
end

---@param self beleg.Panel
---@param claim beleg.Claim
---@return boolean
local function is_unfolded(self, claim)
  local chosen = self.open[claim.key]
  if chosen ~= nil then
    return chosen
  end
  return claim.key == self.at
end

---Puts the cursor of the window on a claim.
---@param self beleg.Panel
local function reveal(self)
  for row, line in ipairs(self.lines) do
    if line.claim and line.claim.key == self.at then
      vim.api.nvim_win_set_cursor(self.win, { row, 0 })
      -- As much as possible of what was said about it, too.
      local last = row
      while self.lines[last + 1] and self.lines[last + 1].claim == line.claim do
        last = last + 1
      end
      vim.api.nvim_win_call(self.win, function()
        if last > vim.fn.line('w$') then
          vim.cmd('normal! zt')
        end
      end)
      return
    end
  end
end

local function draw()
  local self = living()
  if not self then
    return
  end
  local all = claims.get(self.text)
  local width = vim.api.nvim_win_get_width(self.win)
  local page = { text = {}, lines = {}, marks = {} } ---@type beleg.Page
  local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(self.text), ':t')
  local about = all and summary(all)
    or ask.client(self.text) and t('asking …')
    or require('beleg.server').why_not(self.text)
  add(page, {}, { name, 'Title' })
  add(page, {}, { about, 'BelegDetail' })
  if self.only then
    add(page, {}, { t('only: %s (f changes that)', t(self.only)), 'BelegDetail' })
  end
  add(page, {}, { '' })
  for _, claim in ipairs(all or {}) do
    if not self.only or claim.state == self.only then
      add_claim(page, claim, is_unfolded(self, claim), width)
    end
  end

  local here = vim.api.nvim_win_get_cursor(self.win)
  local was = self.lines[here[1]]
  self.lines = page.lines
  vim.bo[self.buf].modifiable = true
  vim.api.nvim_buf_set_lines(self.buf, 0, -1, false, page.text)
  vim.bo[self.buf].modifiable = false
  vim.api.nvim_buf_clear_namespace(self.buf, LOOK, 0, -1)
  for _, mark in ipairs(page.marks) do
    vim.api.nvim_buf_set_extmark(self.buf, LOOK, mark.row, mark.from, {
      end_col = mark.to,
      hl_group = mark.group,
    })
  end
  if vim.api.nvim_get_current_win() ~= self.win then
    reveal(self)
  elseif was and was.claim then
    -- The user reads here: the cursor stays with what it was on.
    for row, line in ipairs(self.lines) do
      local same = line.claim and line.claim.key == was.claim.key
      local statement = was.statement and line.statement and line.statement.citation == was.statement.citation
      if same and (not was.statement or statement) then
        vim.api.nvim_win_set_cursor(self.win, { row, here[2] })
        break
      end
    end
  end
end

---Whether a file is one of the sources that are shown: going there is no reason to show its own.
---@param self beleg.Panel
---@param bufnr integer
---@return boolean
local function is_source(self, bufnr)
  local name = vim.fs.normalize(vim.api.nvim_buf_get_name(bufnr))
  return vim.iter(claims.get(self.text) or {}):any(function(claim)
    return vim.iter(claim.statements):any(function(statement)
      return vim.fs.normalize(vim.uri_to_fname(statement.uri)) == name
    end)
  end)
end

local follow ---@type fun()

---What to do when there is an answer.
local function answered()
  local self = living()
  if self and not self.at then
    follow()
  end
  draw()
end

function follow()
  local self = living()
  local win = vim.api.nvim_get_current_win()
  local bufnr = vim.api.nvim_get_current_buf()
  if not self or win == self.win or vim.api.nvim_win_get_config(win).relative ~= '' then
    return
  end
  if bufnr ~= self.text then
    if not ask.client(bufnr) or is_source(self, bufnr) then
      return
    end
    claims.unwatch(self.text, WATCHER)
    self.text, self.at, self.only, self.open = bufnr, nil, nil, {}
    claims.watch(bufnr, WATCHER, answered)
    draw()
  end
  self.from = win
  local cursor = vim.api.nvim_win_get_cursor(win)
  local claim = claims.at(bufnr, cursor[1] - 1, cursor[2])
  if claim and claim.key ~= self.at then
    self.at = claim.key
    draw()
  end
end

---Ends with its window.
local function finish()
  if panel then
    claims.unwatch(panel.text, WATCHER)
    pcall(vim.api.nvim_del_augroup_by_name, GROUP)
    panel = nil
  end
end

function M.close()
  local self = living()
  if self then
    local from = self.from
    local inside = vim.api.nvim_get_current_win() == self.win
    -- The last window cannot be closed.
    if not pcall(vim.api.nvim_win_close, self.win, true) then
      vim.cmd.enew()
    elseif inside and vim.api.nvim_win_is_valid(from) then
      vim.api.nvim_set_current_win(from)
    end
  end
  finish()
end

---What the cursor is on.
---@return beleg.Panel? self
---@return beleg.Line line
local function here()
  local self = living()
  if not self then
    return nil, {}
  end
  return self, self.lines[vim.api.nvim_win_get_cursor(self.win)[1]] or {}
end

---Goes to the window with the text.
---@param self beleg.Panel
---@return boolean
local function go_to_text(self)
  local win = place.window(self.from)
  if win then
    vim.api.nvim_set_current_win(win)
  else
    vim.cmd('leftabove vsplit')
    vim.api.nvim_win_set_buf(0, self.text)
  end
  self.from = vim.api.nvim_get_current_win()
  return true
end

---@param self beleg.Panel
---@param claim beleg.Claim
local function go_to_claim(self, claim)
  go_to_text(self)
  if vim.api.nvim_get_current_buf() ~= self.text then
    vim.cmd("normal! m'")
    vim.api.nvim_win_set_buf(0, self.text)
  end
  local row, col = claims.place(self.text, claim)
  vim.cmd("normal! m'")
  vim.api.nvim_win_set_cursor(0, { row + 1, col })
  vim.cmd('normal! zv')
end

---Does something as if the cursor were on the claim in the text.
---@param body fun(bufnr: integer)
local function on_claim(body)
  local self, line = here()
  if self and line.claim then
    local back = vim.api.nvim_get_current_win()
    go_to_claim(self, line.claim)
    body(self.text)
    if vim.api.nvim_win_is_valid(back) and vim.api.nvim_get_current_buf() == self.text then
      vim.api.nvim_set_current_win(back)
    end
  end
end

---@param to? boolean whether to unfold; without it, the other way round
local function fold(to)
  local self, line = here()
  if self and line.claim then
    local unfold = to
    if unfold == nil then
      unfold = not is_unfolded(self, line.claim)
    end
    self.open[line.claim.key] = unfold
    -- What is folded under the cursor takes it to the claim.
    self.lines[vim.api.nvim_win_get_cursor(self.win)[1]] = { claim = line.claim }
    draw()
  end
end

---@param to boolean
local function fold_all(to)
  local self = living()
  if self then
    for _, claim in ipairs(claims.get(self.text) or {}) do
      self.open[claim.key] = to
    end
    draw()
  end
end

---@type {[1]: string[], [2]: string, [3]: fun()}[] keys, what they do
M.KEYS = {
  {
    { '<CR>', '<2-LeftMouse>' },
    'open the paragraph; on a claim, go to it in the text',
    function()
      local self, line = here()
      if not self then
        return
      elseif line.statement then
        local _, encoding = claims.get(self.text)
        go_to_text(self)
        place.open(line.statement.uri, line.statement.range, encoding)
      elseif line.claim then
        go_to_claim(self, line.claim)
      end
    end,
  },
  {
    { 'p' },
    'show the paragraph, and stay here',
    function()
      local self, line = here()
      if self and line.statement then
        local _, encoding = claims.get(self.text)
        go_to_text(self)
        place.open(line.statement.uri, line.statement.range, encoding)
        vim.api.nvim_set_current_win(self.win)
      end
    end,
  },
  { { '<Tab>', 'za' }, 'unfold or fold the claim', fold },
  {
    { 'zo' },
    'unfold it',
    function()
      fold(true)
    end,
  },
  {
    { 'zc' },
    'fold it',
    function()
      fold(false)
    end,
  },
  {
    { 'zR' },
    'unfold all',
    function()
      fold_all(true)
    end,
  },
  {
    { 'zM' },
    'fold all',
    function()
      fold_all(false)
    end,
  },
  {
    { 'f' },
    'show only the claims of one state',
    function()
      local self = living()
      local choices = { 'all' }
      for _, entry in ipairs(told.STATES) do
        choices[#choices + 1] = entry[1]
      end
      vim.ui.select(choices, { prompt = t('Which claims?'), format_item = t }, function(choice)
        if self and choice then
          self.only = choice ~= 'all' and choice or nil
          draw()
        end
      end)
    end,
  },
  {
    { 'c' },
    'cite the first source of the claim in the text',
    function()
      on_claim(function()
        require('beleg.cite').first()
      end)
    end,
  },
  {
    { 'i' },
    'ignore a finding on the claim, with a reason',
    function()
      on_claim(function()
        require('beleg.decide').decide('ignored')
      end)
    end,
  },
  {
    { 't' },
    'timeline of the figure',
    function()
      on_claim(function()
        require('beleg.timeline').open()
      end)
    end,
  },
  {
    { 'R' },
    'ask anew',
    function()
      local self = living()
      if self then
        claims.refresh(self.text)
      end
    end,
  },
  {
    { 'g?' },
    'these keys',
    function()
      local lines = {} ---@type string[]
      for _, entry in ipairs(M.KEYS) do
        lines[#lines + 1] = ('%-8s %s'):format(entry[1][1], t(entry[2]))
      end
      vim.notify(table.concat(lines, '\n'))
    end,
  },
  { { 'q' }, 'close', M.close },
}

---@param bufnr integer
---@param mods? vim.api.keyset.parse_cmd.mods where the window goes, if not to the right
local function create(bufnr, mods)
  local from = vim.api.nvim_get_current_win()
  local buf = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(buf, 'beleg://sources')
  local width = math.min(require('beleg.options').get().sources_width, math.floor(vim.o.columns / 2))
  mods = mods or {}
  local vertical = mods.vertical or mods.split == nil or mods.split == ''
  local split = mods.split ~= nil and mods.split ~= '' and mods.split or 'botright'
  vim.cmd({
    cmd = 'split',
    range = vertical and { width } or nil,
    mods = { split = split, vertical = vertical, keepalt = true },
  })
  local win = vim.api.nvim_get_current_win()
  vim.api.nvim_win_set_buf(win, buf)
  for name, value in pairs({
    number = false,
    relativenumber = false,
    signcolumn = 'no',
    foldcolumn = '0',
    foldenable = false,
    list = false,
    spell = false,
    wrap = true,
    linebreak = true,
    breakindent = true,
    breakindentopt = 'shift:2',
    fillchars = 'eob: ',
    cursorline = true,
    winfixwidth = vertical,
    winfixbuf = true,
    statusline = t(' Sources  <CR> open  <Tab> unfold  g? keys  q close'),
  }) do
    vim.api.nvim_set_option_value(name, value, { win = win, scope = 'local' })
  end
  vim.bo[buf].bufhidden = 'wipe'
  vim.bo[buf].modifiable = false
  vim.bo[buf].filetype = 'beleg-sources'
  panel = { buf = buf, win = win, text = bufnr, from = from, open = {}, lines = {} }
  for _, entry in ipairs(M.KEYS) do
    for _, key in ipairs(entry[1]) do
      vim.keymap.set('n', key, entry[3], { buffer = buf, nowait = true, desc = 'Beleg: ' .. t(entry[2]) })
    end
  end
  vim.api.nvim_set_current_win(from)

  local group = vim.api.nvim_create_augroup(GROUP, {})
  vim.api.nvim_create_autocmd({ 'CursorMoved', 'CursorMovedI', 'BufEnter', 'WinEnter' }, {
    group = group,
    callback = follow,
  })
  vim.api.nvim_create_autocmd('LspAttach', { group = group, callback = vim.schedule_wrap(follow) })
  vim.api.nvim_create_autocmd('WinResized', { group = group, callback = draw })
  vim.api.nvim_create_autocmd('BufWipeout', { group = group, buffer = buf, callback = finish })
  draw()
  claims.watch(bufnr, WATCHER, answered)
  follow()
end

---Opens the window, or closes it if it is open.
---@param mods? vim.api.keyset.parse_cmd.mods
function M.toggle(mods)
  if living() then
    M.close()
    return
  end
  local bufnr = vim.api.nvim_get_current_buf()
  if ask.need(bufnr) then
    create(bufnr, mods)
  end
end

local TYPES = { mismatch = 'E', unsourced = 'W' }

---An entry of the location list for a statement.
---@param statement beleg.Statement
---@param encoding string
---@param indent string
---@return vim.quickfix.entry
function M.entry(statement, encoding, indent)
  local item = place.item(statement.uri, statement.range, encoding)
  local parts = { told.stands(statement), statement.citation, told.date(statement.date) }
  parts[#parts + 1] = told.how(statement)
  item.text = ('%s%s: %s'):format(indent, table.concat(parts, ' · '), statement.text)
  return item
end

---Lists the claims of this document, each with its statements, in the location list.
function M.list()
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  ask.ask({ bufnr = bufnr, command = 'sources', argument = { uri = ask.uri(bufnr) } }, function(answer, client)
    local items = {} ---@type vim.quickfix.entry[]
    for _, claim in ipairs(answer.claims) do
      local item = place.item(ask.uri(bufnr), claim.range, client.offset_encoding)
      local parts = { ('%s %s: %s'):format((told.state(claim.state)), t(claim.state), claim.text) }
      for _, finding in ipairs(claim.findings) do
        parts[#parts + 1] = ('%s [%s]'):format(finding.message, finding.code)
      end
      item.text, item.type = table.concat(parts, ' – '), TYPES[claim.state] or ''
      items[#items + 1] = item
      for _, statement in ipairs(claim.statements) do
        items[#items + 1] = M.entry(statement, client.offset_encoding, '  ')
      end
    end
    if #items == 0 then
      ask.say(t('there is no claim in this document'))
      return
    end
    M.show_list(win, t('Sources of %s', vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':t')), items)
  end)
end

---Opens the location list of a window with entries.
---@param win integer
---@param title string
---@param items vim.quickfix.entry[]
function M.show_list(win, title, items)
  if not vim.api.nvim_win_is_valid(win) then
    return
  end
  vim.fn.setloclist(win, {}, ' ', { title = title, items = items })
  vim.api.nvim_set_current_win(win)
  vim.cmd('botright lopen')
end

return M
