//! Files that outlast a power cut.

use std::fs::File;
use std::path::Path;

/// What the names of files begin with as long as they are not whole.
pub const TEMPORARY: &str = ".open-letter-";

/// Has files of a folder last through a power cut, all before this returns. One by one that takes minutes for a large
/// roll, so where the system can, its whole cache is written out at once.
///
/// # Errors
/// If the system can't.
pub fn make_last(folder: &Path, names: &[impl AsRef<Path>]) -> std::io::Result<()> {
    /// So few are quicker one by one than everything that other programs have written.
    const FEW: usize = 64;
    #[cfg(target_os = "linux")]
    if names.len() > FEW {
        return Ok(rustix::fs::syncfs(File::open(folder)?)?);
    }
    for name in names {
        File::open(folder.join(name))?.sync_all()?;
    }
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
