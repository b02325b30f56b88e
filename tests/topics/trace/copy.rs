//! In a copy of a case for learning more is taken out than in a paper, and what only a person can judge is pointed at.

use proptest::prelude::*;
use top3::trace::{Names, Search};

use super::{today, without};

/// As a copy is searched: times of the year and ages too, ages to tens.
fn copied(text: &str, names: &Names) -> String {
    let search = Search {
        seasons: true,
        ages: Some(|years| (years + 5) / 10 * 10),
        ..Search::of(names, today())
    };
    search.clean(text).text
}

/// Names that were told, and ordinary words from elsewhere in the case.
fn knowing() -> Names {
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
        (
            "kinderen van 9, 7 en 3 sliepen, 4 en 5 keer",
            "kinderen van [ongeveer 10], [ongeveer 10] en [ongeveer 0] sliepen, 4 en 5 keer",
        ),
        ("Verwurging was er niet.", "Verwurging was er niet."),
        ("een 41-jarige man", "een [ongeveer 40]-jarige man"),
        ("Hij is 6 jaar en 3 maanden", "Hij is [ongeveer 10]"),
        ("haar 37ste verjaardag", "haar [ongeveer 40] verjaardag"),
        (
            "al 7 jaar samen, 3 jaar geleden",
            "al 7 jaar samen, 3 jaar geleden",
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
    // A number that counts nothing: an age, a day, an inner line.
    for (text, pointed) in [
        ("De zoon is 7 en zijn zusje 3.", vec!["7", "3"]),
        ("Zij viel op 6 en op [3 weken geleden].", vec!["6"]),
        ("Zij belde met de balie, tst. 12.", vec!["tst", "12"]),
        ("Het ligt er onder 8841 bij.", vec!["8841"]),
        ("De vijftiende was het weer mis.", vec!["vijftiende"]),
        ("Het was de tiende keer, en de derde dag.", vec![]),
        ("Er waren 2 of 3 keer 12 mensen, voor 2000 euro.", vec![]),
        ("Het is stap 3. Daarna fase 2 en dan niets.", vec![]),
        ("Het scheelde 24/30 punten om 11.02 uur.", vec![]),
        ("Kinderen van [ongeveer 8] en [ongeveer 2] daar.", vec![]),
    ] {
        let found = doubts(text);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        let ordinary = ["Kinderen", "Er", "Zij", "Het", "De", "Daarna"];
        let found: Vec<&str> = found
            .into_iter()
            .filter(|one| !ordinary.contains(one))
            .collect();
        assert_eq!(found, pointed, "{text}");
    }
    assert!(doubts("daarna op 2-3 avonden, 50-50 verdeeld").is_empty());
    assert!(doubts("Daarna stond het op papier, 2x 10km verder.").is_empty());
}

/// What tells of somebody, as people may write it, with what of it may not stay.
fn forms() -> impl Strategy<Value = (String, String)> {
    let names = prop::sample::select(vec![
        "Jansen",
        "Yıldırım",
        "Łęcki",
        "O'Brien",
        "Nguyễn",
        "Van den Broek",
    ]);
    let named = (names, 0..9usize).prop_map(|(name, form)| {
        let told = match form {
            0 => format!("toen kwam {name} binnen"),
            1 => format!("volgens oma: {name} liep weg"),
            2 => format!("o.a. {name} zag het"),
            3 => format!("met mevrouw {} gesproken", name.to_lowercase()),
            4 => format!("{name} zei niets"),
            5 => format!("- {name} was er"),
            6 => format!("bij fam. {name}"),
            7 => format!("1. {name}, daarna rust"),
            _ => format!("hij zei: \"{name} was er\""),
        };
        let own = name.rsplit(' ').next().unwrap_or(name);
        (told, own.to_lowercase())
    });
    let days = (1..29u32, 1..13u32, 1990..2027i32, 0..9usize).prop_map(|(day, month, year, form)| {
        let months = "januari februari maart april mei juni juli augustus september oktober november december";
        let name = months.split(' ').nth(month as usize - 1).unwrap();
        let told = match form {
            0 => format!("{day}-{month}-{year}"),
            1 => format!("{year}-{month:02}-{day:02}"),
            2 => format!("{day} {name}"),
            3 => format!("{day} {name} {year}"),
            4 => format!("dinsdag {day}-{month}"),
            5 => format!("{day}/{month:02}/'{:02}", year % 100),
            6 => format!("vrijdag {day}.{month}"),
            7 => format!("{name} {year}"),
            _ => name.to_owned(),
        };
        (format!("dat was in {told}, dacht zij"), told)
    });
    let numbers = (10_000_000..99_999_999u32, 0..7usize).prop_map(|(number, form)| {
        let digits = number.to_string();
        let (two, rest) = digits.split_at(2);
        let told = match form {
            0 => format!("06{digits}"),
            1 => format!("06-{digits}"),
            2 => format!("06 {two} {rest}"),
            3 => format!("+31 6 {} {}", &digits[..4], &digits[4..]),
            4 => format!("dossier {two}/{rest}"),
            5 => format!("snapchat: kees{digits}"),
            _ => format!(
                "{two} {} {} 7{}",
                &digits[2..4],
                &digits[4..6],
                &digits[6..]
            ),
        };
        (format!("zij gaf {told} op"), rest[3..].to_owned())
    });
    let homes = (1000..9999u32, 200..999u32, 0..6usize).prop_map(|(four, house, form)| {
        let (told, secret) = match form {
            0 => (format!("{four} KX"), four.to_string()),
            1 => (format!("{four}kx"), four.to_string()),
            2 => (format!("{four} k.x."), four.to_string()),
            3 => (format!("de Kastanjelaan {house}"), "astanje".to_owned()),
            4 => (format!("huisnummer {house}"), house.to_string()),
            _ => (format!("flat nr. {house}"), house.to_string()),
        };
        (format!("zij slaapt nu op {told}, zei zij"), secret)
    });
    prop_oneof![named, days, numbers, homes]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_form_of_a_name_a_day_a_number_or_a_home_stays_unless_it_is_pointed_at(
        told in prop::collection::vec(forms(), 1..4),
        join in prop::sample::select(vec![". ", "\n", "; ", " ("]),
    ) {
        let all: Vec<&str> = told.iter().map(|(text, _)| text.as_str()).collect();
        let left = copied(&all.join(join), &knowing());
        let pointed = top3::trace::doubts(&left, &knowing());
        let left = left.to_lowercase();
        for (text, secret) in &told {
            let secret = secret.to_lowercase();
            let seen = pointed.iter().any(|word| word.to_lowercase().contains(&secret));
            prop_assert!(seen || !left.contains(&secret), "{text}: {left}");
        }
    }
}
