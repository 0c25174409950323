//! When a count is requested, and which answers are believed.

mod messages;
mod schedule;
mod tally;
