//! The commands, each by its contract.
