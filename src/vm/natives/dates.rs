//! What `datetime` cannot do in Python: formatting with the directives of the C library.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::natives::Table;
use crate::vm::operations::MAX_OBJECT;
use crate::vm::signal::Answer;
use crate::vm::text::ctime::{self, Civil, Extras};
use crate::vm::value::Value;

/// See the module.
pub const TABLE: Table = &[
    ("_datetime.strftime", datetime_strftime),
    ("_datetime.strftime_fields", |vm, args| {
        // `time.strftime`: the fields are taken as they are, whether or not they fit together.
        let [
            format,
            year,
            month,
            day,
            hour,
            minute,
            second,
            weekday,
            year_day,
            zone,
        ] = vm.parse(
            args,
            "strftime",
            [
                "/f", "/y", "/mo", "/d", "/h", "/mi", "/s", "/wd", "/yd", "/z",
            ],
            10,
        )?;
        let format = vm.str_arg(format, "strftime() argument 1")?;
        let when = Civil {
            year: vm.int_arg(year)?,
            month: vm.int_arg(month)? as u8,
            day: vm.int_arg(day)? as u8,
            hour: vm.int_arg(hour)? as u8,
            minute: vm.int_arg(minute)? as u8,
            second: vm.int_arg(second)? as u8,
            weekday: vm.int_arg(weekday)? as u8,
            year_day: vm.int_arg(year_day)? as u16,
        };
        let zone = vm.str_arg(zone, "zone")?;
        let extras = Extras {
            microsecond: None,
            offset: Some(0),
            zone: &zone.s,
        };
        let text = ctime::strftime(&format.s, &when, &extras, MAX_OBJECT);
        vm.text_result(text)
    }),
];

fn datetime_strftime(vm: &mut Vm, args: &Args) -> Answer {
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
}
