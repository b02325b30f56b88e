//! A plan in another language: its headings and fixed sentences change, what people and lists said stays as it was said and is
//! marked as Dutch; a table of one's own does the same, and is refused where it is not whole.

use std::fs;
use std::path::Path;

use crate::support::pdf;
use crate::support::program::{Program, refused};

/// An example's plan in a language, in a form.
fn plan(program: &Program, language: &str, file: &str) -> Vec<u8> {
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/later-fasen/veiligheidsplan.yaml");
    let example = example.display().to_string();
    let run = program.run(&[
        "plan",
        "--lees",
        &example,
        "--taal",
        language,
        "-o",
        file,
        "--overschrijf",
    ]);
    assert!(run.code == Some(0) || run.code == Some(1), "{}", run.err);
    fs::read(program.file(file)).unwrap()
}

fn text(program: &Program, language: &str, file: &str) -> String {
    String::from_utf8(plan(program, language, file)).unwrap()
}

#[test]
fn headings_and_days_are_english_and_what_was_said_is_not() {
    let program = Program::new();
    let text = text(&program, "en", "plan.txt");
    for words in [
        "Safety plan",
        "If it goes wrong now",
        "Who does what",
        "15 June 2026",
        "Tuesday 15 September 2026",
        "DO NOT SHARE",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // What somebody typed, and what a list calls it.
    for words in ["Gaat elke vrijdag na zijn werk", "waarschijnlijk wel"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in [
        "Als het nu misgaat",
        "Wanneer",
        "Kijkt mee",
        "juni",
        "nog niet ingevuld",
        "onbekend",
    ] {
        assert!(!text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains(['\u{E000}', '\u{E001}']));
}

#[test]
fn what_stays_dutch_is_marked_so_in_every_form_that_can() {
    let program = Program::new();
    let html = text(&program, "en", "plan.html");
    assert!(html.contains("<html lang=\"en\">"));
    assert!(
        html.contains("<span lang=\"nl\">Vader drinkt in het weekend.</span>"),
        "{html}"
    );
    assert!(!text(&program, "nl", "plan.html").contains("lang=\"nl\">Vader drinkt"));
    let all = pdf::everything(&plan(&program, "en", "plan.pdf"));
    assert!(all.contains("/Lang(en-GB)") && all.contains("/Lang(nl-NL)"));
    assert!(all.contains("Vader drinkt in het weekend."));
    let all = pdf::everything(&plan(&program, "nl", "plan.pdf"));
    assert!(!all.contains("/Lang(en-GB)"));
    for (file, mark) in [
        ("plan.docx", "<w:lang w:val=\"nl-NL\"/>"),
        ("plan.odt", "text:style-name=\"Dutch\""),
    ] {
        let bytes = plan(&program, "en", file);
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let part = if file.ends_with("docx") {
            "word/document.xml"
        } else {
            "content.xml"
        };
        let body = std::io::read_to_string(zip.by_name(part).unwrap()).unwrap();
        assert!(body.contains(mark), "{file}");
    }
}

#[test]
fn a_table_of_ones_own_is_a_language_too() {
    let program = Program::new();
    let table = program.run(&["taal", "en"]).out;
    let own = table
        .replace("code: en", "code: tr")
        .replace("\"Safety plan\"", "\"Güvenlik planı\"");
    program.write("turks.yaml", &own);
    let html = text(&program, "turks.yaml", "plan.html");
    assert!(html.contains("<html lang=\"tr\">") && html.contains("Güvenlik planı"));
    plan(&program, "turks.yaml", "plan.pdf");
}

#[test]
fn a_table_that_is_not_whole_is_refused_with_what_is_missing() {
    let program = Program::new();
    let table = program.run(&["taal"]).out;
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/later-fasen/veiligheidsplan.yaml");
    let example = example.display().to_string();
    for (wrong, says) in [
        (
            table.replace("  review_date:", "  review_day:"),
            "plan_paper.review_date",
        ),
        (
            table.replace("{checker} kijkt mee", "{kijker} kijkt mee"),
            "plan_picture.check",
        ),
        (table.replace("code: nl", "code: '../x'"), "code"),
        (table.replace("plan_names:", "plannen:"), "plannen"),
    ] {
        assert_ne!(wrong, table);
        program.write("eigen.yaml", &wrong);
        let run = program.run(&[
            "plan",
            "--lees",
            &example,
            "--taal",
            "eigen.yaml",
            "-o",
            "plan.txt",
        ]);
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.err.contains(says), "{says}: {}", run.err);
        assert!(!program.file("plan.txt").exists());
    }
    let run = program.run(&[
        "plan", "--lees", &example, "--taal", "fries", "-o", "plan.txt",
    ]);
    assert_eq!(run.code, Some(2), "{}", run.err);
}

/// Whoever reads what was written down about them reads it in their own language, as far as that is ours to say.
#[test]
fn an_extract_is_there_in_another_language() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    program.write(
        "gegevens.yaml",
        "ontvanger: moeder\ndoel: om te lezen\ngrond: inzage\n",
    );
    let given = program.file("gegevens.yaml").display().to_string();
    let lines = program.file("keuze.yaml").display().to_string();
    let asked = |more: &[&str]| {
        let paper = ["papier", "inzage", id.as_str(), "--persoon", "p1"];
        program.run(
            &[
                &paper[..],
                &["--gegevens", &given, "--nalezen", &lines],
                more,
            ]
            .concat(),
        )
    };
    refused(&asked(&["--taal", "fries"]), 2, &["fries", "nl of en"]);
    let begun = asked(&["--taal", "en"]);
    assert_eq!(begun.code, Some(0), "{begun:?}");
    assert!(begun.err.contains("de taal van de lezer"), "{begun:?}");
    let choices = fs::read_to_string(&lines).unwrap();
    assert!(choices.contains("Has parental authority") && !choices.contains('\u{E000}'));
    let leaves = choices.replace("keuze: niet", "keuze: mee");
    let own = "keuze: anders\n  anders: Every Friday at seven";
    let at = leaves.rfind("keuze: mee").unwrap();
    let leaves = format!(
        "{}{own}{}",
        &leaves[..at],
        &leaves[at + "keuze: mee".len()..]
    );
    fs::write(&lines, leaves).unwrap();
    let page = asked(&["--taal", "en", "--formaat", "html"]);
    assert_eq!(page.code, Some(0), "{page:?}");
    for words in [
        "<html lang=\"en\">",
        "What has been written down",
        "Has parental authority",
        "Agreements",
        "lang=\"nl\">",
        "Every Friday at seven",
    ] {
        assert!(page.out.contains(words), "{words}: {}", page.out);
    }
    assert!(
        !page.out.contains("lang=\"nl\">Every Friday"),
        "{}",
        page.out
    );
    for words in [
        "Wat er is vastgelegd",
        "Heeft gezag",
        ">ja<",
        "\u{E000}",
        "\u{E001}",
    ] {
        assert!(!page.out.contains(words), "{words}: {}", page.out);
    }
    // In Dutch these are other lines: the choices were not made about them.
    refused(&asked(&[]), 1, &["keuze.yaml"]);
    let consult = program.run(&["papier", "overleg", &id, "--taal", "en"]);
    refused(&consult, 2, &["alleen in het Nederlands"]);
}
