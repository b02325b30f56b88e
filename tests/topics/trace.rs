//! Traces in free text: what may tell who or where somebody is does not stay, and what says no such thing does.

mod copy;
mod forms;

use chrono::NaiveDate;
use top3::trace::{Guarded, Kind, Names, Protected, Search, role_words, when};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-03-04")
}

fn cleaned(text: &str, names: &Names) -> String {
    Search::of(names, today()).clean(text).text
}

fn without(text: &str) -> String {
    cleaned(text, &Names::default())
}

#[test]
fn what_has_a_form_is_taken_out() {
    let cases = [
        ("Zij woont op 1234 AB.", "Zij woont op [adres weggelaten]."),
        ("postcode 1234ab hier", "postcode [adres weggelaten] hier"),
        ("op 1234-AB, daar", "op [adres weggelaten], daar"),
        ("op 12 34 AB, zegt hij", "op [adres weggelaten], zegt hij"),
        (
            "op 1234/AB en 12 34 ab",
            "op [adres weggelaten] en [adres weggelaten]",
        ),
        (
            "zie instagram.com/jan8 daar",
            "zie [adres op internet weggelaten] daar",
        ),
        (
            "(facebook.com/fam.devries?x=1)",
            "([adres op internet weggelaten])",
        ),
        ("Mevr. K. belde.", "Mevr. [naam weggelaten] belde."),
        (
            "dat hoorde zij van J. en later",
            "dat hoorde zij van [naam weggelaten] en later",
        ),
        (
            "in de kerkstraat 12a, boven",
            "in de [adres weggelaten], boven",
        ),
        ("bij de Zuiderkade", "bij de [adres weggelaten]"),
        ("bel 06-12345678 of", "bel [telefoonnummer weggelaten] of"),
        ("bel 06 12 34 56 78.", "bel [telefoonnummer weggelaten]."),
        ("bel +31 6 1234 5678", "bel [telefoonnummer weggelaten]"),
        (
            "(010) 123 45 67 's avonds",
            "[telefoonnummer weggelaten] 's avonds",
        ),
        (
            "mail naar a.b@voorbeeld.nl, graag",
            "mail naar [adres op internet weggelaten], graag",
        ),
        (
            "hij heet @blauw123 daar",
            "hij heet [adres op internet weggelaten] daar",
        ),
        (
            "zie www.voorbeeld.nl/kind",
            "zie [adres op internet weggelaten]",
        ),
        (
            "auto 12-AB-34 stond er",
            "auto [kenteken weggelaten] stond er",
        ),
        (
            "auto GB-001-B stond er",
            "auto [kenteken weggelaten] stond er",
        ),
        (
            "bel 06 - 1234 . 5678 of",
            "bel [telefoonnummer weggelaten] of",
        ),
        ("bel 24 68 13 57 of", "bel [nummer weggelaten] of"),
        (
            "auto GB 001 b stond er",
            "auto [kenteken weggelaten] stond er",
        ),
        ("nummer 123456782 is", "nummer [nummer weggelaten] is"),
        ("bsn 123.456.782 is", "bsn [nummer weggelaten] is"),
        (
            "rekening NL91ABNA0417164300 staat",
            "rekening [nummer weggelaten] staat",
        ),
        (
            "rekening NL91 ABNA 0417 1643 00 staat",
            "rekening [nummer weggelaten] staat",
        ),
        (
            "van de Lange Nieuwstraat 5 in huis",
            "van de [adres weggelaten] in huis",
        ),
        (
            "de buurvrouw van nummer 14 zag het",
            "de buurvrouw van [adres weggelaten] zag het",
        ),
        ("op huisnummer 3a is", "op [adres weggelaten] is"),
        ("op huisnummer 3-b is", "op [adres weggelaten] is"),
        ("in de Kerkstraat 12 bis is", "in de [adres weggelaten] is"),
        (
            "de Kerkstraat-kant, Kerkstraat 12 e.a.",
            "de [adres weggelaten]-kant, [adres weggelaten] e.a.",
        ),
        ("op 1234 AB 12 nu", "op [adres weggelaten] nu"),
        ("in 1234 AB 3 keer nu", "in [adres weggelaten] 3 keer nu"),
        ("auto 12-AB-34-VT nu", "auto [kenteken weggelaten] nu"),
    ];
    for (text, expected) in cases {
        assert_eq!(without(text), expected, "{text}");
    }
}

#[test]
fn dates_become_how_long_ago() {
    let cases = [
        ("op 2026-02-25 zag ik", "op [7 dagen geleden] zag ik"),
        ("op 11-02-2026 zag ik", "op [3 weken geleden] zag ik"),
        ("zondag 1 maart was het", "[3 dagen geleden] was het"),
        ("tot en met 13 maart", "tot en met [over 9 dagen]"),
        (
            "op 28 december belde zij",
            "op [2 maanden geleden] belde zij",
        ),
        ("geboren 3 mei 2019 hier", "geboren [6 jaar geleden] hier"),
        ("sinds 2019 wonen zij", "sinds [datum weggelaten] wonen zij"),
        (
            "op 25, zaterdag 28 februari of op 1 maart",
            "op [7 dagen geleden], [4 dagen geleden] of op [3 dagen geleden]",
        ),
        (
            "op 11, 18 en op 25 februari",
            "op [3 weken geleden], [2 weken geleden] en op [7 dagen geleden]",
        ),
        (
            "van vrijdag 27 tot en met zaterdag 28 februari",
            "van [5 dagen geleden] tot en met [4 dagen geleden]",
        ),
        (
            "op 1-2 maart sliep",
            "op [3 dagen geleden]-[2 dagen geleden] sliep",
        ),
        (
            "zij zijn met 4 en op 1 maart met 3",
            "zij zijn met 4 en op [3 dagen geleden] met 3",
        ),
        (
            "ook 12/02 en 12-02 niet",
            "ook [3 weken geleden] en [3 weken geleden] niet",
        ),
        ("op 3-2 belde zij", "op [4 weken geleden] belde zij"),
        ("op 3-2, in de nacht", "op [4 weken geleden], in de nacht"),
        ("op 12 juli sliep hij", "op [8 maanden geleden] sliep hij"),
        ("31-02-2026 bestaat niet", "[datum weggelaten] bestaat niet"),
        ("in mei 2020 viel", "in [datum weggelaten] viel"),
        ("op drie februari viel", "op [4 weken geleden] viel"),
        ("de derde van februari was", "de [4 weken geleden] was"),
        (
            "geboren in mei '19 hier",
            "geboren in [datum weggelaten] hier",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(without(text), expected, "{text}");
    }
    assert_eq!(when(today(), today()), "vandaag");
    assert_eq!(when(day("2026-03-03"), today()), "gisteren");
    assert_eq!(when(day("2026-02-18"), today()), "2 weken geleden");
    assert_eq!(when(day("2025-03-04"), today()), "12 maanden geleden");
}

#[test]
fn ordinary_sentences_stay_as_they_are() {
    let texts = [
        "Om 22.00 uur stond de zoon van 6 op straat. Hij had geen jas aan.",
        "Bel 112, of Veilig Thuis op 0800-2000.",
        "Zij zei: \"Kom mee.\" Hij liep onderweg 3 keer terug, wel 2000 meter.",
        "Het RiHG is besproken met de GGZ. Er zijn 20 signalen.",
        "Op school was 1500 en nog wat te weinig.",
        "Drie blauwe plekken van 2 cm, op de bovenarm. Vader zei niets.",
        "Papa weg. Mama huilt.",
        "Wekelijks op 2-3 avonden, in de klas van 6-12 jaar, en 24/7 hulp. De kans is 1/2.",
        "Daarna vertelde zij meer. Iedereen zag het. Buiten riep iemand. Thuis slaapt hij goed.",
        "'s Ochtends maakt papa ontbijt. Verwurgen kan dodelijk zijn. Daarna Veilig Thuis bellen.",
        "Op afspraak nummer 2 kwam niemand. Er kwam 1 kind.",
        "Drie weken later at zij om tien uur 10 koekjes. 's Nachts en 's maandags sliep zij.",
        "Toen 12 34 kaarten later, plan B nog niet, en hij zit in groep A.",
        "Van 8 tot 12 10 keer te laat, en 1200 - nee - 1300 meter.",
        "Hij wilde haar doodslaan, ging alles kapotslaan en wil niets overslaan.",
    ];
    for text in texts {
        assert_eq!(without(text), text);
    }
}

#[test]
fn a_capital_inside_a_sentence_is_taken_for_a_name() {
    let cases = [
        ("O'Brien keek weg", "[naam weggelaten] keek weg"),
        (
            "daar stond d'Hondt toen",
            "daar stond [naam weggelaten] toen",
        ),
        ("toen kwam A.B. terug", "toen kwam [naam weggelaten] terug"),
    ];
    for (text, expected) in cases {
        assert_eq!(without(text), expected, "{text}");
    }
    assert_eq!(
        without("Toen kwam Kevin binnen."),
        "Toen kwam [naam weggelaten] binnen."
    );
    assert_eq!(
        without("Volgens mevrouw J. de Vries uit Almere klopt het."),
        "Volgens mevrouw [naam weggelaten] uit [naam weggelaten] klopt het."
    );
    assert_eq!(
        without("Piet Jansen belde. In Utrecht niet."),
        "[naam weggelaten] belde. In [naam weggelaten] niet."
    );
}

#[test]
fn who_does_what_only_people_do_is_taken_for_a_name_at_the_start_of_a_sentence_too() {
    assert_eq!(
        without("Sem vertelt dat hij sliep. \"Nora slaat,\" zegt hij."),
        "[naam weggelaten] vertelt dat hij sliep. \"[naam weggelaten] slaat,\" zegt hij."
    );
    assert_eq!(
        without("Ook zoals dr. Bakker zei."),
        "Ook zoals dr. [naam weggelaten] zei."
    );
}

#[test]
fn what_is_in_a_name_and_in_every_sentence_stays() {
    let mut names = Names::default();
    names.learn("Toen kwam Jan de Vries van De Regenboog. Later sliep Oma Truus.");
    let text = |text: &str| cleaned(text, &names);
    assert_eq!(text("De zoon kwam. Oma sliep."), "De zoon kwam. Oma sliep.");
    assert_eq!(
        text("jan wist het, de vries niet"),
        "[naam weggelaten] wist het, de vries niet"
    );
}

#[test]
fn a_name_that_was_seen_once_is_known_at_the_start_of_a_sentence_too() {
    let mut names = Names::default();
    names.learn("Daarna ging Kevin weg.");
    let clean = Search::of(&names, today()).clean("Kevin sloeg. Kevins zus zag het.");
    assert!(
        clean.text.starts_with("[naam weggelaten] sloeg."),
        "{}",
        clean.text
    );
    assert_eq!(clean.found, [Kind::Capital]);
}

#[test]
fn the_people_of_the_case_become_their_role() {
    let mut names = Names::default();
    names.add("Sanne de Boer", "kind van 6");
    let text = |text: &str| cleaned(text, &names);
    assert_eq!(text("sanne huilde"), "kind van 6 huilde");
    assert_eq!(
        text("Sanne de Boer huilde, Sanne's jas"),
        "Kind van 6 huilde, kind van 6's jas"
    );
    assert_eq!(text("SANNE-DE-BOER"), "Kind van 6");
    assert_eq!(
        text("Sannes jas, en die van Anna's zus"),
        "Kind van 6's jas, en die van [naam weggelaten]'s zus"
    );
    assert_eq!(text("de boer kwam langs"), "de kind van 6 kwam langs");
}

#[test]
fn a_role_is_told_from_a_name() {
    assert_eq!(role_words("oudste zoon"), ("oudste zoon".into(), true));
    assert_eq!(
        role_words("oma van moeders kant"),
        ("oma van moeders kant".into(), true)
    );
    assert_eq!(role_words("buurvrouw 2"), ("buurvrouw 2".into(), true));
    assert_eq!(role_words("oma Truus"), ("oma".into(), false));
    assert_eq!(role_words("Sanne"), (String::new(), false));
    assert_eq!(role_words("de oudste"), (String::new(), false));
}

#[test]
fn a_name_after_a_title_needs_no_capital() {
    for (text, expected) in [
        ("Mevrouw de vries kwam.", "Mevrouw [naam weggelaten] kwam."),
        (
            "Ik sprak dhr. jansen-smit.",
            "Ik sprak dhr. [naam weggelaten].",
        ),
        ("en juf anja zag het", "en juf [naam weggelaten] zag het"),
    ] {
        assert_eq!(without(text), expected);
    }
    for text in [
        "Mevrouw was boos en meneer zei niets.",
        "Toen stuurde de juf de kinderen weg.",
        "Meneer reageerde niet, mevrouw huilde.",
        "De dokter van vader belde.",
    ] {
        assert_eq!(without(text), text);
    }
}

#[test]
fn a_weekday_goes_with_its_date() {
    assert_eq!(
        without("op donderdag 5 juni 2025 zag ik"),
        "op [9 maanden geleden] zag ik"
    );
    assert_eq!(
        without("Zaterdag, 28 februari was het"),
        "[4 dagen geleden] was het"
    );
    assert_eq!(
        without("elke donderdag is zij er"),
        "elke donderdag is zij er"
    );
}

#[test]
fn a_pseudonym_that_tells_nothing_stops_no_text() {
    let stops = |pseudonym: &str, text: &str| {
        let mut protected = Protected::default();
        protected.add_phrase(Guarded::Name, pseudonym);
        !protected.find(text).is_empty()
    };
    assert!(!stops("15", "Om 15 uur belt de juf."));
    assert!(!stops("tweeling", "De tweeling is thuis."));
    assert!(stops("groene specht", "Wij noemen het de groene specht."));
    assert!(stops("2026153", "Zie 2026153 in het register."));
}
