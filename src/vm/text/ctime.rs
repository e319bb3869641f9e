//! Dates of a virtual clock: civil dates from counts of days, `strftime` and `ctime`, in UTC and the C locale.
//!
//! There is no clock in here: times come as numbers. Must not know of time zones beyond the offset it is given.

use super::{Error, check_len};

const DAY: i64 = 86_400;
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date and a time of day, as `struct_time` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Civil {
    /// The year, 0 for 1 BC.
    pub year: i64,
    /// 1 to 12
    pub month: u8,
    /// 1 to 31
    pub day: u8,
    /// 0 to 23
    pub hour: u8,
    /// 0 to 59
    pub minute: u8,
    /// 0 to 61
    pub second: u8,
    /// 0 for Monday
    pub weekday: u8,
    /// 1 to 366
    pub year_day: u16,
}

/// Whether a year has 366 days.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days before the first of March of a year, counted from some first of March long ago in whole 400-year cycles.
fn days_before_march(year: i64) -> i64 {
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)
}

/// 1970-01-01, counted likewise.
const EPOCH: i64 = 719_468;

/// Days since 1970-01-01; months and days beyond their range carry over. Years and months are kept to a trillion, days
/// to a thousand times that.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    const TRILLION: i64 = 1_000_000_000_000;
    let (year, month) = (
        year.clamp(-TRILLION, TRILLION),
        month.clamp(-TRILLION, TRILLION),
    );
    let day = day.clamp(-1000 * TRILLION, 1000 * TRILLION);
    // The year begins in March, so that the leap day comes last.
    let months = year * 12 + month - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    days_before_march(year) + (153 * month + 2) / 5 + day - 1 - EPOCH
}

/// Year, month and day from days since 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let days = days.saturating_add(EPOCH);
    let (cycle, in_cycle) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let in_year = |year: i64| in_cycle - days_before_march(year);
    // An estimate that is at most one too high.
    let mut year = in_cycle / 365;
    if in_year(year) < 0 {
        year -= 1;
    }
    let day_of_year = in_year(year);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = month + 3;
    let year = cycle * 400 + year + i64::from(month > 12);
    (
        year,
        (if month > 12 { month - 12 } else { month }) as u8,
        day as u8,
    )
}

impl Civil {
    /// `time.gmtime(seconds)` for whole seconds since 1970.
    pub fn from_timestamp(seconds: i64) -> Civil {
        let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let (year, month, day) = civil_from_days(days);
        let year_day = days - days_from_civil(year, 1, 1) + 1;
        Civil {
            year,
            month,
            day,
            hour: (rest / 3600) as u8,
            minute: (rest / 60 % 60) as u8,
            second: (rest % 60) as u8,
            weekday: (days + 3).rem_euclid(7) as u8,
            year_day: year_day as u16,
        }
    }

    /// `calendar.timegm`: seconds since 1970.
    pub fn to_timestamp(&self) -> i64 {
        let days = days_from_civil(self.year, i64::from(self.month), i64::from(self.day));
        let rest =
            i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        // At the very ends of the range the product alone does not fit.
        days.wrapping_mul(DAY).wrapping_add(rest)
    }

    fn weekday_name(&self) -> &'static str {
        WEEKDAYS.get(usize::from(self.weekday)).unwrap_or(&"?")
    }

    fn month_name(&self) -> &'static str {
        MONTHS
            .get(usize::from(self.month).wrapping_sub(1))
            .unwrap_or(&"?")
    }

    /// `time.asctime`, `time.ctime`
    pub fn asctime(&self) -> String {
        format!(
            "{:.3} {:.3}{:3} {:02}:{:02}:{:02} {}",
            self.weekday_name(),
            self.month_name(),
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.year
        )
    }

    /// ISO year and week.
    fn iso_week(&self) -> (i64, i64) {
        let year_day = i64::from(self.year_day) - 1;
        let week = (year_day - i64::from(self.weekday) + 10) / 7;
        let weeks = |year: i64| {
            let first = (days_from_civil(year, 1, 1) + 3).rem_euclid(7);
            if first == 3 || (first == 2 && is_leap(year)) {
                53
            } else {
                52
            }
        };
        if week < 1 {
            (
                self.year.saturating_sub(1),
                weeks(self.year.saturating_sub(1)),
            )
        } else if week > weeks(self.year) {
            (self.year.saturating_add(1), 1)
        } else {
            (self.year, week)
        }
    }
}

/// What `strftime` prints besides the date: `time.strftime` knows no microseconds, a naive `datetime` no zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras<'a> {
    /// For `%f`; without it `%f` stays as it is.
    pub microsecond: Option<u32>,
    /// Seconds east of Greenwich, for `%z`.
    pub offset: Option<i32>,
    /// For `%Z`: `UTC` for local time and `datetime`, but `GMT` for what `time.gmtime` gave.
    pub zone: &'a str,
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let rest = seconds % 60;
    let tail = if rest == 0 {
        String::new()
    } else {
        format!("{rest:02}")
    };
    format!("{sign}{:02}{:02}{tail}", seconds / 3600, seconds / 60 % 60)
}

/// `strftime(format)`; directives that glibc does not know stay as they are.
pub fn strftime(
    format: &str,
    when: &Civil,
    extras: &Extras,
    max_len: usize,
) -> Result<String, Error> {
    let mut out = String::with_capacity(format.len() * 2);
    let mut rest = format.chars();
    while let Some(c) = rest.next() {
        match c {
            '%' => {
                let flags: String = rest.clone().take_while(|c| "-_0^#".contains(*c)).collect();
                match rest.nth(flags.len()) {
                    None => out.push_str(&format!("%{flags}")),
                    Some(code) if flags.is_empty() => directive(&mut out, code, when, extras),
                    Some(code) => flagged(&mut out, &flags, code, when, extras),
                }
            }
            c => out.push(c),
        }
        check_len(out.len(), max_len)?;
    }
    Ok(out)
}

/// A directive with glibc's flags: no padding, blanks or zeros for it, large letters, letters the other way round.
fn flagged(out: &mut String, flags: &str, code: char, when: &Civil, extras: &Extras) {
    let mut text = String::new();
    directive(&mut text, code, when, extras);
    // Microseconds are Python's own, and have none.
    if code == 'f' || text == format!("%{code}") {
        out.push_str(&format!("%{flags}{code}"));
        return;
    }
    for flag in flags.chars() {
        let digits = text.trim_start_matches(['0', ' ']);
        let digits = if digits.is_empty() { "0" } else { digits };
        let width = text.len();
        let is_number = "CdegGHIjklmMsSuUVwWyY".contains(code);
        text = match flag {
            '-' if is_number => digits.to_string(),
            '_' if is_number => format!("{digits:>width$}"),
            '0' if is_number => format!("{digits:0>width$}"),
            '#' if "pZ".contains(code) => text.to_lowercase(),
            '#' if code == 'c' => text,
            '^' | '#' if code != 'P' => text.to_uppercase(),
            _ => text,
        };
    }
    out.push_str(&text);
}

fn directive(out: &mut String, code: char, when: &Civil, extras: &Extras) {
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
        ..
    } = *when;
    let hour_12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    let from_sunday = (i64::from(when.weekday) + 1) % 7;
    let year_day = i64::from(when.year_day) - 1;
    let short_year = year.rem_euclid(100);
    let text = match code {
        'a' => format!("{:.3}", when.weekday_name()),
        'A' => when.weekday_name().to_string(),
        'b' | 'h' => format!("{:.3}", when.month_name()),
        'B' => when.month_name().to_string(),
        'c' => when.asctime(),
        'C' => format!("{:02}", year.div_euclid(100)),
        'd' => format!("{day:02}"),
        'D' | 'x' => format!("{month:02}/{day:02}/{short_year:02}"),
        'e' => format!("{day:2}"),
        'F' => format!("{year}-{month:02}-{day:02}"),
        'g' => format!("{:02}", when.iso_week().0.rem_euclid(100)),
        'G' => when.iso_week().0.to_string(),
        'H' => format!("{hour:02}"),
        'I' => format!("{hour_12:02}"),
        'j' => format!("{:03}", when.year_day),
        'k' => format!("{hour:2}"),
        'l' => format!("{hour_12:2}"),
        'm' => format!("{month:02}"),
        'M' => format!("{minute:02}"),
        'n' => "\n".to_string(),
        'p' => if hour < 12 { "AM" } else { "PM" }.to_string(),
        'P' => if hour < 12 { "am" } else { "pm" }.to_string(),
        'r' => format!(
            "{hour_12:02}:{minute:02}:{second:02} {}",
            if hour < 12 { "AM" } else { "PM" }
        ),
        'R' => format!("{hour:02}:{minute:02}"),
        's' => when.to_timestamp().to_string(),
        'S' => format!("{second:02}"),
        't' => "\t".to_string(),
        'T' | 'X' => format!("{hour:02}:{minute:02}:{second:02}"),
        'u' => (i64::from(when.weekday) + 1).to_string(),
        'U' => format!("{:02}", (year_day + 7 - from_sunday) / 7),
        'V' => format!("{:02}", when.iso_week().1),
        'w' => from_sunday.to_string(),
        'W' => format!("{:02}", (year_day + 7 - i64::from(when.weekday)) / 7),
        'y' => format!("{short_year:02}"),
        'Y' => year.to_string(),
        'z' => extras.offset.map_or_else(String::new, offset),
        'Z' => extras.zone.to_string(),
        'f' if extras.microsecond.is_some() => format!("{:06}", extras.microsecond.unwrap_or(0)),
        '%' => "%".to_string(),
        other => format!("%{other}"),
    };
    out.push_str(&text);
}

#[cfg(test)]
mod tests {
    use super::super::cases::{check, number, outcome};
    use super::*;

    #[test]
    fn prints_as_recorded() {
        check(
            include_str!("cases/ctime.tsv"),
            200,
            |operation, arguments| {
                let when = Civil::from_timestamp(number(&arguments[0]));
                assert_eq!(when.to_timestamp().to_string(), arguments[0]);
                // Of a moment in UTC, `time.strftime` says GMT.
                let zone = if operation == "time" { "GMT" } else { "UTC" };
                let aware = Extras {
                    microsecond: None,
                    offset: Some(0),
                    zone,
                };
                let micro = |at: usize| Some(number(&arguments[at]));
                let extras = match operation {
                    "asctime" => return format!("={}", when.asctime()),
                    "time" => aware,
                    "naive" => Extras {
                        microsecond: micro(2),
                        ..Extras::default()
                    },
                    _ => Extras {
                        microsecond: micro(2),
                        ..aware
                    },
                };
                outcome(strftime(&arguments[1], &when, &extras, 1000), |text| text)
            },
        );
    }

    #[test]
    fn odd_offsets_and_limits() {
        let when = Civil::from_timestamp(0);
        let extras = Extras {
            offset: Some(-(5 * 3600 + 30 * 60 + 7)),
            ..Extras::default()
        };
        assert_eq!(
            strftime("%z", &when, &extras, 100).as_deref(),
            Ok("-053007")
        );
        assert_eq!(
            strftime(&"%c".repeat(100), &when, &extras, 1000),
            Err(Error::TooLong)
        );
        for extreme in [i64::MIN, i64::MAX] {
            assert_eq!(Civil::from_timestamp(extreme).to_timestamp(), extreme);
        }
        let nonsense = Civil {
            year: i64::MIN,
            month: 0,
            day: 0,
            hour: 99,
            minute: 99,
            second: 99,
            weekday: 255,
            year_day: 0,
        };
        assert!(strftime("%c %G %V %U %W %s %u", &nonsense, &extras, 1000).is_ok());
        assert_eq!(days_from_civil(2024, 14, 1), days_from_civil(2025, 2, 1));
    }
}
