//! Which rule, row or band decides: how often each does, where none does, and where more than one could.

use chrono::NaiveDate;

use super::came::Came;
use super::example::Example;
use super::probe::{HOLDS, Probe};
use super::space::{Id, Space};
use super::unknown::fewest;
use crate::answer::Answers;
use crate::diagram::Node;
use crate::questionnaire::{
    Band, Condition, Derived, DerivedIx, Formula, OptionId, Questionnaire, RuleRow,
};

/// The level where no rule decides.
const GAP: &str = "geen";

/// Which rule, row or band decides.
#[derive(Debug, Default)]
pub struct Decisions {
    /// Every rule, row or band, in order.
    pub rows: Vec<Decides>,
    /// Answers for which none does.
    pub gap: Option<Shown>,
    /// Where two hold that give something else.
    pub overlaps: Vec<Overlap>,
}

/// How often a rule, row or band decides.
#[derive(Debug)]
pub struct Decides {
    /// What it gives.
    pub level: OptionId,
    /// Whether it ever does.
    pub ever: bool,
    /// In how many ways; nothing where that is not counted.
    pub ways: Option<u128>,
}

/// Two rows that hold at once and give something else: the first decides.
#[derive(Debug)]
pub struct Overlap {
    /// The one that decides, counted from zero.
    pub first: usize,
    /// The other.
    pub other: usize,
    /// Where.
    pub shown: Shown,
}

/// Answers for which something is so.
#[derive(Debug)]
pub struct Shown {
    /// In how many ways; nothing where that is not counted.
    pub ways: Option<u128>,
    /// Of how many.
    pub of: Option<u128>,
    /// The fewest answers.
    pub example: Example,
}

/// Which rules, rows or bands of a derived value decide; nothing for one that has none, or where it is too much.
pub(super) fn decisions(
    list: &Questionnaire,
    day: NaiveDate,
    at: DerivedIx,
    scenes: &[Answers],
) -> Option<Decisions> {
    let derived = list.derived(at);
    let mut probe = Probe::new(list);
    let asked = ask(&mut probe, derived)?;
    let mut found = Decisions {
        rows: asked.levels.iter().map(unseen).collect(),
        ..Decisions::default()
    };
    let counted = scenes.len() == 1;
    for scene in scenes {
        let of = asked.each.iter().copied().chain([asked.deciding]);
        let mut space = probe.look(scene, day, of);
        let deciding = *space.of.get(&asked.deciding)?;
        let counts = counted.then(|| space.store.count(deciding, &space.sizes(deciding, false)));
        let counts = counts.flatten();
        for (row, decides) in found.rows.iter_mut().enumerate() {
            let id = space.id(level(&row.to_string()));
            decides.ever |= space.reached(deciding).contains(&id);
            decides.ways = counts
                .as_ref()
                .map(|counts| counts.get(&id).copied().unwrap_or(0));
        }
        if found.gap.is_none() {
            found.gap = gap(&mut space, deciding, &asked, scene, counted);
        }
        for (other, of) in asked.each.iter().enumerate() {
            let Some(holds) = space.of.get(of).copied() else {
                continue;
            };
            overlaps(
                &mut space,
                deciding,
                (other, holds),
                &asked,
                scene,
                counted,
                &mut found,
            );
        }
    }
    Some(found)
}

fn unseen(level: &OptionId) -> Decides {
    Decides {
        level: level.clone(),
        ever: false,
        ways: None,
    }
}

/// What is asked of a derived value.
struct Asked {
    /// Which row decides, by its number.
    deciding: DerivedIx,
    /// Whether each row holds.
    each: Vec<DerivedIx>,
    /// What each row gives.
    levels: Vec<OptionId>,
    /// The rows that come last and always hold: `anders`.
    otherwise: Vec<bool>,
}

fn ask(probe: &mut Probe, derived: &Derived) -> Option<Asked> {
    match &derived.formula {
        Formula::Rules(rows) | Formula::Table(rows) => Some(ask_rules(probe, derived, rows)),
        Formula::Bands { of, rows } => {
            let band = |band: &Band, level: &str| Band {
                level: OptionId::from(level),
                ..band.clone()
            };
            let bands = |rows: Vec<Band>| Formula::Bands { of: *of, rows };
            let each = rows
                .iter()
                .map(|row| probe.formula(derived.when.clone(), bands(vec![band(row, HOLDS)])))
                .collect();
            let named = rows.iter().enumerate();
            let mut all: Vec<Band> = named.map(|(at, row)| band(row, &at.to_string())).collect();
            // Any number there is, after all bands: in none of them.
            all.extend(rows.first().map(|row| Band {
                from: None,
                to: None,
                ..band(row, GAP)
            }));
            Some(Asked {
                deciding: probe.formula(derived.when.clone(), bands(all)),
                each,
                levels: rows.iter().map(|row| row.level.clone()).collect(),
                otherwise: vec![false; rows.len()],
            })
        }
        _ => None,
    }
}

fn ask_rules(probe: &mut Probe, derived: &Derived, rows: &[RuleRow]) -> Asked {
    let always = Condition::Always(true);
    let each = rows
        .iter()
        .map(|row| row.when.clone().unwrap_or_else(|| always.clone()))
        .map(|when| probe.holds(derived.when.clone(), when))
        .collect();
    let named = rows.iter().enumerate();
    let mut all: Vec<(Option<Condition>, String)> = named
        .map(|(at, row)| (row.when.clone(), at.to_string()))
        .collect();
    all.push((None, GAP.to_owned()));
    Asked {
        deciding: probe.first(derived.when.clone(), all),
        each,
        levels: rows.iter().map(|row| row.level.clone()).collect(),
        otherwise: rows.iter().map(|row| row.when.is_none()).collect(),
    }
}

fn level(id: &str) -> Came {
    Came::Level(OptionId::from(id))
}

fn gap(
    space: &mut Space,
    deciding: Node,
    asked: &Asked,
    scene: &Answers,
    counted: bool,
) -> Option<Shown> {
    let gap = space.id(level(GAP));
    let open = asked.otherwise.iter().all(|always| !always);
    if !open || !space.reached(deciding).contains(&gap) {
        return None;
    }
    shown(space, deciding, gap, scene, counted)
}

/// Where something is so: the answers of a diagram that come to this value.
fn shown(space: &Space, node: Node, id: Id, scene: &Answers, counted: bool) -> Option<Shown> {
    let sizes = space.sizes(node, false);
    let ways = counted.then(|| space.store.count(node, &sizes)).flatten();
    let steps = fewest(&space.store, node, |one| one == id)?;
    Some(Shown {
        of: ways.as_ref().map(|ways| ways.values().sum()),
        ways: ways.and_then(|ways| ways.get(&id).copied()),
        example: space.example(&steps, scene),
    })
}

fn overlaps(
    space: &mut Space,
    deciding: Node,
    (other, holds): (usize, Node),
    asked: &Asked,
    scene: &Answers,
    counted: bool,
    found: &mut Decisions,
) {
    if asked.otherwise[other] {
        return;
    }
    let yes = space.id(level(HOLDS));
    let none = space.id(Came::Nothing);
    let before: Vec<(usize, Id)> = (0..other)
        .filter(|first| asked.levels[*first] != asked.levels[other])
        .map(|first| (first, space.id(level(&first.to_string()))))
        .collect();
    let both = space.store.zip(deciding, holds, |first, holds| {
        let first = before.iter().find(|(_, id)| id == first);
        first.filter(|_| *holds == yes).map_or(none, |(_, id)| *id)
    });
    let reached = space.reached(both);
    for (first, id) in before.iter().filter(|(_, id)| reached.contains(id)) {
        let mut known = found.overlaps.iter();
        if known.any(|known| (known.first, known.other) == (*first, other)) {
            continue;
        }
        if let Some(shown) = shown(space, both, *id, scene, counted) {
            found.overlaps.push(Overlap {
                first: *first,
                other,
                shown,
            });
        }
    }
}
