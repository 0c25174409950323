//! The state of the campaign.

/// The state of the campaign. If it is not `open`, the count is not polled and readers are not asked to sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Serialize, schemars::JsonSchema),
    serde(rename_all = "lowercase")
)]
pub enum Status {
    /// Signatures are being collected.
    #[default]
    Open,
    /// Signatures are no longer collected.
    Closed,
    /// The letter was delivered.
    Delivered,
    /// The addressees have answered.
    Answered,
}

impl Status {
    const ALL: [(Status, &str); 4] = [
        (Status::Open, "open"),
        (Status::Closed, "closed"),
        (Status::Delivered, "delivered"),
        (Status::Answered, "answered"),
    ];

    /// The word in `status`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(status, name)| (status == self).then_some(name)).unwrap_or_default()
    }

    pub(super) fn parse(word: &str) -> Option<Status> {
        Self::ALL.into_iter().find_map(|(status, name)| (name == word).then_some(status))
    }
}
