//! Every question and every line is in the picture, in every format: counted here from the checked list in another way than
//! the picture does, by the places that stand in what Rust prints of a condition or formula.

use std::collections::BTreeSet;
use std::fmt::Debug;

use top3::picture::{self, EdgeKind, NodeKind, Picture};
use top3::questionnaire::{Kind, Questionnaire};

use super::lists;
use crate::support::xml::elements;

type Line = (EdgeKind, String, String);

/// The places of questions, or of derived values, that are named in anything.
fn places(of: &impl Debug, name: &str) -> BTreeSet<usize> {
    let printed = format!("{of:?}");
    let start = format!("{name}(");
    let found = printed.split(&start).skip(1);
    found
        .map(|after| after.split(')').next().unwrap().parse().unwrap())
        .collect()
}

fn expected(list: &Questionnaire) -> BTreeSet<Line> {
    let mut all = BTreeSet::new();
    let id = |at: usize| list.questions[at].id.to_string();
    let mut from = |what: &dyn Fn() -> (BTreeSet<usize>, BTreeSet<usize>),
                    questions: EdgeKind,
                    derived: EdgeKind,
                    to: &str| {
        let (of_questions, of_derived) = what();
        for at in of_questions {
            all.insert((questions, id(at), to.to_owned()));
        }
        for at in of_derived {
            all.insert((derived, list.derived[at].id.clone(), to.to_owned()));
        }
    };
    fn both(of: &impl Debug) -> (BTreeSet<usize>, BTreeSet<usize>) {
        (places(of, "QuestionIx"), places(of, "DerivedIx"))
    }
    for part in &list.parts {
        from(
            &|| both(&part.when),
            EdgeKind::Asked,
            EdgeKind::Asked,
            &part.id,
        );
    }
    for question in &list.questions {
        let to = &question.id.0;
        from(
            &|| both(&question.when),
            EdgeKind::Asked,
            EdgeKind::Asked,
            to,
        );
        from(&|| both(&question.parent), EdgeKind::Row, EdgeKind::Row, to);
        from(
            &|| both(&question.advice),
            EdgeKind::Advises,
            EdgeKind::Advises,
            to,
        );
        match &question.kind {
            Kind::Judgement { rests_on, .. } => {
                from(&|| both(rests_on), EdgeKind::Beside, EdgeKind::Beside, to);
            }
            Kind::Row { list, .. } => {
                from(&|| both(list), EdgeKind::RowsOf, EdgeKind::RowsOf, to);
            }
            Kind::Ranking {
                list,
                first,
                weighs,
                ..
            } => {
                for weight in weighs {
                    let also = weight.also.as_ref().map(|also| also.question);
                    let by = || both(&(weight.question, also));
                    from(&by, EdgeKind::Weighs, EdgeKind::Weighs, to);
                }
                from(&|| both(list), EdgeKind::RowsOf, EdgeKind::RowsOf, to);
                from(&|| both(first), EdgeKind::First, EdgeKind::First, to);
            }
            _ => {}
        }
    }
    for derived in &list.derived {
        let to = &derived.id;
        from(
            &|| both(&derived.when),
            EdgeKind::Applies,
            EdgeKind::Applies,
            to,
        );
        from(
            &|| both(&derived.formula),
            EdgeKind::Counts,
            EdgeKind::Feeds,
            to,
        );
    }
    for (at, rule) in list.not_applicable.iter().enumerate() {
        let to = format!("geen uitkomst {}", at + 1);
        from(&|| both(&rule.when), EdgeKind::Stops, EdgeKind::Stops, &to);
    }
    for derived in &list.derived {
        for level in &derived.levels {
            let to = format!("{}/{}", derived.id, level.id);
            all.insert((EdgeKind::Level, derived.id.clone(), to));
        }
    }
    let mut order = Vec::new();
    for part in &list.parts {
        order.push(part.id.clone());
        order.extend(part.questions.iter().map(|at| id(at.0)));
    }
    for pair in order.windows(2) {
        all.insert((EdgeKind::Next, pair[0].clone(), pair[1].clone()));
    }
    all
}

#[test]
fn every_question_and_every_line_is_in_the_picture() {
    let mut lines = 0;
    for list in lists() {
        let picture = Picture::of(&list);
        let id = |at: usize| picture.nodes[at].id.clone();
        let found: Vec<Line> = picture
            .edges
            .iter()
            .map(|edge| (edge.kind, id(edge.from), id(edge.to)))
            .collect();
        let unique: BTreeSet<Line> = found.iter().cloned().collect();
        assert_eq!(found.len(), unique.len(), "a line twice");
        assert_eq!(unique, expected(&list), "{}", list.version.id);
        lines += found.len();

        let levels: usize = list
            .derived
            .iter()
            .map(|derived| derived.levels.len())
            .sum();
        let boxes = list.parts.len()
            + list.questions.len()
            + list.derived.len()
            + list.not_applicable.len()
            + levels;
        assert_eq!(picture.nodes.len(), boxes, "{}", list.version.id);
        let asked = picture.nodes.iter().filter(|node| {
            !matches!(
                node.kind,
                NodeKind::Part
                    | NodeKind::Number
                    | NodeKind::Outcome
                    | NodeKind::Level
                    | NodeKind::NoOutcome
            )
        });
        let asked: BTreeSet<&str> = asked.map(|node| node.id.as_str()).collect();
        let questions: BTreeSet<&str> = list.questions.iter().map(|one| &*one.id.0).collect();
        assert_eq!(asked, questions);
    }
    // Were a condition no longer printed with places in it, all of this would pass with nothing.
    assert!(lines > 1500, "{lines}");
}

/// `n3 … n5` at both ends of a line of Mermaid or DOT.
fn ends(line: &str) -> Option<(usize, usize)> {
    let number = |word: &str| word.trim_end_matches(';').strip_prefix('n')?.parse().ok();
    let from = number(line.split_whitespace().next()?)?;
    let to = line.split_whitespace().rev().find_map(number)?;
    Some((from, to))
}

#[test]
fn every_format_has_every_box_and_every_line() {
    for list in lists() {
        let picture = Picture::of(&list);
        let id = &list.version.id;
        let mut lines: Vec<(usize, usize)> = picture
            .edges
            .iter()
            .map(|edge| (edge.from, edge.to))
            .collect();
        lines.sort_unstable();

        let mermaid = picture::mermaid(&picture);
        let mut found: Vec<_> = mermaid
            .lines()
            .filter(|line| {
                ["==>", "-->", "-.->"]
                    .iter()
                    .any(|arrow| line.contains(arrow))
            })
            .map(|line| ends(line).unwrap())
            .collect();
        found.sort_unstable();
        assert_eq!(found, lines, "{id} as Mermaid");
        let boxes = mermaid.lines().filter(|line| {
            line.contains("\":::")
                || line.contains("]:::")
                || line.contains("):::")
                || line.contains("}:::")
        });
        assert_eq!(boxes.count(), picture.nodes.len(), "{id} as Mermaid");

        let dot = picture::dot(&picture);
        let mut found: Vec<_> = dot
            .lines()
            .filter(|line| line.contains(" -> ") && !line.contains("style=invis"))
            .map(|line| ends(line.split(" [").next().unwrap()).unwrap())
            .collect();
        found.sort_unstable();
        assert_eq!(found, lines, "{id} as DOT");
        let boxes = dot.lines().filter(|line| line.contains(" [shape="));
        assert_eq!(boxes.count(), picture.nodes.len(), "{id} as DOT");

        let svg = elements(&picture::svg(&picture));
        let mut found: Vec<(&str, &str)> = svg
            .iter()
            .filter(|one| one.attributes.contains_key("data-van"))
            .map(|one| {
                (
                    one.attributes["data-van"].as_str(),
                    one.attributes["data-naar"].as_str(),
                )
            })
            .collect();
        let name = |at: usize| picture.nodes[at].id.as_str();
        let mut named: Vec<_> = lines
            .iter()
            .map(|(from, to)| (name(*from), name(*to)))
            .collect();
        found.sort_unstable();
        named.sort_unstable();
        assert_eq!(found, named, "{id} as SVG");
        let boxes = svg
            .iter()
            .filter(|one| one.attributes.contains_key("data-id"));
        assert_eq!(boxes.count(), picture.nodes.len(), "{id} as SVG");
    }
}

#[test]
fn a_condition_stands_along_its_line_and_in_its_box() {
    let list = super::proef();
    let picture = Picture::of(&list);
    let at = |id: &str| picture.nodes.iter().position(|node| node.id == id).unwrap();
    let line = |from: &str, to: &str, kind: EdgeKind| {
        let found = picture
            .edges
            .iter()
            .find(|edge| (edge.from, edge.to, edge.kind) == (at(from), at(to), kind));
        found.unwrap().label.clone()
    };
    assert_eq!(
        line("plek", "radar", EdgeKind::Asked).as_deref(),
        Some("plek is park")
    );
    assert_eq!(
        line("plek", "sfeer", EdgeKind::Asked).as_deref(),
        Some("niet (plek is zaal)")
    );
    assert_eq!(
        line("drukte", "drukte/druk", EdgeKind::Level).as_deref(),
        Some("vanaf 4, onder veel_werk (8; vanaf 1 januari 2027: 10)")
    );
    assert_eq!(
        line("advies", "advies/hulp_zoeken", EdgeKind::Level).as_deref(),
        Some("regels 1, 2, 3")
    );
    assert_eq!(line("taken/uren", "werk", EdgeKind::Counts), None);
    assert_eq!(
        picture.nodes[at("niet_verklappen")].when.as_deref(),
        Some("mogelijk (geheim is nee)")
    );
}
