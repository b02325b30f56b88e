//! Whose a file is, and what its owner already knew: nobody goes on in the answers of another, and who read the makers' choice
//! before the second round is told to the group.

use std::fs;

use super::{CASE, Room, input, typed};
use crate::support::program::refused;

#[test]
fn nobody_writes_in_the_answers_of_another_who_thought_of_the_same_word() {
    let room = Room::new();
    let name = format!("{CASE}-uil-1.yaml");
    room.practise(&[CASE, "--naam", "uil"], &input(&typed()[..9]));
    let before = room.answers(&name);
    // It is told when that was begun and how far it is, by which its owner knows it; what was answered is not.
    let other = room.practise(&[CASE, "--naam", "uil"], "misschien\nnee\nduif\n\nnee\n");
    let flat = other.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "\"uil\": begonnen op",
        "bezig met ronde",
        "Typ ja of nee",
        "een andere naam",
    ] {
        assert!(flat.contains(said), "{said}: {flat}");
    }
    assert_eq!(room.answers(&name), before);
    assert!(
        room.answers(&format!("{CASE}-duif-1.yaml"))
            .contains("deelnemer: duif")
    );
    // Nor are the answers and the makers' choice of who is done shown to another, and no second round begins with them.
    let room = Room::new();
    room.practise(&[CASE, "--naam", "uil"], &input(&typed()));
    let other = room.practise(&[CASE, "--naam", "uil"], "nee\n");
    assert!(!other.out.contains("Uw antwoorden naast"), "{}", other.out);
    let other = room.practise(&[CASE, "--naam", "uil", "--ronde", "2"], "nee\n");
    refused(&other, 2, &["van een ander", "die u zelf in ronde 1 koos"]);
    assert!(
        !room
            .file("oefeningen")
            .join(format!("{CASE}-uil-2.yaml"))
            .exists()
    );
}

#[test]
fn who_reads_the_makers_choice_before_the_second_round_is_asked_first_and_the_group_knows() {
    let room = Room::new();
    let moved = "1\n1\nonbekend\n:overzicht\nklaar\nDaarom.\n";
    for (name, reads) in [("uil", ""), ("duif", "nee\n"), ("mus", "ja\n")] {
        let typed = format!("{}{reads}", input(&typed()));
        let run = room.practise(&[CASE, "--naam", name], &typed);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("Lees het dan daarna"), "{flat}");
        let shown = run.out.contains("Uw antwoorden naast");
        assert_eq!(shown, reads == "ja\n", "{name}: {}", run.out);
        let again = room.practise(
            &[CASE, "--naam", name, "--ronde", "2"],
            &format!("ja\n{moved}"),
        );
        assert_eq!(again.code, Some(0), "{}", again.err);
        assert_eq!(
            again.err.contains("U las al wat de makers kozen"),
            shown,
            "{name}"
        );
        // Who read it has no reason to wait.
        assert_eq!(again.err.contains("Wacht daarmee"), !shown, "{name}");
        let kept = room.answers(&format!("{CASE}-{name}-2.yaml"));
        assert_eq!(kept.contains("sleutel_gelezen: "), shown, "{name}: {kept}");
    }
    let report = |args: &[&str]| {
        let args = [&["groep", "oefeningen", "--namen"], args].concat();
        let run = room.at("casussen", &args, "");
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    };
    let told = report(&[]).split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "daarna nog een antwoord veranderde: mus. Wat daar verschoof";
    assert!(told.contains(said), "{told}");
    assert!(!report(&["--ronde", "1"]).contains("Wat daar verschoof"));
    let rows = report(&["--formaat", "csv"]);
    assert!(rows.contains(",kende_sleutel,mus,ja,"), "{rows}");
    let json = report(&["--formaat", "json"]);
    assert_eq!(json.matches("\"kende_sleutel\": true").count(), 1, "{json}");
    // Who read it after the second round, and looks at that again, changed nothing by it; who changes something then did.
    room.practise(&[CASE, "--naam", "uil"], "ja\n");
    let again = [CASE, "--naam", "uil", "--ronde", "2"];
    let second = format!("{CASE}-uil-2.yaml");
    room.practise(&again, "ja\nklaar\n");
    assert!(!room.answers(&second).contains("sleutel_gelezen"));
    room.practise(&again, "ja\n1\n1\nja\n:overzicht\nklaar\n");
    assert!(room.answers(&second).contains("sleutel_gelezen"));
    // Also where nobody's first round is in the folder.
    for name in ["uil", "duif", "mus"] {
        fs::remove_file(
            room.file("oefeningen")
                .join(format!("{CASE}-{name}-1.yaml")),
        )
        .unwrap();
    }
    let told = report(&[]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("antwoord veranderde: mus, uil."), "{told}");
}

#[test]
fn a_reason_that_was_just_typed_can_be_typed_anew() {
    let room = Room::new();
    room.practise(&[CASE, "--naam", "uil"], &input(&typed()));
    // Two answers move; after the first why one goes back to it, and after that on.
    let moved = "1\n1\nonbekend\n2\nveilig_thuis\n:overzicht\nklaar\n";
    let typed = format!("ja\n{moved}t\nEerst dit.\nt\nToch dat.\nEn dit.\n");
    let run = room.practise(&[CASE, "--naam", "uil", "--ronde", "2"], &typed);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("1 van 2."), "{}", run.err);
    assert!(
        run.err.contains("U typte nu: \"Eerst dit.\""),
        "{}",
        run.err
    );
    // At the first there is nowhere to go, and a letter is no reason.
    assert!(
        run.err.contains("Dit is de eerste verandering"),
        "{}",
        run.err
    );
    let kept = room.answers(&format!("{CASE}-uil-2.yaml"));
    assert!(!kept.contains("toelichting: t\n"), "{kept}");
    for (said, stands) in [
        ("Toch dat.", true),
        ("En dit.", true),
        ("Eerst dit.", false),
    ] {
        assert_eq!(kept.contains(said), stands, "{said}: {kept}");
    }
}

#[test]
fn who_is_still_busy_is_told_from_who_left_it_empty() {
    let room = Room::new();
    let report = |args: &[&str]| {
        let args = [&["groep", "oefeningen"], args].concat();
        let run = room.at("casussen", &args, "");
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    room.practise(&[CASE, "--naam", "uil"], &input(&typed()));
    assert!(!report(&[]).contains("nog bezig"));
    room.practise(&[CASE, "--naam", "duif"], &input(&typed()[..9]));
    room.practise(&[CASE, "--naam", "mus"], &input(&typed()[..9]));
    let busy = "Twee zijn nog bezig, of stopten onderweg.";
    assert!(report(&[]).contains(busy), "{}", report(&[]));
    // Who goes on to the end is done.
    let rest = format!("ja\n{}", input(&typed()[9..]));
    room.practise(&[CASE, "--naam", "mus"], &rest);
    let json = report(&["--formaat", "json"]);
    let told = |klaar| json.matches(&format!("\"klaar\": {klaar}")).count();
    assert_eq!((told("true"), told("false")), (2, 1), "{json}");
    // A second round that was begun and left is none yet; one that was looked through is.
    let again = [CASE, "--naam", "uil", "--ronde", "2"];
    room.practise(&again, "ja\n:pauze\n");
    let second = format!("{CASE}-uil-2.yaml");
    assert!(room.answers(&second).contains("klaar: nee"));
    room.practise(&again, "ja\nklaar\n");
    assert!(room.answers(&second).contains("klaar: ja"));
    // Whoever's file does not say, nothing is said of.
    let file = room.file("oefeningen").join(format!("{CASE}-duif-1.yaml"));
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("  klaar: nee\n", "")).unwrap();
    assert!(!report(&["--ronde", "1"]).contains("nog bezig"));
}
