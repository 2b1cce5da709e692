-- Checks Lua files: that they compile, and that they use no globals but those named here.
-- Run as `nvim --headless -u NONE -l scripts/check-lua.lua FILE…`.
local ALLOWED = {}
for name in ('_G arg assert debug error getmetatable io ipairs loadfile next os pairs pcall print require select ' ..
  'setmetatable dofile string table tonumber tostring type unpack vim xpcall math jit bit rawequal loadstring'):gmatch('%S+') do
  ALLOWED[name] = true
end

local util = require('jit.util')

---The opcode of the only instruction that touches a global in `code`.
local function opcode(code, at)
  return bit.band((util.funcbc(assert(loadstring(code)), at)), 0xff)
end
local GSET, GGET = opcode('x = nil', 2), opcode('return x', 1)

local function check(fn, complain)
  local info = util.funcinfo(fn)
  for at = 1, info.bytecodes - 1 do
    local instruction = util.funcbc(fn, at)
    local op = bit.band(instruction, 0xff)
    if op == GSET or op == GGET then
      local name = util.funck(fn, -bit.rshift(instruction, 16) - 1)
      local line = util.funcinfo(fn, at).currentline
      if op == GSET then
        complain(line, ("sets the global '%s'"):format(name))
      elseif not ALLOWED[name] then
        complain(line, ("uses the unknown global '%s'"):format(name))
      end
    end
  end
  -- Constants that are functions: those defined inside.
  for n = 1, info.gcconsts do
    local inner = util.funck(fn, -n)
    if type(inner) == 'proto' then
      check(inner, complain)
    end
  end
end

local problems = 0
local function complain(text)
  problems = problems + 1
  io.stderr:write(text, '\n')
end
for _, file in ipairs(arg) do
  local chunk, problem = loadfile(file)
  if chunk then
    check(chunk, function(line, what)
      complain(('%s:%d: %s'):format(file, line, what))
    end)
  else
    complain(problem)
  end
end
io.stdout:write(('%d Lua files checked, %d problems\n'):format(#arg, problems))
os.exit(problems == 0 and 0 or 1)
