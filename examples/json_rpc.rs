//! A client of a JSON-RPC server: negative numbers, and errors that only this server has.
//!
//! ```console
//! cargo run --example json_rpc --features serde
//! ```

use amo_codes::{UnknownCode, code};
use serde::Deserialize;

mod rpc {
    amo_codes::amo_codes!("examples/json_rpc.toml");
}

#[derive(Deserialize)]
struct Response {
    error: Option<Failure>,
}

#[derive(Deserialize)]
struct Failure {
    #[serde(with = "amo_codes::or_unknown")]
    code: Result<rpc::Rpc, UnknownCode>,
    message: String,
}

/// Returns what a response means to the caller.
fn explain(body: &str) -> Result<String, serde_json::Error> {
    let response: Response = serde_json::from_str(body)?;
    let Some(failure) = response.error else { return Ok("done".to_owned()) };
    Ok(match failure.code {
        Ok(code!(-32601 in rpc::Rpc)) => format!("the server is too old: {}", failure.message),
        Ok(code) => format!("{code:#}"),
        Err(unknown) => format!("an error of this server, {}: {}", unknown.number(), failure.message),
    })
}

fn main() -> Result<(), serde_json::Error> {
    for (body, explanation) in [
        (r#"{"jsonrpc":"2.0","result":19,"id":1}"#, "done"),
        (
            r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"1"}"#,
            "the server is too old: Method not found",
        ),
        (
            r#"{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params"},"id":"2"}"#,
            "rpc.-32602: Invalid method parameter(s).",
        ),
        (
            r#"{"jsonrpc":"2.0","error":{"code":-32001,"message":"Out of stock"},"id":"3"}"#,
            "an error of this server, -32001: Out of stock",
        ),
    ] {
        println!("{}", explain(body)?);
        assert_eq!(explain(body)?, explanation);
    }
    assert_eq!(code!(rpc.-32602 in rpc::Code).name(), "Invalid params");
    assert_eq!("rpc.-32700".parse(), Ok(rpc::Code::Rpc(rpc::Rpc::ParseError)));
    Ok(())
}
