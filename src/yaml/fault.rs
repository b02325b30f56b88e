//! What can be wrong with a file before it has any meaning, said in Dutch; and from bytes to text.

mod stumble;

use std::borrow::Cow;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::{MAX_BYTES, MAX_DEPTH, at};
use crate::problem::{Code, Place, Problem};

type Fault = Box<Problem>;

fn fault(code: Code, place: Place, message: impl Into<String>, tip: impl Into<String>) -> Fault {
    Box::new(Problem::new(code, place, message, tip))
}

/// The place of a whole file: its first character.
fn top(file: &Arc<str>) -> Place {
    Place {
        file: file.clone(),
        line: 1,
        column: 1,
        width: 1,
    }
}

/// The text in these bytes: UTF-8 with or without a byte-order mark, or UTF-16 with one.
pub(crate) fn decode<'a>(bytes: &'a [u8], file: &Arc<str>) -> Result<Cow<'a, str>, Fault> {
    if bytes.len() > MAX_BYTES {
        let megabytes = bytes.len() / (1024 * 1024);
        let limit = MAX_BYTES / (1024 * 1024);
        return Err(fault(
            Code::TooLarge,
            top(file),
            format!(
                "Dit bestand is {megabytes} MB groot. Meer dan {limit} MB leest het programma niet."
            ),
            "Is dit wel het goede bestand? Een bestand met vragen of antwoorden is zelden groter dan een paar honderd kB.",
        ));
    }
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, file),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, file),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, file),
        _ => utf8(bytes, file),
    }
}

fn utf8<'a>(bytes: &'a [u8], file: &Arc<str>) -> Result<Cow<'a, str>, Fault> {
    let tip = "Sla het bestand opnieuw op en kies bij de codering UTF-8. In Kladblok: Opslaan als, Codering: UTF-8.";
    let (good, message) = match std::str::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            None => return Ok(Cow::Borrowed(text)),
            Some(at) => (
                at,
                "Hier staat een teken dat niet in een tekst hoort. Waarschijnlijk is dit geen tekstbestand.",
            ),
        },
        Err(error) => (
            error.valid_up_to(),
            "Hier staat een teken dat geen UTF-8 is, vaak een letter met een accent uit een ouder programma.",
        ),
    };
    let before = String::from_utf8_lossy(&bytes[..good]);
    let line = before.rsplit('\n').next().unwrap_or("");
    let place = Place {
        file: file.clone(),
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
        width: 1,
    };
    Err(fault(Code::NotText, place, message, tip))
}

fn utf16<'a>(
    bytes: &[u8],
    read: fn([u8; 2]) -> u16,
    file: &Arc<str>,
) -> Result<Cow<'a, str>, Fault> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => read([*first, *second]),
        _ => 0xFFFD,
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if !text.contains('\0') => Ok(Cow::Owned(text)),
        _ => Err(fault(
            Code::NotText,
            top(file),
            "Dit bestand begint als UTF-16, maar is dat verderop niet meer.",
            "Sla het bestand opnieuw op en kies bij de codering UTF-8.",
        )),
    }
}

pub(super) fn empty(file: &Arc<str>) -> Fault {
    fault(
        Code::Syntax,
        top(file),
        "Dit bestand is leeg.",
        "Kopieer `questionnaires/proef/proef.yaml` als begin.",
    )
}

pub(super) fn second_document(place: Place) -> Fault {
    fault(
        Code::Syntax,
        place,
        "Hier begint een tweede document in hetzelfde bestand.",
        "Haal de regel met `---` weg, of zet wat erna komt in een eigen bestand.",
    )
}

pub(super) fn anchor(place: Place) -> Fault {
    fault(
        Code::Syntax,
        place,
        "Verwijzingen met `&` en `*` kan dit programma niet lezen.",
        "Schrijf het uit. In een vragenlijst kan een antwoordreeks een naam krijgen onder `schalen`. Hoort het teken bij een tekst? Zet die tekst dan tussen aanhalingstekens.",
    )
}

pub(super) fn tag(place: Place) -> Fault {
    fault(
        Code::Syntax,
        place,
        "Een woord met een uitroepteken ervoor kan hier niet.",
        "Hoort het uitroepteken bij de tekst? Zet de tekst dan tussen aanhalingstekens.",
    )
}

pub(super) fn too_deep(place: Place) -> Fault {
    fault(
        Code::TooLarge,
        place,
        format!("Hier zit meer dan {MAX_DEPTH} keer iets in iets anders."),
        "Kijk of er een haakje te veel staat. In een vragenlijst kan een voorwaarde die zo diep gaat beter een afgeleide worden.",
    )
}

pub(super) fn too_many(place: Place) -> Fault {
    fault(
        Code::TooLarge,
        place,
        "Dit bestand bevat meer waarden dan het programma leest.",
        "Is dit wel het goede bestand? Een vragenlijst die zo groot is, kunt u verdelen over meer lijsten met `gebruikt`.",
    )
}

pub(super) fn unreadable(error: &serde_yaml::Error, file: &Arc<str>) -> Fault {
    let mut place = top(file);
    if let Some(location) = error.location() {
        place.line = usize::try_from(location.line()).unwrap_or(1).max(1);
        place.column = usize::try_from(location.column()).unwrap_or(1).max(1);
    }
    fault(
        Code::WrongType,
        place,
        "Wat hier staat, is niet wat het programma verwacht.",
        "Dit bestand schrijft het programma zelf. Is het met de hand veranderd? Zet dan een eerdere versie terug.",
    )
}

/// A fault that the parser found, in words that an author can use.
pub(super) fn syntax(error: &ScanError, file: &Arc<str>, lines: &[&str]) -> Fault {
    let mut place = at(file, error.marker());
    place.line = place.line.min(lines.len().max(1));
    let line = lines.get(place.line - 1).copied().unwrap_or("");
    let before: String = line.chars().take(place.column - 1).collect();
    if let Some(found) = stumble::find(error.kind(), &place, lines) {
        return found;
    }
    let (message, tip) = match error.kind() {
        ErrorKind::RecursionLimitExceeded => return too_deep(place),
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => return anchor(place),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => {
            // The parser may stop at the line before the tab.
            let rest = lines.iter().enumerate().skip(place.line - 1);
            let found = rest.take(3).find(|(_, line)| line.contains('\t'));
            let (at, line) = found.map_or((place.line - 1, line), |(at, line)| (at, *line));
            place.line = at + 1;
            return tab(place, line);
        }
        _ if line.trim_start_matches(' ').starts_with('\t') => return tab(place, line),
        _ if line.chars().nth(place.column - 1) == Some(':') && second_colon(&before) => (
            "In deze tekst staat een dubbele punt. YAML leest daar een nieuwe sleutel.",
            second_colon_tip(&before),
        ),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            open_quote(&mut place, lines);
            (
                "Een tekst tussen aanhalingstekens heeft geen einde.",
                "Zet het aanhalingsteken aan het eind. Staat er een ' midden in de tekst? Schrijf die dubbel ('') of gebruik \" eromheen.",
            )
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "Na het laatste aanhalingsteken staat nog tekst.",
            "Zet de hele tekst tussen aanhalingstekens. Staat er een ' midden in de tekst? Schrijf die dubbel ('') of gebruik \" eromheen.",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => (
            "Tussen dubbele aanhalingstekens heeft een \\ een eigen betekenis, en deze bestaat niet.",
            "Gebruik enkele aanhalingstekens, of schrijf de \\ dubbel.",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidFlowScalarIndent => (
            "Er is een haakje open, of er ontbreekt een komma.",
            "Kijk of elk [ een ] heeft en elk { een }, en of er een komma staat tussen wat erin staat.",
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            "Dit haakje sluit iets wat niet open staat.",
            "Kijk of elk [ een ] heeft en elk { een }.",
        ),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::InvalidBlockEntryWhitespace => (
            "Hier staat een streepje waar geen rij kan beginnen.",
            "Begin de rij op een nieuwe regel. Hoort het streepje bij een tekst? Zet die tekst tussen aanhalingstekens.",
        ),
        ErrorKind::InvalidBlockScalarHeader => (
            "Na > of | begint de tekst op een nieuwe regel.",
            "Zet de tekst op de volgende regel, met twee spaties meer. Hoort het teken bij de tekst? Zet die tussen aanhalingstekens.",
        ),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => (
            "Hier staat een onzichtbaar teken dat niet in een tekst hoort.",
            "Typ deze regel opnieuw.",
        ),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator => (
            "Met dit teken kan een tekst niet beginnen.",
            "Zet de hele tekst tussen aanhalingstekens.",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::MappingValueNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedDocumentStart => {
            let indent = line.chars().take_while(|c| *c == ' ').count();
            place.column = indent + 1;
            place.width = line.trim().chars().count().max(1);
            (
                "Deze regel past niet bij de regels erboven.",
                "Kijk of de inspringing klopt, of na elke sleutel een dubbele punt en een spatie staat, en of erboven elk haakje dicht is.",
            )
        }
        _ => (
            "Vanaf hier is het bestand niet te lezen als YAML.",
            "Kijk op deze regel en de regel erboven: inspringing, haakjes, aanhalingstekens en dubbele punten.",
        ),
    };
    fault(Code::Syntax, place, message, tip)
}

fn tab(mut place: Place, line: &str) -> Fault {
    place.column = line.chars().take_while(|c| *c != '\t').count() + 1;
    fault(
        Code::Syntax,
        place,
        "Hier staat een tab. YAML kent alleen spaties om in te springen.",
        "Vervang de tab door spaties, twee per niveau.",
    )
}

/// A colon in a text, or a comma that was forgotten: between braces both look the same.
fn second_colon_tip(before: &str) -> &'static str {
    let value = before.rsplit_once(": ").map_or("", |(_, value)| value);
    if value.starts_with([
        '\u{201c}', '\u{201e}', '\u{2018}', '\u{201a}', '\u{201d}', '\u{2019}',
    ]) {
        return "Kromme aanhalingstekens telt YAML niet. Zet er rechte omheen: 'Let op: zo'.";
    }
    if before.rfind('{') > before.rfind('}') && value.contains(' ') {
        return "Ontbreekt er een komma voor dit woord? Of hoort de dubbele punt bij de tekst? Zet die dan tussen aanhalingstekens: 'Let op: zo'.";
    }
    "Zet de hele tekst tussen aanhalingstekens: 'Let op: zo'."
}

/// Whether what stands before a colon on its line already holds a key with a value.
fn second_colon(before: &str) -> bool {
    let value = before.rsplit(['{', ',', '[']).next().unwrap_or("");
    value.contains(": ")
}

/// Points at the quote that was opened last: the parser only notices at the end.
fn open_quote(place: &mut Place, lines: &[&str]) {
    for at in (0..place.line).rev() {
        let line = lines.get(at).copied().unwrap_or("");
        let starts = ["'", "\""].iter().flat_map(|quote| {
            [": ", "- ", ", ", "[", "{ "]
                .iter()
                .filter_map(move |before| {
                    Some(line.rfind(&format!("{before}{quote}"))? + before.len())
                })
        });
        if let Some(byte) = starts.max() {
            place.line = at + 1;
            place.column = line[..byte].chars().count() + 1;
            return;
        }
    }
}
