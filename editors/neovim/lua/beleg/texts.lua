---What this plugin says, in the user's language: English in its code, German here.
---
---What helps to report a fault stays English: |:checkhealth|, wrong options, and the server's own problems.
local M = {}

---@type table<string, string>
M.DE = {
  -- What there is to say about a claim.
  ['mismatch'] = 'Abweichung',
  ['unsourced'] = 'unbelegt',
  ['sourced'] = 'belegt',
  ['checked'] = 'geprüft',
  ['ignored'] = 'ignoriert',
  ['uncovered'] = 'unbekannt',
  ['agrees'] = 'sagt das',
  ['disagrees'] = 'sagt anderes',
  ['superseded'] = 'überholt',
  ['supersedes'] = 'löst es ab',
  ['probable'] = 'wahrscheinlich',
  ['possible'] = 'möglich',
  ['unknown'] = 'ungewiss',
  ['error'] = 'Fehler',
  ['warning'] = 'Warnung',
  ['information'] = 'Hinweis',
  ['hint'] = 'Tipp',
  ['person'] = 'Person',
  ['organisation'] = 'Organisation',
  ['state'] = 'Staat',
  ['place'] = 'Ort',
  ['group'] = 'Gruppe',
  [', first made'] = ', zuerst gesagt',
  [', first'] = ', zuerst',
  ['undated'] = 'ohne Datum',
  ['about %s'] = 'etwa %s',
  ['perhaps %s'] = 'vielleicht %s',
  ['perhaps about %s'] = 'vielleicht etwa %s',
  ['under a condition'] = 'unter einer Bedingung',
  ['denied'] = 'verneint',
  -- Counts: one, more, and more after "in".
  ['%d finding'] = '%d Befund',
  ['%d findings'] = '%d Befunde',
  ['%d statement'] = '%d Beleg',
  ['%d statements'] = '%d Belege',
  ['%d mention'] = '%d Nennung',
  ['%d mentions'] = '%d Nennungen',
  ['%d actor'] = '%d Akteur',
  ['%d actors'] = '%d Akteure',
  ['%d article'] = '%d Artikel',
  ['%d articles'] = '%d Artikel',
  ['%d paragraph'] = '%d Absatz',
  ['%d paragraphs'] = '%d Absätze',
  ['in %d article'] = 'in %d Artikel',
  ['in %d articles'] = 'in %d Artikeln',
  ['in %d document'] = 'in %d Text',
  ['in %d documents'] = 'in %d Texten',
  -- Sources.
  ['no claims'] = 'keine Aussagen',
  ['asking …'] = 'wird gefragt …',
  ['only: %s (f changes that)'] = 'nur: %s (f ändert das)',
  [' Sources  <CR> open  <Tab> unfold  g? keys  q close'] = ' Quellen  <CR> öffnen  <Tab> falten  g? Tasten  q zu',
  ['open the paragraph; on a claim, go to it in the text'] = 'den Absatz öffnen; auf einer Aussage: zu ihr im Text',
  ['show the paragraph, and stay here'] = 'den Absatz zeigen und hier bleiben',
  ['unfold or fold the claim'] = 'die Aussage auf- oder zuklappen',
  ['unfold it'] = 'sie aufklappen',
  ['fold it'] = 'sie zuklappen',
  ['unfold all'] = 'alle aufklappen',
  ['fold all'] = 'alle zuklappen',
  ['show only the claims of one state'] = 'nur die Aussagen eines Stands zeigen',
  ['cite the first source of the claim in the text'] = 'die früheste Quelle der Aussage im Text zitieren',
  ['ignore a finding on the claim, with a reason'] = 'einen Befund zur Aussage ignorieren, mit Begründung',
  ['timeline of the figure'] = 'Zeitleiste der Zahl',
  ['ask anew'] = 'neu fragen',
  ['these keys'] = 'diese Tasten',
  ['close'] = 'schließen',
  ['all'] = 'alle',
  ['Which claims?'] = 'Welche Aussagen?',
  ['there is no claim in this document'] = 'dieser Text enthält keine Aussage',
  ['Sources of %s'] = 'Quellen zu %s',
  -- Tracing and citing.
  ['no source speaks of this'] = 'keine Quelle spricht davon',
  ['no source says this'] = 'keine Quelle sagt das',
  ['no source makes this claim'] = 'keine Quelle macht diese Aussage',
  ['cited %s'] = 'zitiert: %s',
  ['already cited: %s'] = 'schon zitiert: %s',
  ['Which source?'] = 'Welche Quelle?',
  ['the text has changed meanwhile; nothing was inserted'] = 'der Text hat sich inzwischen geändert; nichts wurde eingefügt',
  -- The timeline. First the marks of thousands and of decimals.
  [','] = '.',
  ['.'] = ',',
  ['there is no figure here, or no source speaks of it'] = 'hier steht keine Zahl, oder keine Quelle spricht davon',
  ['■ this text  ● agrees  ○ disagrees  ◌ superseded  ◆ supersedes'] = '■ dieser Text  ● sagt das  ○ sagt anderes  ◌ überholt  ◆ löst es ab',
  ['├─┤ from … to  ◀─ or less  ─▶ or more  ≈ about'] = '├─┤ von … bis  ◀─ oder weniger  ─▶ oder mehr  ≈ etwa',
  ['this text'] = 'dieser Text',
  ['when'] = 'wann',
  ['what'] = 'was',
  ['who'] = 'wer',
  ['where'] = 'wo',
  [' The scale is logarithmic.'] = ' Die Skala ist logarithmisch.',
  [' Timeline '] = ' Zeitleiste ',
  [' <CR> open the paragraph  q close '] = ' <CR> Absatz öffnen  q schließen ',
  ['open the paragraph'] = 'den Absatz öffnen',
  ['%s, paragraph %d'] = '%s, Absatz %d',
  -- Actors.
  ['in no article'] = 'in keinem Artikel',
  [', not in the registry'] = ', nicht im Verzeichnis',
  ['%s (%s%s): %d here, %s'] = '%s (%s%s): %d hier, %s',
  ['first in the sources: %s'] = 'zuerst in den Quellen: %s',
  ['here, %d of %d: … %s'] = 'hier, %d von %d: … %s',
  ['entry in the registry'] = 'Eintrag im Verzeichnis',
  ['nobody is named in this document'] = 'in diesem Text ist niemand genannt',
  ['Who? (%s)'] = 'Wer? (%s)',
  ["%s is listed as '%s' (%s); correct what was guessed"] = '%s ist als „%s“ eingetragen (%s); berichtigen Sie, was geraten ist',
  -- Deciding.
  ['%s noted as checked'] = '%s als geprüft vermerkt',
  ['%s ignored'] = '%s ignoriert',
  ['How was it checked? '] = 'Wie wurde es geprüft? ',
  ['Why is %s right? '] = 'Warum stimmt der Text trotz %s? ',
  ['nothing was ignored: that needs a reason'] = 'nichts wurde ignoriert: Das braucht eine Begründung',
  ['there is no finding here'] = 'hier ist kein Befund',
  ['Which finding?'] = 'Welcher Befund?',
  ['Which decision?'] = 'Welche Entscheidung?',
  ['%s is reported again'] = '%s wird wieder gemeldet',
  ['nothing was decided here'] = 'hier wurde nichts entschieden',
  -- The workspace.
  ['imported %s'] = 'importiert: %s',
  ['nothing was imported'] = 'nichts wurde importiert',
  ['there is nothing in the clipboard; name files: `:Beleg import page.html`'] = 'in der Zwischenablage ist nichts; nennen Sie Dateien: `:Beleg import seite.html`',
  ['Name of the article “%s”: '] = 'Name des Artikels „%s“: ',
  ['still loading'] = 'lädt noch',
  ['%s: %s, in %s'] = '%s: %s, in %s',
  ['%d problem; `:checkhealth beleg` lists them'] = '%d Problem; `:checkhealth beleg` nennt es',
  ['%d problems; `:checkhealth beleg` lists them'] = '%d Probleme; `:checkhealth beleg` nennt sie',
  ['no status: %s'] = 'kein Stand: %s',
  ["no command '%s' (one of: %s)"] = 'es gibt keinen Befehl „%s“ (nur: %s)',
  ["'%s' takes '%s' or nothing"] = 'auf „%s“ folgt „%s“ oder nichts',
  -- The server.
  ["this server does not know '%s': it is older than the plugin"] = 'dieser Server kennt „%s“ nicht: Er ist älter als das Plugin',
  ['the server is going'] = 'der Server wird gerade beendet',
  ["not for files of type '%s' (only: %s)"] = 'nicht für Dateien der Art „%s“ (nur: %s)',
  ['this buffer is no file yet'] = 'dieser Puffer ist noch keine Datei',
  ['no workspace here (none of %s in or above this folder)'] = 'hier ist kein Arbeitsbereich (nichts von %s in diesem Ordner oder darüber)',
  ['not running; try `:Beleg restart`, or `:Beleg log` for what it said'] = 'läuft nicht; versuchen Sie `:Beleg restart`, oder `:Beleg log` für das, was er sagte',
  ["'%s' from %s is no program"] = '„%s“ aus %s ist kein Programm',
  ['the repository'] = 'dem Repository',
  ['no program: put `beleg` on $PATH (`cargo install --path .` in its repository) or set g:beleg_cmd to its path'] = 'kein Programm: Legen Sie `beleg` in den $PATH (`cargo install --path .` in seinem Repository) oder setzen Sie g:beleg_cmd auf seinen Pfad',
  ['signal %d'] = 'Signal %d',
  ['exit code %d'] = 'Exit-Code %d',
  ["'%s' ended before it answered (%s): is it Beleg? `:Beleg log` shows what it said, `:Beleg restart` tries again"] = '„%s“ endete, bevor es antwortete (%s): Ist es Beleg? `:Beleg log` zeigt, was es sagte, `:Beleg restart` versucht es noch einmal',
  ['the server keeps ending (%s): `:Beleg log` shows what it said, `:Beleg restart` tries again'] = 'der Server endet immer wieder (%s): `:Beleg log` zeigt, was er sagte, `:Beleg restart` versucht es noch einmal',
  ['the server ended (%s) and is started again'] = 'der Server endete (%s) und wird wieder gestartet',
  ["'%s' runs but does not answer: is it Beleg? `:Beleg log` shows what it said, `:Beleg restart` tries again"] = '„%s“ läuft, antwortet aber nicht: Ist es Beleg? `:Beleg log` zeigt, was es sagte, `:Beleg restart` versucht es noch einmal',
  -- Keys.
  ['Where this was first said'] = 'Wo das zuerst stand',
  ["This actor's entry in the registry"] = 'Der Eintrag dieses Akteurs im Verzeichnis',
}

---Whether the user reads German.
---@return boolean
local function is_german()
  return (require('beleg.options').locale() or ''):lower():match('^de%f[%A]') ~= nil
end

---A text in the user's language, with what belongs into it.
---@param text string
---@param ... any
---@return string
function M.t(text, ...)
  local said = is_german() and M.DE[text] or text
  return select('#', ...) > 0 and said:format(...) or said
end

return M
