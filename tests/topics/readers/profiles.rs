//! Profiles as an author writes them: the shipped ones are good, every part that can be named gives something, and what no
//! profile may give is refused by `check`.

use top3::answer::{RowId, Value};
use top3::problem::Problem;
use top3::questionnaire::lower_reader;
use top3::questionnaire::reader::{PARTS, Reader};
use top3::reader::Whom;
use top3::yaml::read_tree;

use super::super::plan::cases::{Case, answer, example};
use super::made::{shipped, shipped_one, text, version};

fn read(text: &str) -> Result<Reader, Vec<Problem>> {
    lower_reader(&read_tree(text.as_bytes(), "lezer.yaml").unwrap())
}

/// For a body, unless it says otherwise.
fn profile(rest: &str) -> String {
    let who = if rest.contains("wie:") {
        ""
    } else {
        "wie: instantie\n"
    };
    format!("id: eigen\ntitel: Eigen\nvoor: iemand\nbron: wij\n{who}{rest}")
}

fn faults(rest: &str) -> String {
    let problems = read(&profile(rest)).err().unwrap_or_default();
    problems
        .iter()
        .map(|one| format!("{} {}\n", one.message, one.tip))
        .collect()
}

#[test]
fn what_nobody_near_may_read_cannot_be_named_for_them() {
    for (part, fields) in [
        ("veiligheidscijfers", "[wie, cijfer]"),
        ("akkoord", "[wie, stand]"),
        ("volgorde", "[wie_ziet_het_anders]"),
        ("top3", "[wat, bron]"),
        ("top3", "[wat, door]"),
        ("incidenten", "[wat]"),
    ] {
        for who in ["huishouden", "kind", "gezinslid", "netwerk"] {
            let rest = format!("wie: {who}\nkrijgt: [{{ uit: {part}, velden: {fields} }}]\n");
            assert!(
                faults(&rest).contains("nooit voor gezin, kind of netwerk"),
                "{who} {part}: {}",
                faults(&rest)
            );
        }
        let rest = format!("krijgt: [{{ uit: {part}, velden: {fields} }}]\n");
        assert_eq!(faults(&rest), "", "{part}");
    }
    for part in ["verschil_van_inzicht", "besproken"] {
        let rest = format!("wie: netwerk\nkrijgt: [{{ uit: {part} }}]\n");
        assert!(faults(&rest).contains("nooit"), "{part}");
    }
}

/// How careful the program is follows from who reads: a profile that does not say so is never taken for one of a body.
#[test]
fn a_profile_that_does_not_say_who_reads_is_no_profile() {
    for part in [
        "{ tekst: Dag. }",
        "{ uit: veiligheidscijfers, velden: [cijfer] }",
    ] {
        let text =
            format!("id: eigen\ntitel: Eigen\nvoor: de familie\nbron: wij\nkrijgt: [{part}]\n");
        let problems = read(&text).unwrap_err();
        assert!(
            problems.iter().any(|one| one.message.contains("`wie`")),
            "{problems:?}"
        );
    }
    let text =
        "id: eigen\ntitel: Eigen\nvoor: wij\nbron: wij\nwie: iedereen\nkrijgt: [{ tekst: Dag. }]\n";
    assert!(read(text).unwrap_err()[0].tip.contains("instantie"));
}

#[test]
fn an_author_is_told_what_is_wrong() {
    for (rest, said) in [
        ("krijgt: [{ uit: afspraaken }]\n", "afspraken"),
        ("krijgt: [{ uit: afspraken }]\n", "niet welke velden"),
        (
            "krijgt: [{ uit: afspraken, velden: [wanneeer] }]\n",
            "wanneer",
        ),
        (
            "krijgt: [{ uit: afspraken, eigen: ja, velden: [doet] }]\n",
            "niemand gekozen",
        ),
        (
            "wie: netwerk\nmeldrecht: ja\nkrijgt: [{ tekst: Dag. }]\n",
            "Veilig Thuis",
        ),
        (
            "planbestand: ja\nkrijgt: [{ tekst: Dag. }]\n",
            "planbestand",
        ),
        ("krijgt: []\n", ""),
        (
            "krijgt: [{ uit: afspraken, kop_ander: Anderen, velden: [doet] }]\n",
            "eigen afspraken",
        ),
        ("mag: [adress]\nkrijgt: [{ tekst: Dag. }]\n", "adres"),
        (
            "krijgt: [{ uit: afspraken, velden: [doet] }, { uit: afspraken, velden: [wanneer] }]\n",
            "twee keer",
        ),
    ] {
        let told = faults(rest);
        assert!(!told.is_empty() && told.contains(said), "{rest}: {told}");
    }
}

/// What somebody does and what they look along at are not the same to them: each has its own head, where there is one.
#[test]
fn what_the_reader_does_comes_before_what_another_does() {
    let mut case = example("hulp-en-plan");
    let reader = shipped_one("school");
    let (own, theirs) = ("Wat u doet\n---", "Wat een ander doet, en u nakijkt\n---");
    let made = |case: &Case, who: &str| {
        let plan = case.plan().unwrap();
        let whom = top3::reader::find(&plan, &reader, who).unwrap();
        text(&version(case, &reader, &whom, &[]).unwrap(), &reader)
    };
    let one = made(&case, "p4");
    assert!(one.contains(theirs) && !one.contains(own), "{one}");
    // One of them is theirs now, and comes first, though it comes later in the plan.
    let school = || Value::Rows(vec![RowId("p4".to_owned())]);
    let row = |row: &str, key: &str| format!("veiligheidsplan.afspraken/{row}/{key}");
    answer(&mut case, &row("a1", "controle_door"), school());
    answer(&mut case, &row("a3", "wie"), school());
    let both = made(&case, "p4");
    let at = |words: &str| {
        both.find(words)
            .unwrap_or_else(|| panic!("{words}: {both}"))
    };
    assert!(at(own) < at(theirs), "{both}");
    assert_eq!(
        both.matches("\n1. ").count(),
        2,
        "each counts its own: {both}"
    );
}

/// Each part and field that can be named is really taken: what a profile names and does not get would be missed by nobody.
#[test]
fn everything_that_can_be_named_is_taken_and_nothing_else() {
    let all = |name: &str| -> String {
        ["hulp-en-plan", "later-fasen"]
            .map(|case| {
                let part = PARTS.iter().find(|part| part.name == name).unwrap();
                let fields = match part.fields {
                    [] => String::new(),
                    fields => format!(", velden: [{}]", fields.join(", ")),
                };
                let rest = format!("krijgt: [{{ uit: {name}{fields} }}]\n");
                let reader = read(&profile(&rest)).unwrap();
                let made = version(&example(case), &reader, &Whom::default(), &[]).unwrap();
                text(&made, &reader)
            })
            .concat()
    };
    let nothing = read(&profile("krijgt: [{ tekst: Dag. }]\n")).unwrap();
    let made = version(&example("hulp-en-plan"), &nothing, &Whom::default(), &[]).unwrap();
    let empty = text(&made, &nothing);
    assert!(
        !empty.contains("zoon") && !empty.contains("vader"),
        "{empty}"
    );
    for part in PARTS.iter().filter(|part| part.name != "vrijgegeven") {
        let said = all(part.name);
        // Neither example says anything of these.
        let silent = ["akkoord", "andere_situaties", "regie", "netwerk"].contains(&part.name);
        assert!(
            silent || said.lines().count() > empty.lines().count() * 2 - 4,
            "{}: {said}",
            part.name
        );
    }
    assert_eq!(shipped().len(), 7);
}
