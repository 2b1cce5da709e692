//! English.

mod forms;
pub mod names;
pub mod numbers;
pub mod speech;
pub mod stops;
mod wording;
pub(super) use forms::{IRREGULAR, forms};
pub use wording::WORDING;

use super::stem::irregular;
