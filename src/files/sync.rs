//! Files that survive a power cut.

use std::fs::File;
use std::path::Path;

/// The prefix of unfinished files' names.
pub const TEMPORARY: &str = ".open-letter-";

/// Makes files of a folder survive a power cut; returns once all do. One by one takes minutes for a large roll, so the
/// whole cache is flushed at once if the system can.
///
/// # Errors
/// If the system can't.
pub fn make_last(folder: &Path, names: &[impl AsRef<Path>]) -> std::io::Result<()> {
    /// Up to this many are faster one by one than flushing other programs' data too.
    #[cfg(target_os = "linux")]
    const FEW: usize = 64;
    #[cfg(target_os = "linux")]
    if names.len() > FEW {
        return Ok(rustix::fs::syncfs(File::open(folder)?)?);
    }
    for name in names {
        // Windows flushes only what is open for writing.
        File::options().read(true).write(cfg!(windows)).open(folder.join(name))?.sync_all()?;
    }
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
