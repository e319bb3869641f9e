//! The words of the page's frame, in both languages. A text is an exhaustive `match`: a missing one does not compile.
//!
//! What a player says is in `ui::text`; what lessons say is content.

pub use crate::ui::Lang;

/// The languages of the site, in the order in which they are offered.
pub const LANGS: [Lang; 2] = [Lang::Ru, Lang::En];

/// The other language.
pub fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Ru => Lang::En,
        Lang::En => Lang::Ru,
    }
}

/// The language's own name.
pub fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Русский",
        Lang::En => "English",
    }
}

/// Its name in the switch.
pub fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "RU",
        Lang::En => "EN",
    }
}

/// As Open Graph names it.
pub fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "ru_RU",
        Lang::En => "en_US",
    }
}

/// A text of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Skip,
    SiteDescription,
    Course,
    Glossary,
    Limitations,
    LimitationsLong,
    Language,
    Theme,
    Lessons,
    AllLessons,
    OnThisPage,
    Neighbours,
    Previous,
    Next,
    SectionLink,
    Table,
    Before,
    After,
    Choose,
    NotFound,
    NotFoundHint,
    OnlyEnglish,
    Playground,
    PlaygroundLead,
    PlaygroundTitle,
    PlaygroundDescription,
    Examples,
    ChooseExample,
    ExamplesLead,
    Embedded,
    EmbeddedNone,
    OpenLarge,
}

/// That text in that language.
pub fn word(lang: Lang, word: Word) -> &'static str {
    let (russian, english) = match word {
        Word::Playground => ("Песочница", "Playground"),
        Word::PlaygroundTitle => ("Ваша программа", "Your program"),
        Word::PlaygroundDescription => (
            "Песочница: любая программа на Python с потоками и процессами по шагам, вперёд и назад, с любым порядком ходов.",
            "A playground: step any Python program with threads and processes, forward and back, in any order of moves.",
        ),
        Word::PlaygroundLead => (
            "Напишите программу или возьмите пример, запустите и пройдите её по шагам: вперёд, назад, любым потоком. \
             Всё происходит в браузере; программа никуда не уходит и сохраняется черновиком.",
            "Write a program or take an example, run it and step through it: forward, back, by any thread. \
             Everything happens in your browser; the program goes nowhere and is kept as a draft.",
        ),
        Word::Examples => ("Примеры", "Examples"),
        Word::ChooseExample => ("Выберите пример…", "Choose an example…"),
        Word::ExamplesLead => (
            "Те же примеры файлами, для своего Python:",
            "The same examples as files, for your own Python:",
        ),
        Word::Embedded => ("Программа", "Program"),
        Word::EmbeddedNone => (
            "Этой странице не передали программу.",
            "This page was given no program.",
        ),
        Word::OpenLarge => ("Открыть в Lockstep", "Open in Lockstep"),
        Word::Skip => ("К тексту", "Skip to the text"),
        Word::SiteDescription => (
            "Интерактивный учебник по потокам и процессам в Python: код урока можно пройти по шагам вперёд и назад.",
            "An interactive textbook on threads and processes in Python: step the code of a lesson forward and back.",
        ),
        Word::Course => ("Курс", "Course"),
        Word::Glossary => ("Глоссарий", "Glossary"),
        Word::Limitations => ("Ограничения", "Limitations"),
        Word::LimitationsLong => (
            "Чем модель отличается от CPython",
            "How the model differs from CPython",
        ),
        Word::Language => ("Язык", "Language"),
        Word::Theme => ("Сменить тему", "Change theme"),
        Word::Lessons => ("Уроки", "Lessons"),
        Word::AllLessons => ("Все уроки", "All lessons"),
        Word::OnThisPage => ("На этой странице", "On this page"),
        Word::Neighbours => ("Соседние уроки", "Neighbouring lessons"),
        Word::Previous => ("Назад", "Previous"),
        Word::Next => ("Дальше", "Next"),
        Word::SectionLink => ("Ссылка на раздел", "Link to the section"),
        Word::Table => ("Таблица", "Table"),
        Word::Before => ("Код перед этим фрагментом", "Code before this block"),
        Word::After => ("Код после этого фрагмента", "Code after this block"),
        Word::Choose => ("Читать по-русски", "Read in English"),
        Word::NotFound => ("Такой страницы нет", "There is no such page"),
        Word::NotFoundHint => (
            "Возможно, урок переименован или в адресе опечатка. Все уроки — на первой странице.",
            "The lesson may have been renamed, or the address mistyped. All lessons are on the front page.",
        ),
        Word::OnlyEnglish => (
            "Эта страница пока есть только по-английски.",
            "This page is in English only for now.",
        ),
    };
    match lang {
        Lang::Ru => russian,
        Lang::En => english,
    }
}

/// `Глава 4, урок 2. Около 7 минут`; a lesson outside of chapters has `chapter` zero.
pub fn kicker(lang: Lang, chapter: usize, lesson: usize, minutes: Option<u32>) -> String {
    let place = match (lang, chapter) {
        (Lang::Ru, 0) => format!("Урок {lesson}"),
        (Lang::Ru, _) => format!("Глава {chapter}, урок {lesson}"),
        (Lang::En, 0) => format!("Lesson {lesson}"),
        (Lang::En, _) => format!("Chapter {chapter}, lesson {lesson}"),
    };
    match (lang, minutes) {
        (_, None) => place,
        (Lang::Ru, Some(minutes)) => {
            format!("{place}. Около {minutes} {}", russian_minutes(minutes))
        }
        (Lang::En, Some(minutes)) => {
            format!("{place}. About {minutes} {}", english_minutes(minutes))
        }
    }
}

/// `урок 2 из 6`.
pub fn position(lang: Lang, lesson: usize, lessons: usize) -> String {
    match lang {
        Lang::Ru => format!("урок {lesson} из {lessons}"),
        Lang::En => format!("lesson {lesson} of {lessons}"),
    }
}

/// `Глава 4`.
pub fn chapter(lang: Lang, chapter: usize) -> String {
    match lang {
        Lang::Ru => format!("Глава {chapter}"),
        Lang::En => format!("Chapter {chapter}"),
    }
}

/// The genitive, after `около`.
fn russian_minutes(minutes: u32) -> &'static str {
    if minutes % 10 == 1 && minutes % 100 != 11 {
        "минуты"
    } else {
        "минут"
    }
}

fn english_minutes(minutes: u32) -> &'static str {
    if minutes == 1 { "minute" } else { "minutes" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_words() {
        assert_eq!(
            kicker(Lang::Ru, 4, 2, Some(7)),
            "Глава 4, урок 2. Около 7 минут"
        );
        assert_eq!(kicker(Lang::Ru, 0, 1, Some(21)), "Урок 1. Около 21 минуты");
        assert_eq!(
            kicker(Lang::Ru, 1, 1, Some(11)),
            "Глава 1, урок 1. Около 11 минут"
        );
        assert_eq!(
            kicker(Lang::En, 1, 3, Some(1)),
            "Chapter 1, lesson 3. About 1 minute"
        );
        assert_eq!(kicker(Lang::En, 1, 3, None), "Chapter 1, lesson 3");
        assert_eq!(position(Lang::Ru, 2, 6), "урок 2 из 6");
    }

    #[test]
    fn the_two_languages_are_each_other_s_other() {
        for lang in LANGS {
            assert_ne!(other(lang), lang);
            assert_eq!(other(other(lang)), lang);
        }
    }
}
