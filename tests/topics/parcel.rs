//! Packages: what goes in comes out for whom it was meant, and for nobody else; whatever is wrong has its own sentence.

use std::sync::LazyLock;

use chrono::NaiveDate;
use top3::keys::{self, Identity, Opener, Public, armoured};
use top3::parcel::{Fault, MOST_RECIPIENTS, Parcel, open, seal};

const DOCUMENT: &[u8] = b"Wat moet stoppen.\n\0\xff en nog een regel\n";
const MEDIA: &str = "text/plain";

/// A sender, somebody it is for, and somebody it is not for.
static PEOPLE: LazyLock<[Identity; 3]> =
    LazyLock::new(|| std::array::from_fn(|_| Identity::generate().unwrap()));

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).unwrap()
}

fn sealed() -> Vec<u8> {
    let [sender, reader, _] = &*PEOPLE;
    seal(DOCUMENT, MEDIA, &[reader.recipient()], sender, day()).unwrap()
}

fn opened(bytes: &[u8], by: &Identity) -> Result<Parcel, Fault> {
    open(bytes, &Opener::from(by))
}

#[test]
fn what_was_sealed_comes_out_with_who_wrote_it_and_when() {
    let [sender, reader, _] = &*PEOPLE;
    for bytes in [sealed(), armoured(&sealed())] {
        let parcel = opened(&bytes, reader).unwrap();
        assert_eq!(parcel.document.as_slice(), DOCUMENT);
        assert_eq!(parcel.media, MEDIA);
        assert_eq!(parcel.sender, sender.public());
        assert_eq!(parcel.on, day());
        assert_eq!(parcel.to, [reader.recipient()]);
    }
    let empty = seal(b"", MEDIA, &[reader.recipient()], sender, day()).unwrap();
    assert!(opened(&empty, reader).unwrap().document.is_empty());
}

#[test]
fn from_outside_nobody_sees_who_wrote_or_what() {
    let [sender, reader, _] = &*PEOPLE;
    let bytes = sealed();
    let public = sender.public().to_string();
    let mut words: Vec<&[u8]> = public.split(' ').map(str::as_bytes).collect();
    let to = reader.recipient().to_string();
    words.extend([to.as_bytes(), b"text/plain", b"2026-03-12", b"stoppen"]);
    for word in words {
        assert!(!bytes.windows(word.len()).any(|part| part == word));
    }
}

#[test]
fn each_of_many_can_open_it_and_nobody_else() {
    let [sender, reader, other] = &*PEOPLE;
    let third = Identity::generate().unwrap();
    let to = [reader.recipient(), third.recipient()];
    let bytes = seal(DOCUMENT, MEDIA, &to, sender, day()).unwrap();
    for one in [reader, &third] {
        assert_eq!(opened(&bytes, one).unwrap().to, to);
    }
    for one in [other, sender] {
        assert_eq!(opened(&bytes, one).unwrap_err(), Fault::NotForThisKey);
    }
    let nobody = seal(DOCUMENT, MEDIA, &[], sender, day());
    assert_eq!(nobody, Err(Fault::NoRecipient));
    let many = vec![reader.recipient(); MOST_RECIPIENTS + 1];
    let all = seal(DOCUMENT, MEDIA, &many, sender, day());
    assert_eq!(all, Err(Fault::NoRecipient));
}

#[test]
fn one_flipped_bit_anywhere_is_seen() {
    let reader = &PEOPLE[1];
    let bytes = sealed();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let fault = opened(&changed, reader).unwrap_err();
        assert_ne!(fault, Fault::NoPackage, "at {at}");
        assert_ne!(fault, Fault::Forged, "at {at}: the seal comes first");
    }
}

#[test]
fn a_file_that_was_cut_at_any_byte_is_seen() {
    let reader = &PEOPLE[1];
    for bytes in [sealed(), armoured(&sealed())] {
        for end in 0..bytes.trim_ascii_end().len() {
            let fault = opened(&bytes[..end], reader).unwrap_err();
            let said = [Fault::Cut, Fault::Damaged, Fault::NotForThisKey];
            assert!(said.contains(&fault), "cut at {end}: {fault:?}");
        }
    }
}

/// Whatever stands in the seal, sealed to the reader.
fn resealed(inside: &[u8]) -> Result<Parcel, Fault> {
    let reader = &PEOPLE[1];
    let bytes = keys::seal(inside, &[reader.recipient()]).unwrap();
    opened(&bytes, reader)
}

/// What stands in the seal.
fn inside() -> Vec<u8> {
    let reader = &PEOPLE[1];
    keys::open(&sealed(), &Opener::from(reader))
        .unwrap()
        .to_vec()
}

#[test]
fn what_somebody_changed_inside_is_not_signed_by_whom_it_says() {
    let inside = inside();
    assert!(resealed(&inside).is_ok());
    let kind = b"top3-pakket 1\n".len();
    for at in kind..inside.len() {
        let mut changed = inside.clone();
        changed[at] ^= 1;
        let fault = resealed(&changed).unwrap_err();
        // A line break that is no longer one leaves no statement at all.
        assert!(
            matches!(fault, Fault::Forged | Fault::Cut),
            "at {at}: {fault:?}"
        );
    }
    for end in kind..inside.len() {
        assert!(resealed(&inside[..end]).is_err(), "cut at {end}");
    }
    for (text, fault) in [
        (&b""[..], Fault::NoPackage),
        (b"gewoon een tekst\nvan iemand", Fault::NoPackage),
        (b"top3-pakket 2\n\n\n", Fault::Newer),
        (b"top3-pakket een\n\n\n", Fault::NoPackage),
        (b"top3-pakket 1\nAAAA\n{}\n", Fault::Forged),
        (b"top3-pakket 1\n", Fault::Cut),
    ] {
        assert_eq!(resealed(text).unwrap_err(), fault);
    }
}

#[test]
fn who_got_a_package_cannot_give_it_to_another_as_if_meant_for_them() {
    let other = &PEOPLE[2];
    let bytes = keys::seal(&inside(), &[other.recipient()]).unwrap();
    assert_eq!(opened(&bytes, other).unwrap_err(), Fault::MeantForOthers);
}

#[test]
fn a_signature_of_one_key_is_not_that_of_another() {
    let [sender, reader, other] = &*PEOPLE;
    let text = String::from_utf8_lossy(&inside()).into_owned();
    let (mine, theirs) = (sender.public().to_string(), other.public().to_string());
    assert!(text.contains(&mine));
    assert_eq!(
        resealed(text.replace(&mine, &theirs).as_bytes()).unwrap_err(),
        Fault::Forged
    );
    // An age recipient of somebody else beside the signing key is another fingerprint.
    let mixed = Public::new(other.recipient(), sender.public().signing()).unwrap();
    assert_ne!(mixed.fingerprint(), sender.public().fingerprint());
    assert_ne!(mixed, sender.public());
    assert!(opened(&sealed(), reader).is_ok());
}

#[test]
fn what_is_no_age_file_is_told_apart() {
    let reader = &PEOPLE[1];
    for bytes in [&b"hallo"[..], b"", b"%PDF-1.7", b"age-encryption.org/v2\n"] {
        let fault = opened(bytes, reader).unwrap_err();
        assert!(
            matches!(fault, Fault::Damaged | Fault::Cut | Fault::Newer),
            "{fault:?}"
        );
    }
}

/// Runs a program of age with this on standard input; none where it is not installed.
fn program(name: &str, args: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new(name)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{name} {args:?}: {output:?}");
    Some(output.stdout)
}

/// Both ways, with each program that is here: ours opens there, theirs opens here. `.ci/extra` installs what it can.
#[test]
fn the_programs_age_and_rage_open_what_we_seal_and_seal_what_we_open() {
    let folder = tempfile::tempdir().unwrap();
    let [sender, reader, _] = &*PEOPLE;
    let key = folder.path().join("sleutel.txt");
    std::fs::write(&key, reader.key_file().as_bytes()).unwrap();
    let (key, to) = (key.display().to_string(), reader.recipient().to_string());
    for name in ["age", "rage"] {
        for bytes in [sealed(), armoured(&sealed())] {
            let Some(inside) = program(name, &["-d", "-i", &key], &bytes) else {
                println!("skipped: {name} is not installed");
                break;
            };
            // Three lines, and then the document as it is: `tail -n +4`.
            let lines = inside.splitn(4, |byte| *byte == b'\n');
            assert_eq!(lines.last().unwrap(), DOCUMENT);
        }
        let whole = inside();
        for more in [&[][..], &["-a"]] {
            let args = [&["-r", &to][..], more].concat();
            let Some(bytes) = program(name, &args, &whole) else {
                break;
            };
            let parcel = opened(&bytes, reader).unwrap();
            assert_eq!(parcel.document.as_slice(), DOCUMENT);
            assert_eq!(parcel.sender, sender.public());
        }
    }
}

/// A partner in the address book, compared or not.
fn partner(program: &crate::support::program::Program, name: &str, key: &Public, more: &str) {
    let text = format!("- naam: {name}\n  waarvoor: hulp\n  sleutel: {key}\n{more}");
    program.write("partners.yaml", &text);
}

#[test]
fn a_package_that_came_is_opened_checked_and_kept_only_where_it_is_told() {
    use crate::support::program::{Program, refused};
    let program = Program::new();
    let mine = program.with_keys();
    let key = mine.file.as_str();
    let sender = &PEOPLE[0];
    let opener = Opener::from(&mine.identity);
    let to = [opener.recipient()];
    let bytes = seal(b"de inhoud", MEDIA, &to, sender, day()).unwrap();
    let file = program.file("pakket.age");
    std::fs::write(&file, &bytes).unwrap();
    let open = ["open", "pakket.age", "--sleutelbestand", key];

    let stranger = program.run(&open);
    assert_eq!((stranger.code, stranger.out.as_str()), (Some(1), ""));
    assert!(stranger.err.contains("onbekende afzender"), "{stranger:?}");
    partner(&program, "Het wijkteam", &sender.public(), "");
    let known = program.run(&open);
    assert_eq!(known.code, Some(1), "{known:?}");
    assert!(known.err.contains("Van Het wijkteam"), "{known:?}");
    assert!(known.err.contains("nog niet vergeleken"), "{known:?}");
    assert!(known.err.contains(&sender.public().fingerprint()));
    partner(
        &program,
        "Het wijkteam",
        &sender.public(),
        "  vergeleken: 2026-03-01\n",
    );
    let compared = program.run(&open);
    assert_eq!(compared.code, Some(0), "{compared:?}");
    assert!(compared.err.contains("vergeleken op"), "{compared:?}");
    assert!(compared.err.contains("niets bewaard"), "{compared:?}");

    let out = program.run(&[&open[..], &["-o", "-"]].concat());
    assert_eq!((out.code, out.out.as_str()), (Some(0), "de inhoud"));
    let kept = program.run(&[&open[..], &["-o", "inhoud.txt"]].concat());
    assert_eq!(kept.code, Some(0), "{kept:?}");
    let kept = std::fs::read(program.file("inhoud.txt")).unwrap();
    assert_eq!(kept, b"de inhoud");

    let mut changed = bytes.clone();
    changed[bytes.len() - 3] ^= 1;
    let (fit, whole) = (bytes.len() / 2, [sender.recipient()]);
    let other = seal(b"x", MEDIA, &whole, sender, day()).unwrap();
    for (bytes, words) in [
        (changed, "beschadigd"),
        (bytes[..fit].to_vec(), "niet geopend"),
        (other, "niet voor uw sleutel"),
        (keys::seal(b"los", &to).unwrap(), "geen pakket"),
        (
            keys::seal(&resigned(&bytes, &opener), &to).unwrap(),
            "niet getekend door wie",
        ),
    ] {
        std::fs::write(&file, bytes).unwrap();
        let run = program.run(&[&open[..], &["-o", "nooit.txt"]].concat());
        refused(&run, 1, &[words]);
        assert!(!program.file("nooit.txt").exists());
    }
}

/// What is in a package, with another day in what was signed.
fn resigned(bytes: &[u8], opener: &Opener) -> Vec<u8> {
    let inside = keys::open(bytes, opener).unwrap();
    let text = String::from_utf8_lossy(&inside);
    text.replace("2026-03-12", "2026-03-11").into_bytes()
}

#[test]
fn a_partner_that_has_no_key_is_told_before_anything_is_asked() {
    use crate::support::program::{Program, refused};
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let args = [
        "deel",
        &id,
        "--voor",
        "keten",
        "--aan",
        "Het wijkteam",
        "-o",
        "x.pdf.age",
    ];
    refused(&program.run(&args), 2, &["Het wijkteam", "sleutel:"]);
    partner(&program, "De school", &PEOPLE[0].public(), "");
    refused(&program.run(&args), 2, &["De school"]);
    assert!(!program.file("x.pdf.age").exists());
    let shown = program.run(&["partners"]);
    assert!(shown.out.contains("niet vergeleken"), "{shown:?}");
    program.write(
        "partners.yaml",
        "- naam: De school\n  waarvoor: x\n  sleutel: age1iets\n",
    );
    refused(&program.run(&["partners"]), 1, &["geen sleutel"]);
}

/// A paper, and the plan of the team to somebody of it, go the same way; what leaves sealed is always asked why.
#[test]
fn papers_and_plans_go_out_sealed_too() {
    use crate::support::program::{PASSPHRASE, Program, refused};
    let program = Program::new();
    let mine = program.with_keys();
    let id = program.example("hulp-en-plan.yaml");
    let reader = &PEOPLE[1];
    partner(&program, "Wijkteam", &reader.public(), "");
    program.write(
        "gegevens.yaml",
        "ontvanger: het wijkteam\ndoel: helpen\ngrond: toestemming\ntoestemming: { van: p1, datum: 2026-03-04 }\n",
    );
    for (args, media) in [
        (&["plan", &id, "-o", "uit.yaml.age"][..], "application/yaml"),
        (
            &["papier", "vervanger", &id, "-o", "uit.pdf.age"],
            "application/pdf",
        ),
        (
            &["papier", "register", &id, "-o", "uit.csv.age"],
            "text/csv",
        ),
    ] {
        let to = ["--aan", "Wijkteam", "--regels"];
        let named = !args.contains(&"register");
        let from: &[&str] = if named {
            &["--gegevens", "gegevens.yaml"]
        } else {
            &[]
        };
        let run = program.run_with(&[args, &to, from].concat(), &format!("{PASSPHRASE}\n"));
        assert_eq!(run.code, Some(0), "{run:?}");
        let file = program.file(args.last().unwrap());
        let parcel = opened(&std::fs::read(&file).unwrap(), reader).unwrap();
        assert_eq!(parcel.media, media);
        assert_eq!(parcel.sender, mine.identity.public());
        if named {
            std::fs::remove_file(&file).unwrap();
            let run = program.run(&[args, &["--aan", "Wijkteam"][..]].concat());
            refused(&run, 2, &["--gegevens"]);
            assert!(!file.exists());
        }
    }
    // What the case protects does not leave with the plan of the team either.
    let file = format!("{}/examples/hulp-en-plan.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    let hidden = "hulplijsten: [delen]\n  afgeschermd.gegevens:\n    - { id: b1, soort_gegeven: adres, gegeven: 'Kerkstraat 12, 1234 AB Zwolle' }";
    let text = text.replace("hulplijsten: []", hidden);
    let text = text.replacen("Belt woensdag", "Gaat naar 1234ab, belt woensdag", 1);
    program.write("verraadt.yaml", &text);
    let from = program.file("verraadt.yaml").display().to_string();
    let other = program.run(&["nieuw", "--antwoorden", &from, "--onversleuteld"]);
    let other = other.out.trim().to_owned();
    let sealed = [
        "plan",
        &other,
        "-o",
        "lek.yaml.age",
        "--aan",
        "Wijkteam",
        "--gegevens",
        "gegevens.yaml",
        "--regels",
    ];
    let run = program.run_with(&sealed, &format!("{PASSPHRASE}\n"));
    refused(&run, 1, &["niet gemaakt", "een adres"]);
    assert!(!program.file("lek.yaml.age").exists() && !run.err.contains("1234"));
    let log = program.run(&["deel", &id, "--overzicht"]).out;
    for words in [
        "plan, versie 1, aan het wijkteam (yaml)",
        "vervanger, versie 1",
    ] {
        assert!(log.contains(words), "{words}: {log}");
    }
    assert_eq!(
        log.matches("Versleuteld voor: Wijkteam").count(),
        2,
        "{log}"
    );
    refused(
        &program.run(&["plan", &id, "--gegevens", "gegevens.yaml"]),
        2,
        &["blijft dit plan bij u"],
    );
}

#[test]
fn a_version_goes_out_sealed_and_nothing_readable_is_left_on_the_disk() {
    use crate::support::program::{PASSPHRASE, Program};
    let program = Program::new();
    let mine = program.with_keys();
    let id = program.example("hulp-en-plan.yaml");
    let reader = &PEOPLE[1];
    partner(&program, "Veilig Thuis", &reader.public(), "");
    program.write(
        "gegevens.yaml",
        "ontvanger: Veilig Thuis\ndoel: melding\ngrond: meldrecht\n",
    );
    let sent = |form: &str, more: &[&str]| {
        let file = format!("vt.{form}.age");
        let args = [
            "deel",
            &id,
            "--voor",
            "veilig-thuis",
            "--gegevens",
            "gegevens.yaml",
            "--aan",
            "veilig thuis",
            "-o",
            &file,
            "--regels",
        ];
        let run = program.run_with(&[&args[..], more].concat(), &format!("{PASSPHRASE}\n"));
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.err.contains("nog niet vergeleken"), "{run:?}");
        std::fs::read(program.file(&file)).unwrap()
    };
    for (form, media, starts) in [
        ("pdf", "application/pdf", &b"%PDF"[..]),
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK",
        ),
    ] {
        let parcel = opened(&sent(form, &[]), reader).unwrap();
        assert_eq!(parcel.media, media);
        assert!(parcel.document.starts_with(starts));
        assert_eq!(parcel.sender, mine.identity.public());
    }
    let text = sent("html", &["--als-tekst"]);
    assert!(text.starts_with(b"-----BEGIN AGE"));
    assert!(
        opened(&text, reader)
            .unwrap()
            .document
            .starts_with(b"<!DOCTYPE")
    );
    let log = program.run(&["deel", &id, "--overzicht"]);
    assert!(log.out.contains("Veilig Thuis"), "{log:?}");
    let names: Vec<String> = std::fs::read_dir(program.file("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let readable = |name: &&String| {
        ["pdf", "docx", "html"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    assert_eq!(names.iter().find(readable), None, "{names:?}");
}
