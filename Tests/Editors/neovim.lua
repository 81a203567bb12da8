-- A writer's minutes in Neovim: what is found behind an emoji, an edit, a hover, a completion, a quick fix applied.
--
--     IBID=… nvim --headless --clean -c 'luafile Tests/Editors/neovim.lua'
local here = vim.env.HERE
local path = vim.env.SCRATCH .. '/article.md'
vim.fn.writefile(vim.fn.readfile(here .. '/article.md'), path)

local function fail(message)
  io.stderr:write('Neovim: ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local function expect(condition, message)
  if not condition then fail(message) end
end

local function wait(condition, message)
  if not vim.wait(20000, condition, 20) then fail(message) end
end

vim.cmd('edit ' .. path)
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'ibid',
  cmd = { vim.env.IBID, 'lsp', '--from', here .. '/records.json' },
  root_dir = vim.env.SCRATCH,
})
expect(client, 'the server did not start')
vim.lsp.buf_attach_client(buffer, client)

local function found(code)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.user_data.lsp.code == code or one.code == code then return one end
  end
end

local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  for key, value in pairs(more or {}) do params[key] = value end
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000) or {}
  local answer = answers[client] or {}
  expect(not answer.err, method .. ': ' .. vim.inspect(answer.err))
  return answer.result
end

-- Neovim gives columns in bytes: what stands at the finding's is the marker, though an emoji stands before it.
wait(function() return found('marker-without-note') ~= nil end, 'no diagnostics came')
local lost = found('marker-without-note')
local line = vim.api.nvim_buf_get_lines(buffer, lost.lnum, lost.lnum + 1, false)[1]
expect(line:sub(lost.col + 1, lost.end_col) == '[^7]', 'the finding stands at “' .. line:sub(lost.col + 1, lost.end_col) .. '”')

-- An edit behind another emoji takes the finding away.
vim.api.nvim_buf_set_text(buffer, lost.lnum, lost.col, lost.lnum, lost.end_col, { ' 😀' })
wait(function() return found('marker-without-note') == nil end, 'the finding stays when its marker is gone')
expect(found('record-mismatch'), 'the other finding is gone, too')

-- A hover over the marker.
vim.api.nvim_win_set_cursor(0, { 3, line:find('%[%^1%]') + 1 })
local hover = ask('textDocument/hover')
expect(hover and hover.contents.value:find('Engel GL. The need', 1, true), 'the hover says ' .. vim.inspect(hover))

-- A completion, chosen and put in.
vim.api.nvim_buf_set_lines(buffer, 5, 5, false, { '😀 See [@medical mod' })
-- Outside of insert mode the cursor cannot stand behind a line; the emoji counts for two.
local list = ask('textDocument/completion', { position = { line = 5, character = 20 } })
expect(list and #list.items == 1 and list.items[1].label == 'engel1977', 'the completion is ' .. vim.inspect(list))
vim.lsp.util.apply_text_edits({ list.items[1].textEdit }, buffer, 'utf-16')
expect(
  vim.api.nvim_buf_get_lines(buffer, 5, 6, false)[1] == '😀 See [@engel1977]',
  'the completion makes ' .. vim.api.nvim_buf_get_lines(buffer, 5, 6, false)[1])

-- A quick fix, applied.
local mismatch = found('record-mismatch')
local actions = ask('textDocument/codeAction', {
  range = mismatch.user_data.lsp.range or {
    start = { line = mismatch.lnum + 1, character = 10 }, ['end'] = { line = mismatch.lnum + 1, character = 10 },
  },
  context = { diagnostics = {} },
})
local fix
for _, action in ipairs(actions or {}) do
  if action.title:find('Correct the year', 1, true) then fix = action end
end
expect(fix, 'no fix among ' .. vim.inspect(actions))
vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
wait(function() return found('record-mismatch') == nil end, 'the finding stays when it is mended')
local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
expect(text:find('Science. 1977;196:129', 1, true), 'the text is ' .. text)

vim.lsp.stop_client(client)
wait(function() return vim.lsp.client_is_stopped(client) end, 'the server does not stop')
print('Neovim: diagnostics, an edit, a hover, a completion and a quick fix are as they should be\n')
vim.cmd('qall!')
