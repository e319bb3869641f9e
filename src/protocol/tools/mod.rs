//! What the page's editor and menus ask of the engine: a form as text in ([`form`](super::form)), JSON out.
//!
//! The tools are scripts, so both are texts; everything that can be wrong is tested here, natively.

mod check;
mod compare;
mod markdown;
mod touches;

use crate::protocol::serve::MAX_STEPS;
use crate::protocol::setup::{Flaw, Setup};
use crate::protocol::{Program, form};
use crate::trace::json;
use crate::trace::perfetto::perfetto;
use crate::trace::record::record;

pub use compare::as_processes;
pub use markdown::markdown;
pub use touches::ALL as TOUCHES;

/// Answers a tool; whatever is wrong is said in the answer's `flaw`.
pub fn answer(text: &str) -> String {
    reply(text).unwrap_or_else(|flaw| json::object(&[("flaw", json::string(flaw.name()))]))
}

fn reply(text: &str) -> Result<String, Flaw> {
    if text.len() > super::setup::MAX_TEXT {
        return Err(Flaw::Size);
    }
    let mut pairs = form::parse(text).ok_or(Flaw::Text)?;
    let mut take = |name: &str| {
        let index = pairs.iter().position(|(key, _)| key == name)?;
        Some(pairs.remove(index).1)
    };
    let tool = take("tool").ok_or(Flaw::Value)?;
    let title = take("title").unwrap_or_default();
    let setup = Setup::from_pairs(pairs)?;
    Ok(match tool.as_str() {
        "check" => check::check(&setup.program),
        "compare" => compare::compare(&setup),
        "markdown" => json::object(&[("text", json::string(&markdown(&setup, &title)))]),
        "perfetto" => {
            let Program { file, source } = &setup.program;
            let (options, schedule) = (&setup.options, &setup.schedule);
            let trace = record(file, source, options, schedule, None, MAX_STEPS);
            let text = perfetto(&trace.map_err(|_| Flaw::Schedule)?);
            json::object(&[("text", json::string(&text))])
        }
        // A text that was kept somewhere, read only to know whether it is one.
        "read" => json::object(&[]),
        "touches" => touches::touches(&setup),
        _ => return Err(Flaw::Value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_has_a_flaw() {
        for (text, flaw) in [
            ("", "value"),
            ("tool=fly&v=1&source=", "value"),
            ("tool=check", "version"),
            ("tool=check&v=1&source=%ff", "text"),
            ("tool=markdown&v=1&schedule=Q", "schedule"),
        ] {
            assert_eq!(answer(text), format!("{{\"flaw\":\"{flaw}\"}}"), "{text}");
        }
    }

    #[test]
    fn every_answer_is_json() {
        for tool in ["check", "compare", "markdown", "perfetto", "touches"] {
            let text = answer(&format!(
                "tool={tool}&title=%22&v=1&source=print(%22%5C%22%22)"
            ));
            serde_json::from_str::<serde_json::Value>(&text).expect(&text);
        }
    }
}
