" The shared scenario in Vim with ALE: scripts/test-vim.sh SERVER
"
" The configuration is the one of editors/README.md, read from there. Hover, definition, references and findings are tried; not
" quick fixes, which ALE puts into the wrong column behind letters like ä. Writes 'N passed, N failed' to $BELEG_TEST_SAID.
set nocompatible nomore noswapfile hidden encoding=utf-8
let s:root = expand('<sfile>:p:h:h:h:h')
let s:folder = $BELEG_TEST_FOLDER
let s:passed = 0
let s:failed = 0
" How long something may take before it counts as not happening; a busy machine is slow.
let s:patience = 60

function! s:Say(text) abort
  call writefile(split(a:text, "\n", 1), $BELEG_TEST_SAID, 'a')
endfunction

" Waits until Ask gives something true, and returns it.
function! s:Until(what, Ask) abort
  let l:began = reltime()
  while 1
    let l:got = a:Ask()
    if !empty(l:got)
      return l:got
    elseif reltimefloat(reltime(l:began)) > s:patience
      throw 'waited for ' . a:what
    endif
    " Answers are taken in meanwhile.
    sleep 20m
  endwhile
endfunction

function! s:Open(step) abort
  let l:file = s:folder . '/work/' . a:step.file
  if resolve(expand('%:p')) !=# resolve(l:file)
    execute 'edit' fnameescape(l:file)
  endif
  call cursor(1, 1)
endfunction

function! s:At(step) abort
  call s:Open(a:step)
  if !search('\V' . escape(a:step.at, '\'), 'c')
    throw 'no ' . a:step.at
  endif
  if has_key(a:step, 'part')
    call search('\V' . escape(a:step.part, '\'), 'c')
  endif
endfunction

" Whether parts stand in a text one after another.
function! s:Says(text, parts) abort
  let l:text = substitute(a:text, "[\u00a0\u202f]", ' ', 'g')
  let l:from = 0
  for l:part in a:parts
    let l:at = stridx(l:text, l:part, l:from)
    if l:at < 0
      throw "'" . l:part . "' is not in: " . l:text
    endif
    let l:from = l:at + len(l:part)
  endfor
endfunction

function! s:Preview() abort
  for l:win in range(1, winnr('$'))
    if getwinvar(l:win, '&previewwindow')
      return join(getbufline(winbufnr(l:win), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

function! s:Asked(step) abort
  call s:At(a:step)
  pclose
  ALEHover
  return s:Until('a hover', function('s:Preview'))
endfunction

let s:kinds = {}

function! s:kinds.hover(step) abort
  call s:Says(s:Asked(a:step), a:step.says)
  pclose
endfunction

function! s:kinds.definition(step) abort
  call s:At(a:step)
  ALEGoToDefinition
  call s:Until('another file', {-> expand('%:p') =~# '\V' . a:step.to.file . '\$'})
  call s:Says(getline('.'), [a:step.to.line])
endfunction

function! s:kinds.references(step) abort
  call s:At(a:step)
  call setqflist([])
  ALEFindReferences -quickfix
  let l:found = map(s:Until('references', {-> getqflist()}), 'bufname(v:val.bufnr)')
  cclose
  for l:file in a:step.files
    if match(l:found, '\V' . l:file . '\$') < 0
      throw l:file . ' is not in ' . string(l:found)
    endif
  endfor
endfunction

function! s:Findings() abort
  return ale#engine#GetLoclist(bufnr('%'))
endfunction

function! s:kinds.findings(step) abort
  call s:Open(a:step)
  if has_key(a:step, 'none')
    let l:bad = filter(copy(s:Findings()), 'v:val.type ==# "E" || v:val.type ==# "W"')
    if !empty(l:bad)
      throw 'findings: ' . string(map(l:bad, 'v:val.text'))
    endif
    return
  endif
  for l:finding in a:step.some
    call s:At({'file': a:step.file, 'at': l:finding.at})
    let [l:line, l:col] = [line('.'), col('.')]
    let l:to = l:col + len(l:finding.at)
    let l:Fits = {one -> get(one, 'code', '') ==# l:finding.code && one.lnum == l:line && one.col < l:to && l:col <= get(one, 'end_col', one.col)}
    let l:one = s:Until(l:finding.code . ' in ' . string(map(copy(s:Findings()), 'v:val.text')), {-> filter(copy(s:Findings()), {_, one -> l:Fits(one)})})[0]
    call s:Says(l:one.text, l:finding.says)
  endfor
endfunction

function! s:Run() abort
  " The words of the page are what is tested.
  let l:page = join(readfile(s:root . '/editors/README.md'), "\n")
  let l:config = matchstr(l:page, '## Vim\n\_.\{-}```vim\n\zs\_.\{-}\ze```')
  if empty(l:config)
    throw 'editors/README.md has no configuration for Vim'
  endif
  packadd! ale
  let l:file = s:folder . '/vimrc'
  call writefile(split(l:config, "\n"), l:file)
  execute 'source' fnameescape(l:file)
  let g:ale_hover_to_preview = 1
  let g:ale_echo_cursor = 0
  filetype plugin on
  runtime! plugin/**/*.vim
  packloadall

  let l:steps = json_decode(join(readfile(s:root . '/tests/editors/scenario.json'), "\n")).steps
  " The sources are loaded once a hover tells of them.
  let l:hover = filter(copy(l:steps), 'v:val.do ==# "hover" && !has_key(v:val, "locale")')[-1]
  call s:Open(l:hover)
  call s:Until('the server', {-> s:IsLoaded(l:hover)})
  for l:step in l:steps
    if has_key(l:step, 'locale') || !has_key(s:kinds, l:step.do)
      continue
    endif
    try
      call s:kinds[l:step.do](l:step)
      let s:passed += 1
      call s:Say('ok  ' . l:step.id)
    catch
      let s:failed += 1
      call s:Say('FAILED  ' . l:step.id . "\n    " . v:exception . ' (' . v:throwpoint . ')')
    endtry
  endfor
endfunction

function! s:IsLoaded(step) abort
  call s:At(a:step)
  pclose
  ALEHover
  sleep 200m
  let l:said = s:Preview()
  pclose
  return stridx(l:said, a:step.says[0]) >= 0 && stridx(l:said, a:step.says[1]) >= 0
endfunction

try
  call s:Run()
catch
  let s:failed += 1
  call s:Say('FAILED  ' . v:exception . ' (' . v:throwpoint . ')')
endtry
call s:Say(printf('Vim %d.%d, ALE: %d passed, %d failed', v:version / 100, v:version % 100, s:passed, s:failed))
execute s:failed == 0 && s:passed > 0 ? 'qall!' : 'cquit!'
