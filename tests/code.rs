//! `code!` in every form, with every number of the table.

use amo_codes::{
    Account, Authorization, Code, Contacts, Customers, Directories, DirectoryElements, Events, Other, Tasks, code,
};

/// Every number that a single section has.
const ALONE: [(u16, Code); 52] = [
    (102, code!(102)),
    (103, code!(103)),
    (104, code!(104)),
    (110, code!(110)),
    (111, code!(111)),
    (112, code!(112)),
    (113, code!(113)),
    (201, code!(201)),
    (202, code!(202)),
    (205, code!(205)),
    (206, code!(206)),
    (207, code!(207)),
    (208, code!(208)),
    (209, code!(209)),
    (210, code!(210)),
    (211, code!(211)),
    (212, code!(212)),
    (213, code!(213)),
    (214, code!(214)),
    (215, code!(215)),
    (216, code!(216)),
    (217, code!(217)),
    (218, code!(218)),
    (219, code!(219)),
    (221, code!(221)),
    (223, code!(223)),
    (224, code!(224)),
    (225, code!(225)),
    (226, code!(226)),
    (227, code!(227)),
    (228, code!(228)),
    (229, code!(229)),
    (230, code!(230)),
    (231, code!(231)),
    (232, code!(232)),
    (233, code!(233)),
    (234, code!(234)),
    (235, code!(235)),
    (236, code!(236)),
    (237, code!(237)),
    (238, code!(238)),
    (240, code!(240)),
    (280, code!(280)),
    (281, code!(281)),
    (288, code!(288)),
    (400, code!(400)),
    (401, code!(401)),
    (403, code!(403)),
    (425, code!(425)),
    (426, code!(426)),
    (429, code!(429)),
    (2002, code!(2002)),
];

#[test]
fn every_number_of_a_single_section_compiles_alone() {
    let expected: Vec<(u16, Code)> = Code::ALL
        .iter()
        .map(|code| (code.as_u16(), *code))
        .filter(|(number, _)| Code::meanings(*number).len() == 1)
        .collect();
    let mut alone = ALONE.to_vec();
    alone.sort_by_key(|(_, code)| Code::ALL.iter().position(|other| other == code));
    assert_eq!(alone, expected);
}

#[test]
fn every_number_of_several_sections_compiles_with_its_section() {
    let shared: [Code; 25] = [
        code!(101 in Authorization).into(),
        code!(101 in Account).into(),
        code!(203 in Contacts).into(),
        code!(204 in Contacts).into(),
        code!(244 in Events).into(),
        code!(222 in Events).into(),
        code!(244 in Tasks).into(),
        code!(405 in Directories).into(),
        code!(222 in Directories).into(),
        code!(244 in Directories).into(),
        code!(282 in Directories).into(),
        code!(283 in Directories).into(),
        code!(284 in Directories).into(),
        code!(285 in Directories).into(),
        code!(405 in DirectoryElements).into(),
        code!(203 in DirectoryElements).into(),
        code!(204 in DirectoryElements).into(),
        code!(222 in DirectoryElements).into(),
        code!(244 in DirectoryElements).into(),
        code!(282 in DirectoryElements).into(),
        code!(283 in DirectoryElements).into(),
        code!(284 in DirectoryElements).into(),
        code!(285 in DirectoryElements).into(),
        code!(402 in Customers).into(),
        code!(402 in Other).into(),
    ];
    let expected: Vec<Code> =
        Code::ALL.iter().copied().filter(|code| Code::meanings(code.as_u16()).len() > 1).collect();
    assert_eq!(shared[..], expected);
}

#[test]
fn it_is_a_constant_an_expression_and_a_pattern() {
    const NAMELESS: Code = code!(217);
    const fn is_nameless(code: Code) -> bool {
        matches!(code, code!(217))
    }
    assert!(is_nameless(NAMELESS) && !is_nameless(code!(216)));
    let said = |code| match code {
        code!(217) | code!(216) => "leads",
        Code::Tasks(code!(244 in Tasks) | code!(227 in Tasks)) => "tasks",
        Code::Events(code!(244 in _)) => "events",
        _ => "other",
    };
    let codes = [code!(216), code!(244 in Tasks).into(), code!(244 in Events).into(), code!(244 in Directories).into()];
    assert_eq!(codes.map(said), ["leads", "tasks", "events", "other"]);
}

#[test]
fn a_number_is_written_as_rust_writes_numbers() {
    assert_eq!([code!(0xD9), code!(2_17), code!(0b1101_1001), code!(0o331)], [code!(217); 4]);
    assert_eq!(code!(0xF4 in amo_codes::Tasks), Tasks::AddLeadForbidden);
}

#[test]
fn a_type_is_inferred_named_or_an_alias() {
    type Task = amo_codes::Tasks;
    let inferred: Tasks = code!(244 in _);
    let through_code: Code = code!(217 in _);
    assert_eq!((inferred, code!(244 in Task)), (Tasks::AddLeadForbidden, Tasks::AddLeadForbidden));
    assert_eq!(through_code, code!(217 in Code));
}
