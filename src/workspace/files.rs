//! Writing files: whole or not at all.

use std::io::{self, Write as _};
use std::path::Path;

/// Puts `content` in the place of the file at `to`; without `replace`, only where there is none.
pub fn write_whole(to: &Path, content: &[u8], replace: bool) -> io::Result<()> {
    let folder = to.parent().unwrap_or_else(|| Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".beleg-").suffix(".tmp");
    #[cfg(unix)]
    {
        // As the file that is replaced, or as any new file; temporary files are private otherwise.
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(to).map_or(0o666, |m| m.permissions().mode() & 0o777);
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    let done = if replace { file.persist(to) } else { file.persist_noclobber(to) };
    done.map(drop).map_err(|e| e.error)
}
