//! A version for one reader in every form in which it can leave, made as the command makes it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use top3::document;
use top3::plan::file;
use top3::questionnaire::reader::Reader;
use top3::questionnaire::{lower_reader, shipped_readers};
use top3::reader::{self, Answered, Guard, Hit, Version, Whom, Wish, Wording};
use top3::render;
use top3::yaml::read_tree;

use crate::topics::plan::cases::Case;

/// The profiles that come with the program.
pub fn shipped() -> Vec<Reader> {
    static READ: LazyLock<Vec<Reader>> = LazyLock::new(|| {
        let read = |text: &str| {
            let tree = read_tree(text.as_bytes(), "lezer.yaml").unwrap();
            lower_reader(&tree).unwrap_or_else(|problems| panic!("{problems:#?}"))
        };
        shipped_readers().map(|one| read(one.text)).collect()
    });
    READ.clone()
}

pub fn shipped_one(id: &str) -> Reader {
    shipped().into_iter().find(|one| one.id == id).unwrap()
}

/// Everybody for whom there is a version: nobody in particular where the reader is a body.
pub fn everybody(case: &Case, reader: &Reader) -> Vec<Whom> {
    match (reader.who, case.plan()) {
        (None, _) => vec![Whom::default()],
        (_, Some(plan)) => reader::whom(&plan, reader),
        (_, None) => Vec::new(),
    }
}

/// What the profile asks first, answered.
pub fn answered(reader: &Reader) -> Answered {
    let asks = reader.asks.iter();
    asks.map(|ask| {
        let said = match ask.id.as_str() {
            _ if ask.must.is_some() => "ja",
            "wanneer" => "vrijdag, na school",
            _ => "de juf",
        };
        (ask.id.clone(), said.to_owned())
    })
    .collect()
}

pub fn version(
    case: &Case,
    reader: &Reader,
    whom: &Whom,
    released: &[String],
) -> Result<Version, Vec<Hit>> {
    let Some(plan) = case.plan() else {
        return Err(Vec::new());
    };
    let wish = Wish {
        reader,
        whom,
        number: 1,
        wording: &Wording::new(),
        released,
    };
    reader::version(&plan, &Guard::of(&case.view()), &wish).map(|(version, _)| version)
}

/// The version in plain lines.
pub fn text(version: &Version, reader: &Reader) -> String {
    let sheet = reader::sheet(version, reader, &answered(reader));
    let calls = [
        ("112", "Alarmnummer", "Direct gevaar, nu."),
        ("0800-2000", "Veilig Thuis", "Dag en nacht."),
    ];
    let calls = calls.map(|(number, name, about)| document::Call {
        name: name.to_owned(),
        number: number.to_owned(),
        about: about.to_owned(),
    });
    render::text(&document::sheet(&sheet, &calls), 80)
}

/// The bytes of every form, by name.
pub fn forms(version: &Version, reader: &Reader) -> BTreeMap<&'static str, Vec<u8>> {
    let sheet = reader::sheet(version, reader, &answered(reader));
    let document = document::sheet(&sheet, &[]);
    let mut all: BTreeMap<&'static str, Vec<u8>> = [
        ("tekst", render::text(&document, 80).into_bytes()),
        (
            "scherm",
            render::terminal(&document, 100, true).into_bytes(),
        ),
        ("markdown", render::markdown(&document).into_bytes()),
        ("html", render::html(&document, "nl").unwrap().into_bytes()),
        ("docx", render::docx(&document, "nl-NL").unwrap()),
        ("odt", render::odt(&document, "nl-NL").unwrap()),
        ("pdf", render::pdf(&document, "nl-NL").unwrap()),
    ]
    .into();
    if reader.file {
        let yaml = file::write(&version.plan).unwrap().into_bytes();
        all.insert("yaml", yaml);
    }
    all
}
