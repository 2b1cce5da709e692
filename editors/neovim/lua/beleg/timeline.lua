---The series of a figure: what was said when and by whom, drawn over the values, as lines of text that can be read as a table.
local ask = require('beleg.ask')
local place = require('beleg.place')
local told = require('beleg.told')
local t = require('beleg.texts').t

local M = {}

local LOOK = vim.api.nvim_create_namespace('beleg.timeline')

---@class beleg.Point: beleg.Statement
---@field lo? number|string
---@field hi? number|string
---@field bound? string

---@class beleg.Timeline
---@field matter string
---@field unit? string
---@field draft? beleg.Point
---@field points beleg.Point[]

---How a point is marked; the draft's own is another again.
local MARKS = { agrees = '●', disagrees = '○', superseded = '◌', supersedes = '◆' }
local DRAFT = '■'
local LEGEND = '■ this text  ● agrees  ○ disagrees  ◌ superseded  ◆ supersedes'
local LEGEND_2 = '├─┤ from … to  ◀─ or less  ─▶ or more  ≈ about'

---A value as a number to be drawn: days, for a date.
---@param value? number|string
---@return number?
local function number(value)
  if type(value) == 'number' then
    return value
  end
  local year, month, day = tostring(value or ''):match('^(%-?%d+)%-?(%d*)%-?(%d*)')
  if not year then
    return nil
  end
  -- Months are not equally long; for a plot they are.
  return tonumber(year) * 372 + ((tonumber(month) or 1) - 1) * 31 + (tonumber(day) or 1)
end

---@class beleg.Scale
---@field least number
---@field most number
---@field log boolean

---@param all beleg.Point[]
---@return beleg.Scale?
local function scale(all)
  local least, most ---@type number?, number?
  for _, point in ipairs(all) do
    for _, value in ipairs({ number(point.lo) or number(point.hi), number(point.hi) or number(point.lo) }) do
      least, most = math.min(least or value, value), math.max(most or value, value)
    end
  end
  if not least or not most then
    return nil
  end
  return { least = least, most = most, log = least > 0 and most / least > 100 }
end

---The column of a value, from 0.
---@param self beleg.Scale
---@param value number
---@param width integer
---@return integer
local function column(self, value, width)
  local least, most, at = self.least, self.most, value
  if self.log then
    least, most, at = math.log(least), math.log(most), math.log(math.max(at, least))
  end
  if most == least then
    return math.floor(width / 2)
  end
  -- Open ends need a column of their own beyond the last value.
  return 2 + math.floor((at - least) / (most - least) * (width - 5) + 0.5)
end

---One row of the plot.
---@param self beleg.Scale
---@param point beleg.Point
---@param mark string
---@param width integer
---@return string
local function bar(self, point, mark, width)
  local cells = {} ---@type string[]
  for n = 1, width do
    cells[n] = ' '
  end
  local lo, hi = number(point.lo), number(point.hi)
  local bound = point.bound
  if bound == 'at-least' or bound == 'more-than' then
    lo, hi = lo or hi, nil
  elseif bound == 'at-most' or bound == 'less-than' then
    lo, hi = nil, hi or lo
  end
  local left, right = lo and column(self, lo, width), hi and column(self, hi, width)
  if left and right and left ~= right then
    for n = left, right do
      cells[n + 1] = '─'
    end
    cells[left + 1], cells[right + 1] = '├', '┤'
    cells[math.floor((left + right) / 2) + 1] = mark
  elseif left and not right then
    for n = left, width - 1 do
      cells[n + 1] = '─'
    end
    cells[width] = '▶'
    cells[left + 1] = mark
  elseif right and not left then
    for n = 0, right do
      cells[n + 1] = '─'
    end
    cells[1] = '◀'
    cells[right + 1] = mark
  elseif left then
    cells[left + 1] = mark
    if (bound == 'about' or bound == 'nearly') and left > 0 then
      cells[left] = '≈'
    end
    if bound == 'about' and left < width - 1 then
      cells[left + 2] = '≈'
    end
  end
  return table.concat(cells)
end

---A number as people read it.
---@param value number|string
---@return string
local function readable(value)
  if type(value) ~= 'number' then
    return tostring(value)
  end
  if value ~= math.floor(value) or math.abs(value) >= 1e15 then
    return (('%.6g'):format(value):gsub('%.', t('.')))
  end
  local digits = ('%.0f'):format(math.abs(value))
  digits = digits:reverse():gsub('(%d%d%d)', '%1,'):reverse():gsub('^,', ''):gsub(',', t(','))
  return (value < 0 and '-' or '') .. digits
end

---@class beleg.Row
---@field cells string[] when, plot, what, who, where
---@field point beleg.Point
---@field draft boolean

---The ends of the scale, as they were said.
---@param all beleg.Point[]
---@param wanted number
---@return string
local function label(all, wanted)
  for _, point in ipairs(all) do
    for _, value in ipairs({ point.lo or point.hi or '', point.hi or point.lo or '' }) do
      if number(value) == wanted then
        return readable(value)
      end
    end
  end
  return readable(wanted)
end

---The lines of a timeline in as many columns, and which point stands in which.
---@param timeline beleg.Timeline
---@param width integer
---@return string[] lines
---@return table<integer, beleg.Row> rows
function M.render(timeline, width)
  local rows = {} ---@type beleg.Row[]
  local all = {} ---@type beleg.Point[]
  local function add(point, draft)
    all[#all + 1] = point
    rows[#rows + 1] = {
      point = point,
      draft = draft,
      cells = {
        draft and t('this text') or told.date(point.date) .. (point.first and t(', first') or ''),
        '',
        (point.shown or point.text:gsub('%s+', ' ')),
        point.speaker or '',
        point.article and ('%s ¶ %d'):format(point.article, point.paragraph) or '',
      },
    }
  end
  if timeline.draft then
    add(timeline.draft, true)
  end
  for _, point in ipairs(timeline.points) do
    add(point, false)
  end

  local widths = {} ---@type table<integer, integer>
  for _, row in ipairs(rows) do
    for n, cell in ipairs(row.cells) do
      widths[n] = math.max(widths[n] or 0, vim.fn.strdisplaywidth(cell))
    end
  end
  widths[3], widths[4], widths[5] = math.min(widths[3], 34), math.min(widths[4], 28), math.min(widths[5], 36)
  local function room()
    local taken = 2
    for n, columns in pairs(widths) do
      taken = taken + (n ~= 2 and columns > 0 and columns + 2 or 0)
    end
    return width - taken
  end
  -- The row at the cursor is told in full below it, so that columns may be cut, and on a narrow screen left out.
  for _, narrow in ipairs({ { 3, 20 }, { 5, 16 }, { 4, 12 }, { 3, 10 }, { 5, 0 }, { 4, 0 } }) do
    local n, least = narrow[1], narrow[2]
    local wanted = least > 0 and 20 or 10
    if room() < wanted then
      widths[n] = least > 0 and math.min(widths[n], math.max(least, widths[n] - (wanted - room()))) or 0
    end
  end
  local plot = math.max(10, math.min(room(), 48))
  widths[2] = plot

  local self = scale(all)
  local lines = {} ---@type string[]
  local at = {} ---@type table<integer, beleg.Row>
  local function line(cells)
    local out = {} ---@type string[]
    for n, cell in ipairs(cells) do
      if widths[n] > 0 then
        out[#out + 1] = told.pad(cell, widths[n])
      end
    end
    return ' ' .. (table.concat(out, '  '):gsub('%s+$', ''))
  end
  local unit = timeline.unit and timeline.unit ~= '' and (' (%s)'):format(timeline.unit) or ''
  lines[1] = told.clip(' ' .. timeline.matter:gsub('%s+', ' ') .. unit, width)
  lines[2] = ''
  local axis = ''
  if self then
    local left, right = label(all, self.least), label(all, self.most)
    if left == right then
      axis = told.pad((' '):rep(math.max(0, math.floor((plot - #left) / 2))) .. left, plot)
    else
      local gap = plot - vim.fn.strdisplaywidth(left) - vim.fn.strdisplaywidth(right)
      axis = '  ' .. left .. (' '):rep(math.max(1, gap - 4)) .. right
    end
  end
  lines[3] = line({ t('when'), axis, t('what'), t('who'), t('where') })
  for _, row in ipairs(rows) do
    local mark = row.draft and DRAFT or MARKS[row.point.relation] or '●'
    row.cells[2] = self and bar(self, row.point, mark, plot) or ''
    -- Without a value there is nothing to draw, but how it stands is still said.
    if not row.cells[2]:find('%S') then
      row.cells[2] = mark .. ' ' .. (row.draft and '' or t(row.point.relation))
    end
    lines[#lines + 1] = line(row.cells)
    at[#lines] = row
  end
  lines[#lines + 1] = ''
  lines[#lines + 1] = told.clip(' ' .. t(LEGEND), width)
  lines[#lines + 1] = told.clip(' ' .. t(LEGEND_2), width)
  if self and self.log then
    lines[#lines + 1] = t(' The scale is logarithmic.')
  end
  return lines, at
end

---@param timeline beleg.Timeline
---@param encoding string
---@param from integer the window with the text
local function show(timeline, encoding, from)
  local width = math.max(30, math.min(vim.o.columns - 4, 130))
  local lines, at = M.render(timeline, width)
  local widest = 0
  for _, line in ipairs(lines) do
    widest = math.max(widest, vim.fn.strdisplaywidth(line) + 1)
  end
  local buf = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buf, 0, -1, false, lines)
  vim.bo[buf].modifiable = false
  vim.bo[buf].bufhidden = 'wipe'
  vim.bo[buf].filetype = 'beleg-timeline'
  -- Room for the sentence that is shown below the row at the cursor.
  local height = math.min(#lines + 4, vim.o.lines - 4)
  local border = vim.fn.exists('&winborder') == 1 and vim.o.winborder ~= '' and vim.o.winborder or 'rounded'
  local win = vim.api.nvim_open_win(buf, true, {
    relative = 'editor',
    width = math.min(widest, width),
    height = height,
    row = math.max(0, math.floor((vim.o.lines - height) / 2) - 1),
    col = math.max(0, math.floor((vim.o.columns - math.min(widest, width)) / 2) - 1),
    border = border,
    title = t(' Timeline '),
    footer = t(' <CR> open the paragraph  q close '),
    style = 'minimal',
  })
  vim.wo[win].cursorline = true
  vim.wo[win].wrap = false
  vim.api.nvim_buf_set_extmark(buf, LOOK, 0, 0, { end_col = #lines[1], hl_group = 'Title' })
  vim.api.nvim_buf_set_extmark(buf, LOOK, 2, 0, { end_col = #lines[3], hl_group = 'BelegDetail' })
  local first ---@type integer?
  for row, one in vim.spairs(at) do
    first = first or row
    local groups = { agrees = 'BelegSourced', disagrees = 'BelegMismatch', superseded = 'BelegIgnored' }
    local mark = one.draft and DRAFT or MARKS[one.point.relation] or '●'
    local from_col, to_col = lines[row]:find(mark, 1, true)
    if from_col then
      vim.api.nvim_buf_set_extmark(buf, LOOK, row - 1, from_col - 1, {
        end_col = to_col,
        hl_group = one.draft and 'Title' or groups[one.point.relation] or 'BelegFirst',
      })
    end
  end
  local last = 0
  for row in pairs(at) do
    last = math.max(last, row)
  end
  for row = last, #lines - 1 do
    vim.api.nvim_buf_set_extmark(buf, LOOK, row, 0, { end_col = #lines[row + 1], hl_group = 'BelegDetail' })
  end

  local below ---@type integer?
  local function explain()
    local row = vim.api.nvim_win_get_cursor(win)[1]
    if below then
      vim.api.nvim_buf_del_extmark(buf, LOOK, below)
      below = nil
    end
    local one = at[row]
    if one and not one.draft then
      local how = told.stands(one.point) .. (told.how(one.point) and (' · ' .. told.how(one.point)) or '')
      local inner = vim.api.nvim_win_get_width(win) - 4
      local title = one.point.title or one.point.article
      below = vim.api.nvim_buf_set_extmark(buf, LOOK, row - 1, 0, {
        virt_lines = {
          { { '   ' .. told.clip(how, inner), 'BelegDetail' } },
          { { '   ' .. told.clip(t('%s, paragraph %d', title, one.point.paragraph), inner), 'BelegDetail' } },
          { { '   ' .. told.clip(one.point.text:gsub('%s+', ' '), inner), 'BelegQuote' } },
        },
      })
    end
  end
  vim.api.nvim_create_autocmd('CursorMoved', { buffer = buf, callback = explain })

  local function close()
    if vim.api.nvim_win_is_valid(win) then
      vim.api.nvim_win_close(win, true)
    end
  end
  vim.api.nvim_create_autocmd('WinLeave', { buffer = buf, once = true, callback = vim.schedule_wrap(close) })
  local function map(key, what, run)
    vim.keymap.set('n', key, run, { buffer = buf, nowait = true, desc = 'Beleg: ' .. t(what) })
  end
  map('q', 'close', close)
  map('<Esc>', 'close', close)
  local function jump()
    local one = at[vim.api.nvim_win_get_cursor(win)[1]]
    if not one then
      return
    end
    close()
    if vim.api.nvim_win_is_valid(from) then
      vim.api.nvim_set_current_win(from)
    end
    place.open(one.point.uri, one.point.range, encoding)
  end
  map('<CR>', 'open the paragraph', jump)
  map('<2-LeftMouse>', 'open the paragraph', jump)
  -- On what was said first, or on what there is.
  for row, one in vim.spairs(at) do
    if one.point.first then
      first = row
      break
    end
  end
  vim.api.nvim_win_set_cursor(win, { first or 1, 0 })
  explain()
end

---Shows the timeline of the figure at the cursor.
---@param argument? {uri: string, position: lsp.Position} of a figure elsewhere
function M.open(argument)
  local bufnr, win = vim.api.nvim_get_current_buf(), vim.api.nvim_get_current_win()
  local client = ask.need(bufnr)
  if not client then
    return
  end
  argument = argument or { uri = ask.uri(bufnr), position = ask.position(win, client) }
  ask.ask({ bufnr = bufnr, command = 'timeline', argument = argument }, function(answer)
    if not answer then
      ask.say(t('there is no figure here, or no source speaks of it'))
    else
      show(answer, client.offset_encoding, win)
    end
  end)
end

return M
