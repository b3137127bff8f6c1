//! The table crate and the runtime crate escape the same characters.

#[test]
fn the_table_and_the_runtime_crate_escape_the_same_characters() {
    for character in '\0'..=char::MAX {
        let (table, runtime) =
            (amo_codes_table::is_unprintable(character), amo_codes::private::is_unprintable(character));
        assert_eq!(table, runtime, "{character:?}");
    }
}
