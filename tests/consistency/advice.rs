//! The macro and the runtime crate have the same advice.

use amo_codes::Advice;

#[test]
fn the_macro_and_the_runtime_crate_have_the_same_advice() {
    let theirs =
        Advice::ALL.iter().map(|advice| [advice.as_str().to_owned(), format!("{advice:?}"), advice.to_string()]);
    assert!(theirs.eq(amo_codes_consistency::advice().map(|advice| advice.map(str::to_owned))));
}
