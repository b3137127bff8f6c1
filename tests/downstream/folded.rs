//! Functions whose result the compiler knows; their assembly is read by tests/assembly.rs.

use amo_codes::{code, Advice, Code, HttpStatus, Leads, Section, Tasks};

macro_rules! folded {
    ($($name:ident: $type:ty = $value:expr;)+) => { $(#[no_mangle] pub fn $name() -> $type { $value })+ };
}

folded! {
    folded_code: Code = code!(217);
    folded_task: Tasks = code!(244 in Tasks);
    folded_number: i64 = code!(217).number();
    folded_name: &'static str = code!(217).name();
    folded_description: &'static str = code!(217).description();
    folded_note: Option<&'static str> = code!(2002).note();
    folded_no_note: Option<&'static str> = code!(217).note();
    folded_status: Option<HttpStatus> = code!(429).http_status();
    folded_no_status: Option<HttpStatus> = code!(217).http_status();
    folded_docs_url: Option<&'static str> = code!(217).docs_url();
    folded_advice: Advice = code!(217).advice();
    folded_is_error: bool = code!(217).is_error();
    folded_section: Section = code!(217).section();
    folded_key: &'static str = code!(217).section().as_str();
    folded_leads_description: &'static str = code!(217 in Leads).description();
    folded_lookup: Option<Code> = Section::Leads.lookup(217);
    folded_from_number: Option<Leads> = Leads::from_number(217);
    folded_meanings: &'static [Code] = Code::meanings(217);
}

/// A control: the compiler does not know this result, and the test must notice.
#[no_mangle]
pub fn folded_control(code: Code) -> &'static str {
    code.description()
}
