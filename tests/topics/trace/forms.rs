//! Names, days, numbers and homes in any form that people may write: none stays in a copy unless it is pointed at.

use proptest::prelude::*;

use super::copy::{copied, knowing};

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
