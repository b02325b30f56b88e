//! A conversation in plain lines: what a person types, what is kept, and what is said.

use top3::case::Event;
use top3::interview::{Ended, Memory};

use super::{STRAIGHT, Talk};

#[test]
fn the_straight_road_asks_what_belongs_and_ends_with_an_overview() {
    let talk = Talk::new(&format!("{STRAIGHT}klaar\n"));
    assert_eq!(talk.ended, Ended::Finished);
    assert_eq!(talk.answer("wie/p2/leeftijd").as_deref(), Some("6"));
    assert_eq!(
        talk.answer("wie/p1/leeftijd"),
        None,
        "only asked of a child"
    );
    assert_eq!(talk.answer("wanneer").as_deref(), Some("2026-03-01"));
    assert_eq!(talk.answer("ziet").as_deref(), Some("p2"));
    assert_eq!(talk.rows("wie"), (vec!["p1".into(), "p2".into()], true));
    assert_eq!(talk.says("Hoe vaak?"), 0, "depth is offered, not imposed");
    assert_eq!(talk.says("Alles is gevraagd"), 1);
    assert_eq!(talk.logged(&Event::Finished), 1);
}

#[test]
fn the_end_of_the_input_is_a_pause_and_nothing_is_lost() {
    let lines: Vec<&str> = STRAIGHT.lines().collect();
    for stop in 0..lines.len() {
        let typed: String = lines[..stop]
            .iter()
            .map(|line| format!("{line}\n"))
            .collect();
        let talk = Talk::new(&typed);
        assert_eq!(talk.ended, Ended::InputEnded, "after {stop}");
        assert_eq!(talk.logged(&Event::Paused), 1);
        let rest: String = lines[stop..]
            .iter()
            .map(|line| format!("{line}\n"))
            .collect();
        let on = Talk::from(talk.kept, &format!("{rest}klaar\n"));
        assert_eq!(on.ended, Ended::Finished, "after {stop}");
        assert_eq!(
            on.answer("besluit").as_deref(),
            Some("niet"),
            "after {stop}"
        );
    }
}

#[test]
fn a_pause_is_a_word_away_at_every_question() {
    for stop in 0..STRAIGHT.lines().count() {
        let typed: String = STRAIGHT
            .lines()
            .take(stop)
            .map(|line| format!("{line}\n"))
            .collect();
        let talk = Talk::new(&format!("{typed}:pauze\nnee\n"));
        assert_eq!(talk.ended, Ended::Paused, "after {stop}");
    }
}

#[test]
fn danger_shows_who_to_call_is_noted_and_comes_back() {
    let talk = Talk::new("nee\n:gevaar\nmoeder\n");
    assert_eq!(talk.logged(&Event::DangerShown), 1);
    assert!(talk.says("112: Alarmnummer") == 1 && talk.says("0800-2000: Veilig Thuis") == 1);
    assert_eq!(talk.answer("wie/p1/naam").as_deref(), Some("moeder"));
    let bare = Talk::new("gevaar\nnee\n");
    assert_eq!(
        bare.logged(&Event::DangerShown),
        1,
        "no colon is needed where no text is asked"
    );
    assert_eq!(bare.answer("gevaar").as_deref(), Some("nee"));
}

#[test]
fn an_empty_screen_is_noted_and_comes_back_with_a_line() {
    let talk = Talk::new("nee\n:leeg\n\nmoeder\n");
    assert_eq!(
        (talk.logged(&Event::Blanked), talk.logged(&Event::Unblanked)),
        (1, 1)
    );
    assert!(
        talk.said.contains(&"\n".repeat(50)),
        "what stood there is pushed away"
    );
    assert_eq!(talk.answer("wie/p1/naam").as_deref(), Some("moeder"));
}

#[test]
fn a_text_may_hold_any_word_and_a_colon() {
    let talk = Talk::new("nee\ngevaar\nnee\nnee\n::pauze\nmoeder\n");
    assert_eq!(talk.answer("wie/p1/naam").as_deref(), Some("gevaar"));
    assert_eq!(talk.answer("wat").as_deref(), Some(":pauze"));
    let talk = Talk::new("nee\n:bestaat niet\nmoeder\n");
    assert_eq!(
        talk.answer("wie/p1/naam").as_deref(),
        Some("moeder"),
        "an unknown action is no answer"
    );
    let talk = Talk::new("nee\nmoeder\nnee\nnee\nEen.\\\nTwee.\nmoeder\n");
    assert_eq!(talk.answer("wat").as_deref(), Some("Een.\nTwee."));
}

#[test]
fn help_and_why_are_said_and_the_question_stays() {
    let talk = Talk::new("hulp\nwaarom\nopdrachten\nnee\n");
    assert_eq!(talk.says("Denk aan vandaag."), 1);
    assert_eq!(talk.says("Gevaar gaat voor."), 1);
    assert_eq!(talk.says("Bron: Eigen voorbeeld, verzonnen"), 1);
    assert_eq!(talk.says("pauze: stopt voor nu"), 1);
    assert_eq!(talk.answer("gevaar").as_deref(), Some("nee"));
}

#[test]
fn going_back_shows_the_answer_and_enter_leaves_it() {
    let talk = Talk::new("nee\nmoeder\nnee\nterug\n:terug\n\n\nja\nzoon\n");
    assert_eq!(talk.says("Nu staat er: moeder."), 1);
    assert_eq!(talk.rows("wie").0.len(), 2, "and then the road goes on");
    assert_eq!(talk.answer("wie/p1/naam").as_deref(), Some("moeder"));
    assert_eq!(Talk::new("terug\nnee\n").says("Dit is de eerste vraag."), 1);
}

#[test]
fn who_went_back_walks_on_over_what_was_answered_and_who_jumped_is_told_where_it_goes_on() {
    let until = "nee\nmoeder\nnee\nnee\nHij sloeg haar.\n";
    let talk = Talk::new(&format!(
        "{until}:terug\n:terug\nnee\nHij schopte haar.\nmoeder\n"
    ));
    assert_eq!(
        talk.answer("wat").as_deref(),
        Some("Hij schopte haar."),
        "the next question after one that was answered anew, not the first open one: {}",
        talk.said
    );
    assert_eq!(talk.answer("doet").as_deref(), Some("p1"));
    assert_eq!(talk.says("Let op, dit is een andere vraag."), 0);
    let talk = Talk::new(&format!("{until}:naar 1\nnee\nmoeder\n"));
    assert_eq!(talk.says("Let op, dit is een andere vraag."), 1);
    assert_eq!(talk.answer("doet").as_deref(), Some("p1"));
}

/// What was answered about one person is not about another.
#[test]
fn who_chooses_somebody_else_is_told_to_look_at_the_rest() {
    let with = "- { id: zaak, vraag: Wat is het?, soort: tekst }";
    let list = super::list(&super::LIST.replace(
        with,
        "- { id: van, vraag: Van wie?, soort: persoon }\n          - { id: zaak, vraag: Wat is het?, soort: tekst }",
    ));
    let typed = "nee\nmoeder\nnee\nja\nzoon\nja\n6\nnee\nHij sloeg haar.\nmoeder\nzoon\n1-3-2026\nnee\ngeel\nja\nmoeder\nSlaan\n:terug\n:terug\nzoon\n";
    let talk = Talk::of(list, Memory::default(), typed);
    assert_eq!(talk.answer("zaken/z1/van").as_deref(), Some("p2"));
    assert_eq!(talk.answer("zaken/z1/zaak").as_deref(), Some("Slaan"));
    assert_eq!(talk.says("Het gaat nu om een ander."), 1, "{}", talk.said);
}

#[test]
fn an_answer_that_is_changed_opens_and_hides_what_hangs_on_it_and_loses_nothing() {
    let typed = format!("{STRAIGHT}naar 1\nja\n\n:naar 1\nnee\nklaar\n");
    let talk = Talk::new(&typed);
    assert_eq!(talk.ended, Ended::Finished, "{}", talk.said);
    assert_eq!(talk.answer("gevaar").as_deref(), Some("nee"));
    assert_eq!(
        talk.answer("bel").as_deref(),
        Some("gelezen"),
        "kept, and hidden"
    );
    assert_eq!(talk.answer("besluit").as_deref(), Some("niet"));
}

#[test]
fn a_reason_belongs_to_some_answers_and_is_kept_with_them() {
    let until = "nee\nmoeder\nnee\nnee\nHij sloeg haar.\nmoeder\ngeen\n1-3-2026\n";
    let talk = Talk::new(&format!("{until}ja\n"));
    assert_eq!(talk.answer("letsel"), None, "not without its reason");
    let talk = Talk::new(&format!("{until}ja\n\nEen blauwe plek.\n"));
    assert_eq!(talk.answer("letsel").as_deref(), Some("ja"));
    assert_eq!(talk.note("letsel").as_deref(), Some("Een blauwe plek."));
    let talk = Talk::new(&format!("{until}ja\n:terug\nnee\n"));
    assert_eq!(
        talk.answer("letsel").as_deref(),
        Some("nee"),
        "back from the reason is back to the question"
    );
    let talk = Talk::new(&format!("{until}nee\n"));
    assert_eq!(talk.note("letsel"), None);
}

#[test]
fn a_judgement_shows_what_it_rests_on_and_asks_a_fact() {
    let until = "nee\nmoeder\nnee\nnee\nHij sloeg haar.\nmoeder\ngeen\n1-3-2026\nja\nEen plek.\n";
    let talk = Talk::new(&format!("{until}blauw\nEen plek op de arm.\n"));
    assert_eq!(
        talk.says("Was er letsel? ja"),
        2,
        "noted with its question, and beside the judgement"
    );
    assert_eq!(talk.note("kleur").as_deref(), Some("Een plek op de arm."));
    let light = Talk::new(&format!("{until}geel\n"));
    assert_eq!(light.answer("kleur").as_deref(), Some("geel"));
    let unknown = Talk::new(&format!("{until}onbekend\n"));
    assert_eq!(
        unknown.answer("kleur").as_deref(),
        Some("onbekend"),
        "and never the lightest"
    );
}

#[test]
fn a_decision_stands_beside_the_advice_and_leaving_it_asks_a_reason() {
    let until = "nee\nmoeder\nnee\nnee\nHij sloeg haar.\nmoeder\ngeen\n1-3-2026\nja\nEen plek.\ngeel\nnee\n";
    let talk = Talk::new(&format!("{until}niet\nIk overleg eerst.\nklaar\n"));
    assert_eq!(
        talk.says("Het advies is: Iets doen."),
        2,
        "beside the question, and where the reason is asked"
    );
    assert_eq!(talk.says("Waarom: Er was letsel."), 1);
    assert_eq!(talk.note("besluit").as_deref(), Some("Ik overleg eerst."));
    assert_eq!(talk.ended, Ended::Finished);
    let same = Talk::new(&format!("{until}wel\nklaar\n"));
    assert_eq!((same.ended, same.note("besluit")), (Ended::Finished, None));
    let open = Talk::new(
        "nee\nmoeder\nnee\nnee\nHij sloeg.\nmoeder\ngeen\n1-3-2026\nonbekend\ngeel\nnee\nniet\nklaar\n",
    );
    assert_eq!(open.says("Er is nog geen advies"), 1);
    assert_eq!(open.says("Nog niet bekend: Was er letsel?"), 1);
    assert_eq!(open.ended, Ended::Finished);
}

#[test]
fn somebody_can_be_added_in_between() {
    let talk = Talk::new("nee\nmoeder\nnee\nnee\nHij sloeg haar.\n+\nvader\nnee\n2\nmoeder\n");
    assert_eq!(
        talk.rows("wie"),
        (vec!["p1".into(), "p2".into()], true),
        "and the list is whole again"
    );
    assert_eq!(talk.answer("wie/p2/naam").as_deref(), Some("vader"));
    assert_eq!(talk.answer("doet").as_deref(), Some("p2"));
    let full = Talk::new("nee\na\nnee\nja\nb\nnee\nja\nc\nnee\nHij sloeg haar.\n+\n3\n");
    assert_eq!(full.says("Meer past hier niet."), 1);
    assert_eq!(full.answer("doet").as_deref(), Some("p3"));
    let undone = Talk::new("nee\nmoeder\nnee\nnee\nHij sloeg haar.\n+\n:terug\nmoeder\n");
    assert_eq!(
        undone.rows("wie"),
        (vec!["p1".into()], true),
        "nobody was added after all"
    );
    assert_eq!(undone.answer("doet").as_deref(), Some("p1"));
}

#[test]
fn a_list_keeps_to_its_bounds_and_never_gives_a_number_twice() {
    let talk = Talk::new("nee\na\nnee\nja\nb\nnee\n:weg\nja\nja\nc\nnee\nnee\n");
    assert_eq!(talk.rows("wie").0, ["p1", "p3"], "p2 is gone for good");
    assert_eq!(talk.answer("wie/p2/naam"), None);
    let full = Talk::new("nee\na\nnee\nja\nb\nnee\nja\nc\nnee\nHij sloeg haar.\n");
    assert_eq!(
        full.rows("wie"),
        (vec!["p1".into(), "p2".into(), "p3".into()], true),
        "three is all"
    );
    assert_eq!(full.answer("wat").as_deref(), Some("Hij sloeg haar."));
    let short = Talk::new("nee\na\n:weg\nja\n");
    assert_eq!(
        short.rows("wie").0,
        ["p2"],
        "at least one is asked for: the next begins by itself"
    );
    let unknown = Talk::new("nee\na\nnee\nonbekend\nHij sloeg haar.\n");
    assert_eq!(unknown.answer("wie").as_deref(), Some("onbekend"));
}

#[test]
fn vague_words_are_pointed_out_and_never_refused() {
    let talk = Talk::new("nee\nmoeder\nnee\nnee\nHij is vaak agressief.\nmoeder\n");
    assert_eq!(
        talk.answer("wat").as_deref(),
        Some("Hij is vaak agressief.")
    );
    assert!(
        talk.says("U schreef \"agressief\".") == 1 && talk.says("Bijvoorbeeld: Hij schopte") == 1
    );
    assert_eq!(
        talk.answer("doet").as_deref(),
        Some("p1"),
        "and the next question is asked"
    );
}

#[test]
fn what_need_not_be_in_a_case_is_asked_about_before_it_is_kept() {
    let until = "nee\nmoeder\nnee\nnee\n";
    for text in ["Haar bsn is 111222333.", "Zij wonen op 1234 AB."] {
        let asked = Talk::new(&format!("{until}{text}\n"));
        assert_eq!(asked.answer("wat"), None, "{text}");
        let changed = Talk::new(&format!("{until}{text}\nnee\nZij wonen daar.\n"));
        assert_eq!(changed.answer("wat").as_deref(), Some("Zij wonen daar."));
        assert!(
            !changed
                .kept
                .changes
                .iter()
                .any(|change| format!("{change:?}").contains(text)),
            "never on disk"
        );
        let kept = Talk::new(&format!("{until}{text}\nja\n"));
        assert_eq!(
            kept.answer("wat").as_deref(),
            Some(text),
            "the person decides"
        );
    }
    let fine = Talk::new(&format!("{until}Bel Veilig Thuis op 0800-2000 of 112.\n"));
    assert!(fine.answer("wat").is_some());
}

#[test]
fn a_rank_that_clashes_is_pointed_out_and_left_alone() {
    let typed = STRAIGHT.replace("1, 2\n", "2, 1\n");
    let talk = Talk::new(&format!("{typed}klaar\n"));
    assert_eq!(talk.answer("eerst").as_deref(), Some("z2, z1"));
    assert!(
        talk.says("\"Slaan\" staat onder \"Schreeuwen\". Dat mag.") == 1,
        "{}",
        talk.said
    );
    assert_eq!(
        Talk::new(&format!("{STRAIGHT}klaar\n")).says("staat onder"),
        0
    );
}

#[test]
fn depth_is_walked_when_asked_and_may_be_skipped() {
    let until = "nee\nmoeder\nnee\nnee\nHij sloeg haar.\n";
    let talk = Talk::new(&format!("{until}meer\nja\n3\nmoeder\n"));
    assert_eq!(talk.answer("vaker").as_deref(), Some("ja"));
    assert_eq!(
        talk.answer("hoe_vaak").as_deref(),
        Some("3"),
        "what the answer opened, too"
    );
    assert_eq!(
        talk.answer("doet").as_deref(),
        Some("p1"),
        "and then the road goes on"
    );
    let skipped = Talk::new(&format!("{until}meer\n\nmoeder\n"));
    assert_eq!(
        (skipped.answer("vaker"), skipped.answer("doet").as_deref()),
        (None, Some("p1"))
    );
    let row = Talk::new("nee\nmoeder\nnee\nmeer\nlezen\nnee\n");
    assert_eq!(row.answer("wie/p1/hobby").as_deref(), Some("lezen"));
    let none = Talk::new("meer\nnee\n");
    assert_eq!(none.answer("gevaar").as_deref(), Some("nee"));
}

#[test]
fn a_note_and_a_source_stand_beside_an_answer() {
    let talk = Talk::new("notitie\nVolgens de buurvrouw.\nbron\nde buurvrouw\n3\ngisteren\nnee\n");
    let answer = talk.kept_answer("gevaar");
    assert_eq!(answer.note.as_deref(), Some("Volgens de buurvrouw."));
    assert_eq!(answer.source.as_deref(), Some("de buurvrouw"));
    assert_eq!(answer.nature.as_deref(), Some("van_ander"));
    assert_eq!(
        answer.date.map(|day| day.to_string()).as_deref(),
        Some("2026-03-03")
    );
    let later = Talk::new("nee\n:terug\nbron\n\n\n\n");
    let answer = later.kept_answer("gevaar");
    assert_eq!(
        (answer.source, answer.nature, answer.date),
        (None, None, None),
        "ikzelf, vandaag"
    );
    let changed = Talk::new("notitie\nZo gezegd.\nnee\n:terug\nja\n");
    assert_eq!(
        changed.kept_answer("gevaar").note,
        None,
        "it belonged to the other answer"
    );
    assert_eq!(changed.says("hoorde bij uw vorige antwoord"), 1);
}

#[test]
fn every_answer_can_be_found_and_changed_in_the_overview() {
    let talk = Talk::new(&format!(
        "{STRAIGHT}De feiten\nWat gebeurde\nHij schopte haar.\nklaar\n"
    ));
    assert_eq!(talk.ended, Ended::Finished, "{}", talk.said);
    assert_eq!(talk.answer("wat").as_deref(), Some("Hij schopte haar."));
    let unknown = STRAIGHT.replace("geel\n", "onbekend\n");
    let talk = Talk::new(&format!("{unknown}open\nHoe zwaar\ngeel\nklaar\n"));
    assert_eq!(
        (talk.ended, talk.answer("kleur").as_deref()),
        (Ended::Finished, Some("geel"))
    );
    assert_eq!(talk.says("Eén vraag staat nog op onbekend."), 1);
    assert_eq!(talk.says("Er staat niets meer op onbekend."), 1);
    let early = Talk::new("overzicht\nverder\nnee\n");
    assert_eq!(early.answer("gevaar").as_deref(), Some("nee"));
    let lost = Talk::new("naar 99\nnaar 0\nnee\n");
    assert_eq!(
        (
            lost.says("Dit nummer heeft geen vraag."),
            lost.answer("gevaar").as_deref()
        ),
        (2, Some("nee"))
    );
}

#[test]
fn whatever_is_typed_never_breaks_it() {
    let hostile = [
        "",
        " ",
        ":",
        "!",
        "::",
        ":naar",
        ":naar -1",
        ":naar 99999999999999999999",
        "\u{1b}[2J",
        "\u{0}",
        "é",
        "\u{feff}ja",
        "0",
        "-1",
        "1e9",
        "p1, p1",
        ",,,",
        "geen, 1",
        "+",
        "?",
        "nvt",
        "weg",
        "nieuw",
        "klaar",
        "meer",
        "terug",
        "notitie",
    ];
    let mut typed = String::new();
    for word in hostile {
        for other in STRAIGHT.lines() {
            typed.push_str(&format!("{word}\n{other}\n"));
        }
    }
    let talk = Talk::new(&typed);
    assert!(!talk.said.contains('\u{1b}'));
    let long = "x".repeat(600_000);
    let talk = Talk::new(&format!("nee\n{long}\nmoeder\n"));
    assert!(talk.said.len() < 20_000, "it is not echoed");
    let bytes = [b"nee\nca".as_slice(), &[0xE9], b"\nnee\n"].concat();
    let mut kept = Memory::default();
    let list = super::small();
    let mut lines = top3::interview::Lines::new(bytes.as_slice(), Vec::new(), 80);
    super::walk(&list, super::today(), &mut kept, &mut lines);
    assert!(
        format!("{:?}", kept.changes).contains("caé"),
        "an older encoding is read letter by letter"
    );
}

impl Talk {
    fn kept_answer(&self, key: &str) -> top3::answer::Answer {
        use top3::interview::Keeper;
        let found = self
            .kept
            .answers()
            .iter()
            .find(|(known, _)| known.to_string() == key);
        found.map(|(_, answer)| answer.clone()).unwrap()
    }
}

/// Who decided and then answers something else, is asked again: a decision never stands unseen on answers that are gone.
#[test]
fn a_decision_is_asked_again_when_the_advice_turns() {
    let again = "Let op, dit besluit past niet bij het advies";
    let straight = Talk::new(STRAIGHT);
    let (before, _) = straight.said.split_once(". Was er letsel?").unwrap();
    let at = before.rsplit(' ').next().unwrap().to_owned();
    let turned = format!("{STRAIGHT}:naar {at}\nja\nEen blauwe plek.\n");
    let talk = Talk::new(&format!("{turned}wel\nklaar\n"));
    assert_eq!(talk.says(again), 1, "{}", talk.said);
    assert_eq!(talk.answer("besluit").as_deref(), Some("wel"));
    // The same answer once more changes nothing, and is no reason to ask.
    let same = Talk::new(&format!("{STRAIGHT}:naar {at}\nnee\nklaar\n"));
    assert_eq!(same.says(again), 0, "{}", same.said);
    // Who leaves it as it is, gives the reason that then belongs beside it.
    let stays = Talk::new(&format!("{turned}niet\nHet is al gedaan.\nklaar\n"));
    assert_eq!(stays.says(again), 1, "{}", stays.said);
    assert_eq!(stays.answer("besluit").as_deref(), Some("niet"));
}
