//! Claims: who says what, how surely?

pub mod words;
