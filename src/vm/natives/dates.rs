//! What `datetime` cannot do in Python: formatting with the directives of the C library.

use crate::vm::natives::Table;
use crate::vm::operations::MAX_OBJECT;
use crate::vm::text::ctime::{self, Civil, Extras};
use crate::vm::value::Value;

/// See the module.
pub const TABLE: Table = &[("_datetime.strftime", |vm, args| {
    let [
        format,
        year,
        month,
        day,
        hour,
        minute,
        second,
        micro,
        offset,
    ] = vm.parse(
        args,
        "strftime",
        ["/f", "/y", "/mo", "/d", "/h", "/mi", "/s", "/us", "/o"],
        9,
    )?;
    let format = vm.str_arg(format, "strftime() argument 1")?;
    let days = ctime::days_from_civil(vm.int_arg(year)?, vm.int_arg(month)?, vm.int_arg(day)?);
    let seconds = vm.int_arg(hour)? * 3600 + vm.int_arg(minute)? * 60 + vm.int_arg(second)?;
    let when = Civil::from_timestamp(days * 86400 + seconds);
    let offset = if offset == Value::None {
        None
    } else {
        Some(vm.int_arg(offset)? as i32)
    };
    let extras = Extras {
        microsecond: Some(vm.int_arg(micro)? as u32),
        offset,
        zone: if offset.is_some() { "UTC" } else { "" },
    };
    let text = ctime::strftime(&format.s, &when, &extras, MAX_OBJECT);
    vm.text_result(text)
})];
