//! The table crate and the runtime crate have the same advice.

use amo_codes_table::Advice;

#[test]
fn the_table_and_the_runtime_crate_have_the_same_advice() {
    let runtime = amo_codes::Advice::ALL
        .iter()
        .map(|advice| [advice.as_str().to_owned(), format!("{advice:?}"), advice.to_string()]);
    let table = Advice::ALL.map(|advice| [advice.name, advice.variant, advice.phrase].map(str::to_owned));
    assert!(runtime.eq(table));
}
