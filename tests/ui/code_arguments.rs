//! Arguments that `code!` does not accept.

use amo_codes::code;

fn main() {
    let number = 217;
    let _ = code!();
    let _ = code!(number);
    let _ = code!("217");
    let _ = code!(217.0);
    let _ = code!(217f32);
    let _ = code!(217, Leads);
    let _ = code!(tasks.);
    let _ = code!(tasks::244);
    let _ = code!(tasks 244);
    let _ = code!(217 in);
    let _ = code!(217 in amo_codes::);
    let _ = code!(217 in Vec<u8>);
    let _ = code!(AddLeadForbidden);
    let _ = code!(tasks.AddLeadForbidden);
    let _ = code!(billing.invoices.7);
    let _ = code!(244 in amo_codes::Tasks::AddLeadForbidden);
}
