//! In a copy of a case for learning more is taken out than in a paper, and what only a person can judge is pointed at.

use top3::trace::{Names, Search};

use super::{today, without};

/// As a copy is searched: times of the year and ages too, ages to tens.
pub fn copied(text: &str, names: &Names) -> String {
    let search = Search {
        seasons: true,
        ages: Some(|years| (years + 5) / 10 * 10),
        ..Search::of(names, today())
    };
    search.clean(text).text
}

/// Names that were told, and ordinary words from elsewhere in the case.
pub fn knowing() -> Names {
    let mut names = Names::default();
    names.add("Fleur van der Wiel", "moeder");
    names.add("Jan-Willem", "vader");
    names.add_phrase("Fam. Ünsal-de Boer");
    names.hear("de buurvrouw kom mee laat hem los daarna het gesprek stond op papier");
    names
}

#[test]
fn names_behind_an_abbreviation_a_colon_a_dash_or_a_number_are_seen() {
    for text in [
        "Zij noemde o.a. Jansen.",
        "Het ging bijv. Jansen niet goed.",
        "bij p. Łęcki in huis",
        "volgens oma: Jansen liep weg",
        "hij zei: \"Jansen was er\"",
        "– Jansen liep weg",
        "i.o.m. Jansen besloten",
        "Fleurtje was stil.",
        "Jantje was stil. JW ook, en F.W. niet.",
        "Chagri was boos.",
        "Ünsal was boos.",
        "op cbs de vlinder",
    ] {
        let left = copied(text, &knowing());
        for name in [
            "Jansen", "Łęcki", "Fleur", "Jan", "JW", "F.W", "Chagri", "nsal", "vlinder",
        ] {
            assert!(!left.contains(name), "{text}: {left}");
        }
    }
    let mut names = knowing();
    names.add("Olga Mol", "tante");
    assert_eq!(
        copied("ALLEEN OM TE LEZEN, zegt O.M. nu", &names),
        "ALLEEN OM TE LEZEN, zegt tante nu"
    );
    for text in [
        "Zij zei: Kom mee. \"Laat hem los\", o.a. De buurvrouw.",
        "1. Gesprek met moeder – Daarna rust.",
        "2. Huisbezoek gedaan.\n- Koelkast leeg",
        "Is er geen bericht, dan belt zij. Kan dat niet, dan niet.",
        "De zin 'Laat hem los' viel. Drank speelt mee.",
        "'s Ochtends sliep zij, 4 jaar ouder dan hij.",
    ] {
        assert_eq!(copied(text, &knowing()), text);
    }
}

#[test]
fn in_a_copy_no_time_of_the_year_and_no_exact_age_stays() {
    let cases = [
        ("dinsdag 24-2 belde zij", "[8 dagen geleden] belde zij"),
        ("sinds 24.02 niet", "sinds [8 dagen geleden] niet"),
        ("op 14/6/'89 daar", "op [datum weggelaten] daar"),
        (
            "In februari was het",
            "In [tijd van het jaar weggelaten] was het",
        ),
        ("tot apr niet", "tot [tijd van het jaar weggelaten] niet"),
        (
            "op tweede kerstdag, en met Pasen",
            "op [tijd van het jaar weggelaten], en met [tijd van het jaar weggelaten]",
        ),
        (
            "in week 8 en per week 2 keer",
            "in [tijd van het jaar weggelaten] en per week 2 keer",
        ),
        (
            "geboren op veertien juni negentienhonderdnegentig",
            "geboren op [datum weggelaten]",
        ),
        (
            "De zoon van 7 sliep, een kind van zeven",
            "De zoon van [ongeveer 10] sliep, een kind van [ongeveer 10]",
        ),
        ("Mishandeling was er niet.", "Mishandeling was er niet."),
        ("een 41-jarige man", "een [ongeveer 40]-jarige man"),
        ("Hij is 6 jaar en 3 maanden", "Hij is [ongeveer 10]"),
        ("haar 37ste verjaardag", "haar [ongeveer 40] verjaardag"),
        (
            "al 7 jaar samen, 3 jaar geleden",
            "al 7 jaar samen, 3 jaar geleden",
        ),
        (
            "Hij is 7 en zijn zusje 3.",
            "Hij is [ongeveer 10] en zijn zusje [ongeveer 0].",
        ),
        (
            "kinderen van 7, 6 en 3 sliepen",
            "kinderen van [ongeveer 10], [ongeveer 10] en [ongeveer 0] sliepen",
        ),
        (
            "zijn broertje (7) sliep",
            "zijn broertje ([ongeveer 10]) sliep",
        ),
        (
            "vader van 3 kinderen is 7 uur weg, het was 1, 2 of 3 keer, bijlage (2)",
            "vader van 3 kinderen is 7 uur weg, het was 1, 2 of 3 keer, bijlage (2)",
        ),
        ("een vrouw van eenenveertig", "een vrouw van [ongeveer 40]"),
        (
            "Om 11.02 uur, de kans van 2-3 keer",
            "Om 11.02 uur, de kans van 2-3 keer",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(copied(text, &knowing()), expected, "{text}");
    }
    assert_eq!(
        without("In februari sliep het kind van 7."),
        "In februari sliep het kind van 7."
    );
}

#[test]
fn numbers_are_seen_however_they_are_grouped_or_said() {
    for (text, expected) in [
        ("bsn 12 34 56 782 klopt", "bsn [nummer weggelaten] klopt"),
        (
            "dossiernummer 2026/00441 daar",
            "dossiernummer [nummer weggelaten] daar",
        ),
        (
            "Rapport nr 88412 en tst. 12 daar",
            "Rapport nr [nummer weggelaten] en tst. [nummer weggelaten] daar",
        ),
        ("het rapport 3 keer gelezen", "het rapport 3 keer gelezen"),
        (
            "bel nul zes 12345678 of nulzes twaalf één",
            "bel [telefoonnummer weggelaten] of [telefoonnummer weggelaten]",
        ),
        ("zaak: ZK-2026-17 liep", "zaak: [nummer weggelaten] liep"),
        (
            "op snapchat heet hij kacper2019 ook",
            "op snapchat heet hij kacper2019 ook",
        ),
        (
            "snapchat: kacper2019 en",
            "snapchat: [adres op internet weggelaten] en",
        ),
        (
            "tiktok kacper_2019 en",
            "tiktok [adres op internet weggelaten] en",
        ),
        (
            "op huisnummer negentien, boven",
            "op [adres weggelaten], boven",
        ),
        ("flat nr. 19 daar", "flat [adres weggelaten] daar"),
        (
            "op nul zes elf tweeëntwintig drieëndertig te bellen",
            "op [telefoonnummer weggelaten] te bellen",
        ),
        ("postcode 7905 b.x. is", "postcode [adres weggelaten]. is"),
        (
            "(bel 06-12345678) dat",
            "(bel [telefoonnummer weggelaten]) dat",
        ),
    ] {
        assert_eq!(without(text), expected, "{text}");
    }
}

#[test]
fn what_only_a_person_can_judge_is_pointed_at() {
    let doubts = |text: &str| top3::trace::doubts(text, &knowing());
    assert_eq!(
        doubts("Emmie kwam. De buurvrouw ook, in de zomer."),
        ["Emmie", "zomer"]
    );
    assert_eq!(
        doubts("Op zijn verjaardag, ab123c."),
        ["verjaardag", "ab123c"]
    );
    assert_eq!(
        doubts("1. Jansen\n2. Łęcki\n- Emmie"),
        ["Jansen", "Łęcki", "Emmie"]
    );
    assert_eq!(
        doubts("de dag erna, 12-11, op de 15e bellen"),
        ["12-11", "15e"]
    );
    assert_eq!(doubts("Dat was dan op de vijftiende."), ["vijftiende"]);
    assert_eq!(doubts("De vijftiende was het zo."), ["vijftiende"]);
    assert!(doubts("De vijftiende keer was het de zesde.").is_empty());
    // A number that counts nothing.
    for (text, pointed) in [
        ("dan met 3 en met 5.", vec!["3", "5"]),
        ("daar ligt er onder 8841 bij", vec!["8841"]),
        ("nog 2 of 3 keer met 12 mensen, voor 2000 euro", vec![]),
        ("buren belden 112, en een agent kwam", vec![]),
        ("dat is stap 3. dan fase 2 en dan niets", vec![]),
        ("dat scheelde 24/30 punten om 11.02 uur", vec![]),
        ("bij [ongeveer 8] en [ongeveer 2] daar", vec![]),
    ] {
        assert_eq!(doubts(text), pointed, "{text}");
    }
    assert_eq!(
        doubts("een fleurtje, en willempje met een GB-001-VT of AB-12"),
        ["fleurtje", "willempje", "GB-001-VT", "AB-12"]
    );
    assert_eq!(
        doubts("de Turkse buurvrouw spreekt Engels"),
        ["Turkse", "Engels"]
    );
    assert!(doubts("daarna elke dinsdag, op de derde plek van de TOP-3").is_empty());
    assert!(doubts("daarna op 2-3 avonden, 50-50 verdeeld").is_empty());
    assert!(doubts("Daarna stond het op papier, 2x 10km verder.").is_empty());
}

#[test]
fn an_ordinary_word_stays_one_where_it_starts_a_sentence() {
    let mut names = Names::default();
    names.hear_list(["Wie wil hij zien?", "verwurgen, storm"].into_iter());
    let told = "Daarna ging Storm naar Wil.";
    names.hear(told);
    names.learn(told);
    for text in [
        "Wil hij praten?",
        "Storm was hevig.",
        "Verwurging was er.",
        "Kwart over acht. Kapper gebeld.",
        "De Turkse oma sprak Turks.",
        "Turks was dat.",
    ] {
        assert_eq!(copied(text, &names), text);
    }
    let doubts = |text: &str| top3::trace::doubts(text, &names);
    assert_eq!(doubts("Wil hij praten? Storm was hevig."), ["Wil", "Storm"]);
    assert!(doubts("Verwurging. Kwart over acht. Kapper gebeld.").is_empty());
    // What people do, and where no sentence starts: a name.
    assert_eq!(
        copied("Wil zei het. Vanuit GGNet kwam Storm.", &names),
        "[naam weggelaten] zei het. Vanuit [naam weggelaten] kwam [naam weggelaten]."
    );
}

#[test]
fn what_the_third_of_a_kind_is_called_is_no_age() {
    let mut names = Names::default();
    names.add("Kees", "buurvrouw (7)");
    assert_eq!(copied("daar zat Kees", &names), "daar zat buurvrouw (7)");
    assert_eq!(
        copied("daar zat buurvrouw (7)", &names),
        "daar zat buurvrouw (7)"
    );
}
