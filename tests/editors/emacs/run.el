;;; run.el --- The shared scenario in Emacs with Eglot  -*- lexical-binding: t; -*-

;; emacs --batch -l tests/editors/emacs/run.el SERVER
;;
;; The configuration is the one of editors/README.md, read from there.  What Eglot has is tried: hover, definition,
;; declaration, references, outline, diagnostics and quick fixes.  Prints 'N passed, N failed'.

(require 'cl-lib)
(require 'json)
(require 'subr-x)

(defvar beleg-root (file-name-directory (directory-file-name (expand-file-name "../.." (file-name-directory load-file-name)))))
(defvar beleg-server (expand-file-name (pop command-line-args-left)))
(defvar beleg-folder (file-name-as-directory (make-temp-file "beleg emacs ä " t)))
(defvar beleg-passed 0)
(defvar beleg-failed 0)

(defun beleg-read (file)
  "The text of FILE in the repository."
  (with-temp-buffer
    (insert-file-contents (expand-file-name file beleg-root))
    (buffer-string)))

;; Everything of Emacs's own stays out of the user's folders, and the program is found as `beleg'.
(setenv "XDG_CACHE_HOME" (expand-file-name "cache" beleg-folder))
(let ((bin (expand-file-name "bin" beleg-folder)))
  (make-directory bin)
  (make-symbolic-link beleg-server (expand-file-name "beleg" bin))
  (setenv "PATH" (concat bin ":" (getenv "PATH")))
  (push bin exec-path))
(make-directory (expand-file-name "work" beleg-folder))
(copy-directory (expand-file-name "corpus" beleg-root) (expand-file-name "work/corpus" beleg-folder))
(dolist (file (directory-files (expand-file-name "tests/briefings" beleg-root) t "\\.md\\'"))
  (copy-file file (expand-file-name (concat "work/" (file-name-nondirectory file)) beleg-folder)))
(write-region "" nil (expand-file-name "work/beleg.toml" beleg-folder) nil 'silent)

(require 'markdown-mode)
(require 'eglot)
(require 'project)
(setq eglot-sync-connect 60
      eglot-confirm-server-initiated-edits nil
      eglot-autoshutdown nil
      make-backup-files nil
      find-file-suppress-same-file-warnings t
      create-lockfiles nil)
(setq-default buffer-file-coding-system 'utf-8)

;; The words of the README are what is tested.
(let ((page (beleg-read "editors/README.md")))
  (unless (string-match "## Emacs\\(?:.\\|\n\\)*?```elisp\n\\(\\(?:.\\|\n\\)*?\\)```" page)
    (error "editors/README.md has no configuration for Emacs"))
  (with-temp-buffer
    (insert (match-string 1 page))
    (eval-buffer)))

(defun beleg-until (what ask)
  "Wait until ASK gives something, and return it; WHAT is said if it does not."
  (let ((end (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall ask))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or found (error "waited for %s" what))))

(defun beleg-open (file)
  "Show FILE of the workspace, with the server running."
  (find-file (expand-file-name (concat "work/" file) beleg-folder))
  (unless (eglot-current-server)
    (eglot-ensure)
    (apply #'eglot (eglot--guess-contact)))
  (eglot-current-server))

(defun beleg-at (step)
  "Put point where STEP happens."
  (beleg-open (alist-get 'file step))
  (goto-char (point-min))
  (search-forward (alist-get 'at step))
  (goto-char (match-beginning 0))
  (when-let ((part (alist-get 'part step)))
    (search-forward part)
    (goto-char (match-beginning 0))))

(defun beleg-says (text parts)
  "Whether PARTS stand in TEXT, one after another."
  (let ((text (replace-regexp-in-string "[\u00a0\u202f]" " " text)) (from 0))
    (seq-doseq (part parts)
      (let ((at (string-match (regexp-quote part) text from)))
        (unless at (error "'%s' is not in: %s" part text))
        (setq from (+ at (length part)))))))

(defun beleg-ask (method &rest more)
  "What the server answers to METHOD at point."
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))

(defun beleg-jump (step jump)
  "Do JUMP and compare where it leads with STEP."
  (beleg-at step)
  (funcall jump)
  (let ((to (alist-get 'to step)))
    (unless (string-suffix-p (alist-get 'file to) (buffer-file-name))
      (error "in %s" (buffer-file-name)))
    (beleg-says (buffer-substring (line-beginning-position) (line-end-position)) (list (alist-get 'line to)))
    (when-let ((below (alist-get 'below to)))
      (beleg-says (buffer-substring (point) (line-end-position 6)) (list below)))))

(defun beleg-declaration ()
  "Go to the declaration; Eglot lists it, even if it is the only one."
  (eglot-find-declaration)
  (when-let ((list (get-buffer "*xref*")))
    (switch-to-buffer list)
    (goto-char (point-min))
    (xref-next-line)
    (xref-goto-xref)))

(defun beleg-findings ()
  "The diagnostics of this buffer."
  (flymake-diagnostics))

(defvar beleg-kinds
  (list
   (cons "open" (lambda (step)
                  (beleg-open (alist-get 'file step))
                  (beleg-until "the sources"
                               (lambda ()
                                 (let ((status (jsonrpc-request (eglot-current-server) :beleg/status nil)))
                                   (and (eq (plist-get status :ready) t)
                                        (= (plist-get status :articles) (alist-get 'articles step))))))))
   (cons "hover" (lambda (step)
                   (beleg-at step)
                   (let ((answer (beleg-ask :textDocument/hover)))
                     (beleg-says (eglot--hover-info (plist-get answer :contents) (plist-get answer :range)) (alist-get 'says step)))))
   (cons "definition" (lambda (step) (beleg-jump step (lambda () (xref-find-definitions "LSP identifier at point.")))))
   (cons "declaration" (lambda (step) (beleg-jump step #'beleg-declaration)))
   (cons "references" (lambda (step)
                        (beleg-at step)
                        (let ((found (mapcar (lambda (one) (plist-get one :uri))
                                             (beleg-ask :textDocument/references :context '(:includeDeclaration t)))))
                          (seq-doseq (file (alist-get 'files step))
                            (unless (seq-some (lambda (uri) (string-suffix-p file uri)) found)
                              (error "%s is not in %s" file found))))))
   (cons "outline" (lambda (step)
                     (beleg-open (alist-get 'file step))
                     (beleg-says (format "%S" (funcall imenu-create-index-function)) (alist-get 'says step))))
   (cons "findings" (lambda (step)
                      (beleg-open (alist-get 'file step))
                      (flymake-mode 1)
                      (if (alist-get 'none step)
                          (when (seq-some (lambda (one) (memq (flymake-diagnostic-type one) '(eglot-error eglot-warning))) (beleg-findings))
                            (error "findings: %S" (mapcar #'flymake-diagnostic-text (beleg-findings))))
                        (seq-doseq (finding (alist-get 'some step))
                          (goto-char (point-min))
                          (search-forward (alist-get 'at finding))
                          (let ((from (match-beginning 0)) (to (match-end 0)))
                            (beleg-until
                             (format "%s in %S" (alist-get 'code finding) (mapcar #'flymake-diagnostic-text (beleg-findings)))
                             (lambda ()
                               (seq-find (lambda (one)
                                           (and (string-match-p (regexp-quote (alist-get 'code finding)) (flymake-diagnostic-text one))
                                                (< (flymake-diagnostic-beg one) to)
                                                (< from (flymake-diagnostic-end one))))
                                         (beleg-findings)))))))))
   (cons "fix" (lambda (step)
                 (beleg-at step)
                 (flymake-mode 1)
                 (beleg-until "the finding" (lambda () (flymake-diagnostics (point))))
                 (let* ((before (buffer-string))
                        (actions (eglot-code-actions (point) nil "quickfix" nil))
                        (action (seq-find (lambda (one)
                                            (seq-every-p (lambda (part) (string-match-p (regexp-quote part) (plist-get one :title)))
                                                         (alist-get 'title step)))
                                          actions)))
                   (unless action (error "no such fix in %S" (mapcar (lambda (one) (plist-get one :title)) actions)))
                   (unless (plist-get action :edit)
                     (setq action (jsonrpc-request (eglot-current-server) :codeAction/resolve action)))
                   (eglot--apply-workspace-edit (plist-get action :edit))
                   (unless (equal (buffer-string)
                                  (string-replace (alist-get 'replaces step) (alist-get 'with step) before))
                     (error "the text is now: %s" (buffer-string)))
                   (undo-boundary)
                   (erase-buffer)
                   (insert before)
                   (set-buffer-modified-p nil))))))

(let ((scenario (let ((json-array-type 'list)) (json-read-from-string (beleg-read "tests/editors/scenario.json")))))
  (dolist (step (alist-get 'steps scenario))
    (when-let ((run (cdr (assoc (alist-get 'do step) beleg-kinds))))
      ;; Without a server that has opened the briefing, the rest would only wait.
      (unless (or (alist-get 'locale step) (and (= beleg-passed 0) (> beleg-failed 0)))
        (condition-case problem
            (progn
              (funcall run step)
              (cl-incf beleg-passed)
              (princ (format "ok  %s\n" (alist-get 'id step))))
          (error
           (cl-incf beleg-failed)
           (princ (format "FAILED  %s\n    %s\n" (alist-get 'id step) (error-message-string problem)))))))))

(ignore-errors (eglot-shutdown-all))
(delete-directory beleg-folder t)
(princ (format "Emacs %s, Eglot: %d passed, %d failed\n" emacs-version beleg-passed beleg-failed))
(kill-emacs (if (and (= beleg-failed 0) (> beleg-passed 0)) 0 1))
;;; run.el ends here
