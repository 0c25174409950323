//! Where mails go.

use super::envelope::Mail;
use super::folder;
use super::relay::{Connection, Failure, Relay};
use anyhow::{Context, Result};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use url::Url;

/// Where mails go: to a relay, or into a folder.
#[derive(Clone)]
pub enum Way {
    /// To a relay.
    Relay(Relay),
    /// Into a folder, for trying out.
    Folder(PathBuf),
}

impl Way {
    /// To the relay at that address. The password is read from its file.
    ///
    /// # Errors
    /// If the file can't be read, or the address is none.
    pub fn relay(address: &Url, login: Option<(&str, &Path)>) -> Result<Way> {
        let read = |(user, file): (&str, &Path)| {
            let password = std::fs::read_to_string(file);
            let password = password.with_context(|| format!("mail.password-file {} can't be read", file.display()))?;
            anyhow::Ok((user.to_string(), password.trim_end_matches(['\r', '\n']).to_string()))
        };
        Ok(Way::Relay(Relay::new(address, login.map(read).transpose()?, Relay::PATIENCE)?))
    }

    /// Opens it.
    ///
    /// # Errors
    /// If the relay can't be reached or refuses the login.
    pub async fn open(&self) -> Result<Opened> {
        Ok(match self {
            Way::Relay(relay) => Opened::Relay(Box::new(relay.connect().await?)),
            Way::Folder(folder) => Opened::Folder(folder.clone()),
        })
    }
}

/// A way that is open.
pub enum Opened {
    /// A connection.
    Relay(Box<Connection>),
    /// A folder.
    Folder(PathBuf),
}

impl Opened {
    /// Offers a mail. See [`Connection::offer`].
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn offer(&mut self, mail: &Mail) -> Result<(), Failure> {
        match self {
            Opened::Relay(connection) => connection.offer(mail).await,
            Opened::Folder(_) => Ok(()),
        }
    }

    /// Hands over the mail that was offered.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn hand_over(&mut self, mail: &Mail) -> Result<(), Failure> {
        match self {
            Opened::Relay(connection) => connection.hand_over(mail).await,
            Opened::Folder(folder) => {
                folder::write(folder, mail, Timestamp::now()).map_err(|error| Failure::Relay(format!("{error:#}")))?;
                Ok(())
            }
        }
    }

    /// Forgets the mail that was offered and refused. Returns whether it can take another.
    pub async fn reset(&mut self) -> bool {
        match self {
            Opened::Relay(connection) => connection.reset().await,
            Opened::Folder(_) => true,
        }
    }

    /// Closes it.
    pub async fn close(self) {
        if let Opened::Relay(connection) = self {
            connection.close().await;
        }
    }
}
