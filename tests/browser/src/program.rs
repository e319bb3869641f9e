//! Another program in a figure of a lesson: the served model gets its source, so that a scenario needs no page of
//! its own. The run that comes with the page stays the lesson's; the engine runs the new program.
use crate::Site;
use anyhow::{Context, Result, bail};

impl Site {
    /// Puts a program into a figure of a page, such as `race` of `en/lost-update/`, for who opens it from now on.
    pub fn replace_program(&self, page: &str, figure: &str, source: &str) -> Result<()> {
        let folder = format!("{}{page}", self.server.base());
        let html = String::from_utf8(self.server.get(&folder)?.body)?;
        let start = format!("data-player=\"{figure}-");
        let rest = html
            .split_once(&start)
            .context("the figure is on the page")?
            .1;
        let path = format!(
            "{folder}{figure}-{}",
            rest.split('"').next().unwrap_or_default()
        );
        let model = with_source(&self.server.get(&path)?.body, source)?;
        self.server.put(&path, model);
        Ok(())
    }
}

/// A model with another source.
fn with_source(model: &[u8], source: &str) -> Result<Vec<u8>> {
    let mut at = 0;
    // Version and language, then texts: id, number, title, file, source.
    number(model, &mut at)?;
    number(model, &mut at)?;
    for _ in 0..4 {
        at += number(model, &mut at)?;
    }
    let mut changed = model.get(..at).context("the model is whole")?.to_vec();
    let end = number(model, &mut at)? + at;
    let rest = model.get(end..).context("the model is whole")?;
    let mut left = source.len();
    while left > 127 {
        changed.push(left as u8 | 128);
        left >>= 7;
    }
    changed.push(left as u8);
    changed.extend(source.as_bytes());
    changed.extend(rest);
    Ok(changed)
}

/// A number as postcard writes it: seven bits a byte, the least first.
fn number(bytes: &[u8], at: &mut usize) -> Result<usize> {
    let (mut value, mut shift) = (0, 0);
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        value |= usize::from(byte & 127) << shift;
        shift += 7;
        if byte & 128 == 0 {
            return Ok(value);
        }
    }
    bail!("the model ends in the midst of a number")
}
