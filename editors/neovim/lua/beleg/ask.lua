---Asks the server what the protocol has no question for: `workspace/executeCommand`.
local server = require('beleg.server')
local t = require('beleg.texts').t

local M = {}

---@class beleg.Range
---@field start lsp.Position
---@field end lsp.Position

---@param text string
function M.warn(text)
  vim.notify('beleg: ' .. text, vim.log.levels.WARN)
end

---@param text string
function M.say(text)
  vim.notify('beleg: ' .. text)
end

---The server of a buffer.
---@param bufnr integer
---@return vim.lsp.Client?
function M.client(bufnr)
  return server.clients(bufnr)[1]
end

---The server of a buffer; without one the user is told why.
---@param bufnr integer
---@return vim.lsp.Client?
function M.need(bufnr)
  local client = M.client(bufnr)
  if not client then
    M.warn(server.why_not(bufnr))
  end
  return client
end

---@class beleg.Question
---@field bufnr integer
---@field command string without `beleg.`
---@field argument? table
---@field quiet? boolean whether nobody asked, so that nobody wants to hear why there is no answer

---Asks, and calls `done` with the answer. What is wrong is said to the user.
---@param question beleg.Question
---@param done fun(answer: any, client: vim.lsp.Client)
---@return (fun())? cancel
function M.ask(question, done)
  local bufnr, name = question.bufnr, 'beleg.' .. question.command
  local function complain(text)
    if not question.quiet then
      M.warn(text)
    end
  end
  local client = question.quiet and M.client(bufnr) or M.need(bufnr)
  if not client then
    return nil
  end
  local provider = client.server_capabilities.executeCommandProvider or {}
  if not vim.list_contains(provider.commands or {}, name) then
    complain(t("this server does not know '%s': it is older than the plugin", name))
    return nil
  end
  local params = { command = name, arguments = { question.argument or vim.empty_dict() } }
  local sent, id = client:request('workspace/executeCommand', params, function(problem, answer)
    if problem then
      -- -32800: cancelled; -32801: the text has changed meanwhile. Both are ours, not the user's.
      if problem.code ~= -32800 and problem.code ~= -32801 then
        complain(problem.message)
      end
      return
    end
    done(answer, client)
  end, bufnr)
  if not sent then
    complain(t('the server is going'))
    return nil
  end
  return function()
    if id then
      client:cancel_request(id)
    end
  end
end

---Where the cursor of a window is, as the protocol counts.
---@param win integer
---@param client vim.lsp.Client
---@return lsp.Position
function M.position(win, client)
  return vim.lsp.util.make_position_params(win, client.offset_encoding).position
end

---@param bufnr integer
---@return string
function M.uri(bufnr)
  return vim.uri_from_bufnr(bufnr)
end

return M
