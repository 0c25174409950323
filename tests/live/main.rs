//! When a count is asked for, and what is believed of the answers.

mod messages;
mod schedule;
mod tally;
