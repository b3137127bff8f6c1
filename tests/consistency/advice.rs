//! The advice that the macro knows is that of the runtime crate.

use amo_codes::Advice;

#[test]
fn the_advice_is_that_of_the_runtime_crate() {
    let theirs =
        Advice::ALL.iter().map(|advice| [advice.as_str().to_owned(), format!("{advice:?}"), advice.to_string()]);
    assert!(theirs.eq(amo_codes_consistency::advice().map(|advice| advice.map(str::to_owned))));
}
