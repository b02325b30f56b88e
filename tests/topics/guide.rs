//! The author's guide (`questionnaires/README.md`) and the code name the same keys, kinds, roles and conditions.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use top3::problem::{Code, Problem};
use top3::questionnaire::{DerivedRole, Library, OptionRole, PeriodSort, Role};
use top3::worked_case;

type Names = BTreeSet<String>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of the guide under the heading with this number.
fn section(number: usize) -> Vec<String> {
    let guide = fs::read_to_string(root().join("questionnaires/README.md")).unwrap();
    let start = format!("## {number}. ");
    let lines = guide.lines().skip_while(|line| !line.starts_with(&start));
    let lines = lines.skip(1).take_while(|line| !line.starts_with("## "));
    lines.map(str::to_owned).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The first cell of every row of every table in these lines.
fn first_cells(lines: &[String]) -> Vec<&str> {
    let rows = lines.iter().filter(|line| line.starts_with("| "));
    rows.map(|line| line[1..].split(" | ").next().unwrap())
        .collect()
}

/// The rows of the tables of a section whose first column is headed so.
fn table(number: usize, heading: &str) -> Vec<String> {
    let own = section(number);
    let start = format!("| {heading} |");
    let mut rows = Vec::new();
    for (at, line) in own.iter().enumerate() {
        if line.starts_with(&start) && own.get(at + 1).is_some_and(|next| next.starts_with("|---"))
        {
            let inside = own[at + 2..].iter();
            rows.extend(inside.take_while(|line| line.starts_with("| ")).cloned());
        }
    }
    assert!(!rows.is_empty(), "section {number} has no table {heading}");
    rows
}

/// Each quoted text up to its colon, where that is a key.
fn keys(text: &str) -> Names {
    let heads = quoted(text)
        .into_iter()
        .map(|one| one.split(':').next().unwrap());
    let plain =
        |one: &&str| one.len() > 1 && one.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    heads.filter(plain).map(str::to_owned).collect()
}

fn keys_of(lines: &[&str]) -> Names {
    lines.iter().flat_map(|line| keys(line)).collect()
}

/// The line of a section that starts so.
fn line(number: usize, start: &str) -> String {
    let found = section(number)
        .into_iter()
        .find(|line| line.starts_with(start));
    found.unwrap_or_else(|| panic!("section {number} has no line that starts with `{start}`"))
}

fn names(all: &[&str]) -> Names {
    all.iter().map(|one| (*one).to_owned()).collect()
}

/// Every word that may be a key: all that the loader or the guide names.
fn candidates() -> Names {
    let mut words = keys(
        &fs::read_to_string(root().join("questionnaires/README.md"))
            .unwrap()
            .replace("```", ""),
    );
    let mut folders = vec![
        root().join("src/questionnaire"),
        root().join("src/worked_case"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = fs::read_to_string(path).unwrap();
            let literals = code.split('"').skip(1).step_by(2);
            let plain = |word: &&str| {
                !word.is_empty()
                    && word.len() < 30
                    && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            };
            words.extend(literals.filter(plain).map(str::to_owned));
        }
    }
    assert!(words.len() > 100, "{words:?}");
    words
}

/// Which of the candidates are keys where `HERE` stands in the text: those that are not refused as unknown. They are
/// tried in heaps of so many, because some exclude each other.
fn accepted(text: &str, heap: usize, read: impl Fn(&str) -> Vec<Problem>) -> Names {
    let candidates: Vec<String> = candidates().into_iter().collect();
    let mut known = Names::new();
    for words in candidates.chunks(heap) {
        let here: Vec<String> = words.iter().map(|word| format!("{word}: [x]")).collect();
        let found = read(&text.replace("HERE", &here.join(", ")));
        let refused = |word: &String| {
            let says = format!("De sleutel `{word}` hoort niet ");
            found.iter().any(|problem| {
                problem.code == Code::UnknownKey && problem.message.starts_with(&says)
            })
        };
        known.extend(words.iter().filter(|word| !refused(word)).cloned());
    }
    known
}

fn problems(text: &str) -> Vec<Problem> {
    let mut library = Library::shipped();
    match library.add("lijst.yaml", text.as_bytes()) {
        Ok(id) => library.inspect(&id).problems,
        Err(problem) => vec![*problem],
    }
}

const HEAD: &str = "id: lijst\nversie: 1.0.0\ntitel: T\nbron: B\n";
const PART: &str =
    "onderdelen:\n  - id: d\n    titel: D\n    vragen: [{ id: q, vraag: V, soort: ja_nee }]\n";

#[test]
fn the_keys_of_a_list_stand_in_the_guide() {
    let head = keys_of(&first_cells(&table(1, "sleutel")));
    let already = names(&["id", "versie", "titel", "bron", "onderdelen", "past_aan"]);
    let mut found = accepted(&format!("{HEAD}HERE\n{PART}"), 1, problems);
    let adapted = format!("{HEAD}past_aan: acuut\nHERE\n");
    found.extend(accepted(&adapted, 1, problems));
    found.extend(already);
    assert_eq!(found, head, "the head of a list");

    let own = section(2);
    let mut found = accepted(
        &format!(
            "{HEAD}onderdelen:\n  - {{ id: d, titel: D, vragen: [{{ id: q, vraag: V, soort: ja_nee }}], HERE }}\n"
        ),
        1,
        problems,
    );
    found.extend(names(&["id", "titel", "vragen"]));
    assert_eq!(found, keys_of(&first_cells(&own)), "a part");

    let said = keys_of(&first_cells(&table(4, "sleutel van een optie")));
    let mut found = accepted(
        &format!("{HEAD}schalen: {{ s: [{{ id: a, tekst: A, HERE }}] }}\n{PART}"),
        500,
        problems,
    );
    found.extend(names(&["id", "tekst"]));
    assert_eq!(found, said, "an option");

    let mut found = accepted(
        &format!("{HEAD}getallen: [{{ id: g, waarde: 1, bron: B, HERE }}]\n{PART}"),
        500,
        problems,
    );
    found.extend(names(&["id", "waarde", "bron"]));
    let said = keys_of(&first_cells(&table(7, "sleutel van een getal")));
    assert_eq!(found, said, "a number");

    let setting =
        format!("{HEAD}instellingen: [{{ id: i, waarden: [a], gewoon: a, HERE }}]\n{PART}");
    let mut found = accepted(&setting, 500, problems);
    found.extend(names(&["id", "waarden", "gewoon"]));
    let said = keys_of(&first_cells(&table(8, "sleutel van een instelling")));
    assert_eq!(found, said, "a setting");
}

#[test]
fn the_keys_of_a_property_stand_in_the_guide() {
    let claims = keys_of(&first_cells(&table(11, "sleutel")));
    let said = keys_of(&first_cells(&table(11, "sleutel van een eigenschap")));
    let mut found = Names::new();
    let mut all_claims = Names::new();
    for word in candidates() {
        let text = format!("{HEAD}{PART}eigenschappen: [{{ id: e, {word}: [x] }}]\n");
        let none = |problem: &Problem| problem.message.contains("zegt niet wat er moet gelden");
        let unknown = |problem: &Problem| problem.code == Code::UnknownKey;
        let faults = problems(&text);
        if !faults.iter().any(|fault| none(fault) || unknown(fault)) {
            all_claims.insert(word);
        }
    }
    all_claims.remove("id");
    assert_eq!(all_claims, claims, "what can be promised");
    for claim in &claims {
        let text = format!("{HEAD}{PART}eigenschappen: [{{ id: e, {claim}: [x], HERE }}]\n");
        found.extend(accepted(&text, 1, problems));
    }
    found.insert("id".to_owned());
    assert_eq!(found.difference(&claims).cloned().collect::<Names>(), said);
}

#[test]
fn the_keys_of_a_question_stand_in_the_guide() {
    let general = keys_of(&first_cells(&table(3, "sleutel")));
    let kinds = table(3, "`soort`");
    let mut all_found = Names::new();
    assert!(kinds.len() >= 13, "{kinds:?}");
    for row in kinds {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let kind = quoted(cells[0])[0];
        let own_keys = keys(cells[2]);
        let list = "{ id: l, vraag: V, soort: lijst, rij: r, vragen: [{ id: w, vraag: V, soort: ja_nee }] }";
        let text = format!(
            "{HEAD}gebruikt: [personen]\nonderdelen:\n  - {{ id: p, titel: P, gebruik: personen }}\n  - {{ id: d, titel: D, vragen: [{list}, {{ id: q, vraag: V, soort: {kind}, HERE }}] }}\n"
        );
        let mut found = accepted(&text, 500, problems);
        found.extend(names(&["id", "vraag", "soort"]));
        let unknown: Vec<_> = own_keys.difference(&found).collect();
        assert!(
            unknown.is_empty(),
            "`{kind}` does not take {unknown:?}, which the guide says"
        );
        let unsaid: Vec<_> = found
            .iter()
            .filter(|key| !general.contains(*key) && !own_keys.contains(*key))
            .collect();
        assert!(
            unsaid.is_empty(),
            "`{kind}` takes {unsaid:?}, of which the guide says nothing"
        );
        all_found.extend(found);
    }
    let own = keys_of(&first_cells(&table(3, "eigen sleutel")));
    let nowhere: Vec<_> = general
        .union(&own)
        .filter(|key| !all_found.contains(*key))
        .collect();
    assert!(
        nowhere.is_empty(),
        "no kind takes {nowhere:?}, which the guide says"
    );
}

#[test]
fn the_kinds_stand_in_the_guide() {
    let said: Names = table(3, "`soort`")
        .iter()
        .map(|row| quoted(row)[0].to_owned())
        .collect();
    let mut found = Names::new();
    for word in candidates() {
        let text = format!(
            "{HEAD}onderdelen:\n  - {{ id: d, titel: D, vragen: [{{ id: q, vraag: V, soort: {word} }}] }}\n"
        );
        let unknown = |problem: &Problem| problem.message.starts_with("De soort `");
        if !problems(&text).iter().any(unknown) {
            found.insert(word);
        }
    }
    assert_eq!(found, said);
}

#[test]
fn the_keys_of_a_derived_value_stand_in_the_guide() {
    let mut said = keys_of(&first_cells(&table(6, "sleutel")));
    said.extend(keys_of(&first_cells(&table(6, "rekenwijze"))));
    let mut found = accepted(
        &format!("{HEAD}{PART}afgeleid: [{{ id: a, HERE }}]\n"),
        1,
        problems,
    );
    found.insert("id".to_owned());
    assert_eq!(found, said);
}

#[test]
fn the_roles_stand_in_the_guide() {
    let own = section(9);
    let rows: Vec<&str> = own
        .iter()
        .filter(|line| line.starts_with("| `"))
        .map(String::as_str)
        .collect();
    let said: Names = rows
        .iter()
        .flat_map(|row| quoted(row))
        .map(str::to_owned)
        .collect();
    let roles: Names = Role::ALL
        .iter()
        .map(|role| role.name().to_owned())
        .collect();
    assert_eq!(roles, said);
    let options = line(9, "Een **optie**");
    let mut said: Names = quoted(&options)
        .into_iter()
        .filter(|one| !one.contains('.'))
        .map(str::to_owned)
        .collect();
    said.remove("rol");
    let roles: Names = OptionRole::ALL
        .iter()
        .map(|role| role.name().to_owned())
        .collect();
    assert_eq!(roles, said);
    let derived = line(9, "Een **afgeleide**");
    let said: Names = quoted(&derived)
        .into_iter()
        .filter(|one| one.contains('.'))
        .map(str::to_owned)
        .collect();
    let roles: Names = DerivedRole::ALL
        .iter()
        .map(|role| role.name().to_owned())
        .collect();
    assert_eq!(roles, said);
}

/// Every condition that the guide shows can be written.
#[test]
fn the_conditions_of_the_guide_load() {
    let own = section(5);
    let shown: Vec<&str> = own
        .iter()
        .filter(|line| line.starts_with("| `{"))
        .flat_map(|line| quoted(line[1..].split(" | ").next().unwrap()))
        .filter(|one| one.starts_with('{'))
        .collect();
    assert!(shown.len() >= 18, "{shown:?}");
    let list = "id: lijst
versie: 1.0.0
titel: T
bron: B
gebruikt: [personen]
instellingen: [{ id: vt_advies, titel: T, waarden: [verplicht, vrij], gewoon: vrij }]
onderdelen:
  - { id: p, titel: P, gebruik: personen }
  - id: d
    titel: D
    vragen:
      - { id: x, vraag: V, soort: keuze, opties: [{ id: ja, tekst: T }, { id: rood, tekst: T }, { id: blauw, tekst: T }] }
      - { id: m, vraag: V, soort: meerkeuze, opties: [{ id: wapen, tekst: T }, { id: mes, tekst: T }] }
      - { id: g, vraag: V, soort: getal }
      - { id: d1, vraag: V, soort: datum }
      - { id: a, vraag: V, soort: ja_nee }
      - { id: b, vraag: V, soort: ja_nee }
      - { id: met, vraag: V, soort: persoon }
      - { id: afspraken, vraag: V, soort: lijst, rij: r, vragen: [{ id: w, vraag: V, soort: ja_nee }] }
      - { id: situaties, vraag: V, soort: lijst, rij: r, vragen: [{ id: u, vraag: V, soort: ja_nee }] }
      - { id: q, vraag: V, soort: ja_nee, als: HERE }
afgeleid:
  - { id: score, som: [g] }
  - { id: niveau, regels: [{ als: { vraag: a, is: ja }, is: hoog }, { anders: laag }] }
";
    for one in shown {
        let inner = match one.contains("afspraken") {
            true => "{ vraag: w, is: ja }",
            false => "{ vraag: a, is: ja }",
        };
        let condition = one
            .replace("vraag: d,", "vraag: d1,")
            .replace("[ … ]", &format!("[{}]", [inner; 4].join(", ")))
            .replace('…', inner);
        // What names a row must be about one.
        let condition = match condition.contains("noemt") {
            true => format!("{{ een_rij: personen.mensen, geldt: {condition} }}"),
            false => condition,
        };
        let found = problems(&list.replace("HERE", &condition));
        assert!(found.is_empty(), "{one}: {found:?}");
    }
}

#[test]
fn the_keys_of_a_period_stand_in_the_guide() {
    let said = keys_of(&first_cells(&table(13, "sleutel van een termijn")));
    let text = format!(
        "{HEAD}{PART}termijnen: [{{ id: t, titel: T, stil: S, soort: afspraak, vanaf: q, HERE }}]\n"
    );
    let mut found = accepted(&text, 500, problems);
    found.extend(names(&["id", "titel", "stil", "soort", "vanaf"]));
    assert_eq!(found, said);
    let said = keys_of(&first_cells(&table(13, "`soort` van een termijn")));
    let sorts = PeriodSort::ALL.map(PeriodSort::name);
    assert_eq!(said, names(&sorts));
}

#[test]
fn the_keys_of_a_worked_case_stand_in_the_guide() {
    let said = keys_of(&first_cells(&table(10, "sleutel")));
    let mut library = Library::shipped();
    let text = format!("{HEAD}{PART}afgeleid: [{{ id: a, som: [q] }}]\n");
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let read = |text: &str| {
        worked_case::read(&list, text.as_bytes(), "g.yaml")
            .err()
            .unwrap_or_default()
    };
    let mut found = accepted("- { naam: N, datum: 2026-03-01, HERE }", 500, read);
    found.extend(names(&["naam", "datum"]));
    assert_eq!(found, said);
    let said = keys_of(&first_cells(&table(10, "in `verwacht`")));
    let found = accepted(
        "- { naam: N, datum: 2026-03-01, verwacht: { a: { HERE } } }",
        500,
        read,
    );
    assert_eq!(found, said);
}
