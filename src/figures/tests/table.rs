//! Sentences in every style we know, with their figures.

use super::check;
use crate::lang::Lang;

#[test]
fn german_numbers() {
    check(
        Lang::De,
        "2022-09-14",
        "
Die Werft beschäftigt 1.280 Menschen.
    1.280 Menschen | count 1280
",
    );
}
