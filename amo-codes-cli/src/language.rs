//! The languages of the program: labels and sentences. The descriptions are in the tables.

use std::env;

use amo_codes::Advice;
use amo_codes_reply::{BodyKind, NextStep, Outcome};

/// The language of what the program explains. Errors and the help are in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// English
    En,
    /// Russian
    Ru,
}

/// The labels of fields, in one language.
pub(crate) struct Labels {
    pub(crate) description: &'static str,
    pub(crate) note: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) http_status: &'static str,
    pub(crate) advice: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) paths: &'static str,
    pub(crate) number: &'static str,
    pub(crate) name: &'static str,
    pub(crate) undocumented: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) line: &'static str,
    pub(crate) outcome: &'static str,
    pub(crate) next_step: &'static str,
    pub(crate) wait: &'static str,
    pub(crate) trace_id: &'static str,
    pub(crate) message: &'static str,
    pub(crate) error_key: &'static str,
    pub(crate) entity: &'static str,
    pub(crate) item: &'static str,
    pub(crate) field: &'static str,
    pub(crate) code: &'static str,
    pub(crate) may_be: &'static str,
    pub(crate) success: &'static str,
    pub(crate) failure: &'static str,
}

static ENGLISH: Labels = Labels {
    description: "description",
    note: "note",
    evidence: "evidence",
    http_status: "HTTP status",
    advice: "advice",
    docs: "docs",
    paths: "paths",
    number: "number",
    name: "name",
    undocumented: "undocumented",
    unknown: "unknown",
    line: "line",
    outcome: "outcome",
    next_step: "next step",
    wait: "wait",
    trace_id: "trace id",
    message: "message",
    error_key: "error key",
    entity: "entity",
    item: "item",
    field: "field",
    code: "code",
    may_be: "may be",
    success: "success",
    failure: "failure",
};

static RUSSIAN: Labels = Labels {
    description: "описание",
    note: "пояснение",
    evidence: "источник",
    http_status: "HTTP-статус",
    advice: "совет",
    docs: "справка",
    paths: "пути",
    number: "код",
    name: "имя",
    undocumented: "нет в документации",
    unknown: "неизвестен",
    line: "строка",
    outcome: "итог",
    next_step: "что делать",
    wait: "подождать",
    trace_id: "trace id",
    message: "сообщение",
    error_key: "ключ ошибки",
    entity: "сущность",
    item: "элемент",
    field: "поле",
    code: "код",
    may_be: "возможно",
    success: "успех",
    failure: "ошибка",
};

impl Language {
    /// Returns the language of the locale.
    pub(crate) fn of_locale() -> Self {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let locale = names.filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
        Self::of_tag(&locale.unwrap_or_default())
    }

    /// Returns the language of a tag or locale, such as `ru` or `ru_RU.UTF-8`. It is English if it is not Russian.
    pub(crate) fn of_tag(tag: &str) -> Self {
        if tag.to_lowercase().starts_with("ru") { Self::Ru } else { Self::En }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::En => Self::Ru,
            Self::Ru => Self::En,
        }
    }

    /// Returns the code of the language, for HTML.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    pub(crate) fn labels(self) -> &'static Labels {
        match self {
            Self::En => &ENGLISH,
            Self::Ru => &RUSSIAN,
        }
    }

    /// Returns an advice as a phrase.
    pub(crate) fn phrase(self, advice: Advice) -> String {
        match self {
            Self::En => advice.to_string(),
            Self::Ru => russian(advice).0.to_owned(),
        }
    }

    /// Returns what an advice means, in a sentence or two.
    pub(crate) fn explanation(self, advice: Advice) -> &'static str {
        match self {
            Self::En => advice.explanation(),
            Self::Ru => russian(advice).1,
        }
    }

    /// Says that a number has several meanings.
    pub(crate) fn meanings(self, number: i64, count: usize) -> String {
        match self {
            Self::En => format!("{number} has {count} meanings."),
            Self::Ru => format!("У кода {number} несколько значений: {count}."),
        }
    }

    /// Says how to tell the meanings of a number apart.
    pub(crate) fn add_path(self, path: &str, address: &str) -> String {
        match self {
            Self::En => {
                format!(
                    "The path of the request tells them apart: add it, as in `--path {path}`, or write the address of one, such as \
                     `{address}`."
                )
            }
            Self::Ru => {
                format!("Их различает путь запроса: укажите `--path {path}` или адрес кода, например `{address}`.")
            }
        }
    }

    /// Says that the path does not tell the meanings of a number apart.
    pub(crate) fn not_of_path(self, path: &str) -> String {
        match self {
            Self::En => format!("None of them belongs to the path {path}."),
            Self::Ru => format!("Ни одно из них не относится к пути {path}."),
        }
    }

    /// Introduces the meanings of a number in other sections than that of the path.
    pub(crate) fn other_meanings(self, number: i64, path: &str, others: &str) -> String {
        match self {
            Self::En => format!("This meaning belongs to the path {path}. In other sections, {number} is: {others}"),
            Self::Ru => format!("Это значение относится к пути {path}. В других разделах {number} — это: {others}"),
        }
    }

    /// Says that a number is an HTTP status, too.
    pub(crate) fn also_status(self, status: u16, addresses: &str) -> String {
        match self {
            Self::En => {
                format!("{status} is also an HTTP status. These codes are documented with HTTP {status}: {addresses}")
            }
            Self::Ru => {
                format!("{status} — это ещё и HTTP-статус. С HTTP {status} в документации описаны коды: {addresses}")
            }
        }
    }

    /// Introduces the codes that are documented with an HTTP status.
    pub(crate) fn documented_with(self, status: u16) -> String {
        match self {
            Self::En => format!("Documented with HTTP {status}; replies use other statuses as well:"),
            Self::Ru => format!("Описаны в документации с HTTP {status}; в ответах бывают и другие статусы:"),
        }
    }

    /// Says that the same answer was found again.
    pub(crate) fn again(self, count: usize) -> String {
        match (self, count) {
            (Self::En, 1) => "again once".to_owned(),
            (Self::En, _) => format!("again {count} times"),
            (Self::Ru, _) => format!("и ещё раз: {count}"),
        }
    }

    /// Says what to do next: after a request that writes, and after one that reads.
    pub(crate) fn next_step(self, step: NextStep, is_write: bool) -> String {
        match (self, is_write) {
            (Self::En, true) => format!("to write: {step}. {}", step.explanation()),
            (Self::En, false) => format!("to read: {step}. {}", step.explanation()),
            (Self::Ru, true) => format!("при записи: {}", russian_step(step)),
            (Self::Ru, false) => format!("при чтении: {}", russian_step(step)),
        }
    }

    /// Says that findings were not kept.
    pub(crate) fn more_findings(self, number: usize) -> String {
        match self {
            Self::En => format!("… and {number} more findings"),
            Self::Ru => format!("… и ещё ошибок: {number}"),
        }
    }

    /// Returns how long to wait.
    pub(crate) fn seconds(self, seconds: f64) -> String {
        match self {
            Self::En => format!("{seconds} seconds"),
            Self::Ru => format!("{seconds} с"),
        }
    }

    /// Says what became of a request.
    pub(crate) fn outcome(self, outcome: Outcome) -> &'static str {
        use Outcome::{Done, Partial, Refused, Unknown};
        match (self, outcome) {
            (Self::En, Done) => "done: the request was carried out.",
            (Self::En, Refused) => "refused: nothing was carried out.",
            (Self::En, Partial) => "partial: the items without errors were carried out. Do not repeat those.",
            (Self::En, Unknown) => {
                "unknown: the request may have been carried out. Check before you repeat one that creates something."
            }
            (Self::Ru, Done) => "запрос выполнен.",
            (Self::Ru, Refused) => "запрос отклонён: ничего не выполнено.",
            (Self::Ru, Partial) => "выполнен частично: элементы без ошибок обработаны, их повторять нельзя.",
            (Self::Ru, Unknown) => {
                "неизвестен: запрос мог быть выполнен. Проверьте это, прежде чем повторять запрос, который что-то создаёт."
            }
        }
    }

    /// Names the place of a finding in the body.
    pub(crate) fn in_body(self, pointer: &str) -> String {
        match self {
            Self::En => format!("at {pointer} in the body"),
            Self::Ru => format!("в теле ответа: {pointer}"),
        }
    }

    /// Names the place of a finding that is about the whole body.
    pub(crate) fn whole_body(self, body: BodyKind) -> &'static str {
        match (self, body) {
            (Self::En, BodyKind::Empty) => "(the body is empty)",
            (Self::En, BodyKind::Html) => "(the body is HTML)",
            (Self::En, BodyKind::Other) => "(the body is not JSON)",
            (Self::En, _) => "(the whole body)",
            (Self::Ru, BodyKind::Empty) => "(тело ответа пустое)",
            (Self::Ru, BodyKind::Html) => "(тело ответа — HTML)",
            (Self::Ru, BodyKind::Other) => "(тело ответа — не JSON)",
            (Self::Ru, _) => "(всё тело ответа)",
        }
    }
}

/// Returns the phrase and the explanation of an advice in Russian.
fn russian(advice: Advice) -> (&'static str, &'static str) {
    match advice {
        Advice::NotAnError => ("не ошибка", "Ответ сообщает об успехе или о пустом результате."),
        Advice::NotFound => {
            ("не найдено", "Поля, сущности или элемента не существует. При удалении на это можно не обращать внимания.")
        }
        Advice::RetryLater => {
            ("повторить позже", "Тот же запрос может пройти позже. Повторяйте его, увеличивая паузу между попытками.")
        }
        Advice::SignIn => (
            "авторизоваться заново",
            "Неверны логин, пароль или ключ либо истёк срок действия токена. Обновите токен один раз и повторите запрос.",
        ),
        Advice::FixRequest => {
            ("исправить запрос", "Нужно изменить сам запрос. Без изменений он снова завершится ошибкой.")
        }
        Advice::AskUser => (
            "обратиться к пользователю",
            "Сначала человек должен что-то сделать: выдать права, оплатить, включить функцию или войти через браузер.",
        ),
        _ => ("не указан", "В таблице не сказано, что делать. Прочитайте описание."),
    }
}

fn russian_step(step: NextStep) -> &'static str {
    match step {
        NextStep::Continue => "продолжать. Запрос выполнен.",
        NextStep::Retry { .. } => "повторить. Подождите, каждый раз дольше, и отправьте тот же запрос ещё раз.",
        NextStep::Check => {
            "проверить. Запрос мог быть выполнен, целиком или частично: посмотрите, что уже есть, прежде чем что-то отправлять."
        }
        NextStep::SignIn => {
            "авторизоваться заново. Обновите токен один раз и повторите запрос. Если не поможет, войти должен человек."
        }
        NextStep::Skip => {
            "пропустить. Того, что указано в запросе, не существует: уберите это и отправьте остальное, если оно есть."
        }
        NextStep::GiveUp => {
            "прекратить. Покажите сообщение человеку: он должен что-то сделать, или нужно изменить запрос."
        }
    }
}
