//! The standings against every completion of the ratings and every order that each allows.

use proptest::prelude::*;
use top3::engine::{Among, View, standings};

use super::{answers, load, today};

/// The weights of a point.
const WEIGHTS: i64 = 3;
/// So many ratings at most are missing or disputed: each triples the completions.
const MOST_OPEN: usize = 5;

/// A table of ratings: what each point of each row can be; the first point is the flag.
#[derive(Clone, Debug)]
struct Table {
    places: usize,
    points: usize,
    rows: Vec<Vec<Rating>>,
    /// So many rows may still come.
    more: usize,
}

#[derive(Clone, Debug)]
struct Rating {
    own: Option<i64>,
    others: Vec<i64>,
}

impl Rating {
    /// All that it can be, out of so many.
    fn can_be(&self, weights: i64) -> Vec<i64> {
        match self.own {
            None => (0..weights).collect(),
            Some(own) => {
                let mut all = self.others.clone();
                all.push(own);
                all.sort_unstable();
                all.dedup();
                all
            }
        }
    }
}

fn tables() -> impl Strategy<Value = Table> {
    let cell = (
        0..10u8,
        0..WEIGHTS,
        proptest::collection::vec(0..WEIGHTS, 0..3),
    );
    let row = proptest::collection::vec(cell, 4);
    (
        1..4usize,
        1..=3usize,
        proptest::collection::vec(row, 1..=6),
        0..5u8,
    )
        .prop_map(|(places, points, rows, more)| {
            let mut open = 0;
            let mut rating = |at: usize, (kind, own, others): (u8, i64, Vec<i64>)| {
                // A flag has two weights, and only its own.
                let own = if at == 0 { own % 2 } else { own };
                let special = kind >= 6 && open < MOST_OPEN;
                open += usize::from(special);
                match (special, kind) {
                    (true, 6 | 7) => Rating {
                        own: None,
                        others: vec![],
                    },
                    (true, _) if at > 0 => Rating {
                        own: Some(own),
                        others,
                    },
                    _ => Rating {
                        own: Some(own),
                        others: vec![],
                    },
                }
            };
            let rows: Vec<Vec<Rating>> = rows
                .into_iter()
                .map(|row| {
                    let cells = row.into_iter().take(points + 1).enumerate();
                    cells.map(|(at, cell)| rating(at, cell)).collect()
                })
                .collect();
            let more = usize::from(more == 0 && rows.len() < 6);
            Table {
                places,
                points,
                rows,
                more,
            }
        })
}

impl Table {
    fn list(&self) -> String {
        let point = |prefix: &str, at: usize| match at {
            1 => format!("{{ id: {prefix}1, vraag: V, soort: schaal, van: 0, tot: 2 }}"),
            2 => format!(
                "{{ id: {prefix}2, vraag: V, soort: keuze, opties: [{{ id: o0, tekst: T }}, {{ id: o1, tekst: T }}, {{ id: o2, tekst: T }}] }}"
            ),
            _ => format!(
                "{{ id: {prefix}3, vraag: V, soort: oordeel, opties: [{{ id: o0, tekst: T }}, {{ id: o1, tekst: T }}, {{ id: o2, tekst: T }}] }}"
            ),
        };
        let points = |prefix: &str| {
            let all = (1..=self.points).map(|at| point(prefix, at));
            all.collect::<Vec<_>>().join(", ")
        };
        let weighs: Vec<String> = (1..=self.points)
            .map(|at| format!("{{ vraag: k{at}, ook: ander/a{at} }}"))
            .collect();
        format!(
            "id: lijst\nversie: 1.0.0\ntitel: T\nbron: B\nonderdelen:\n  - id: d\n    titel: D\n    vragen:\n\
             \x20     - {{ id: zaken, vraag: V, soort: lijst, nummer: s, hoogstens: {most}, vragen: [{{ id: vlag, vraag: V, soort: ja_nee }}, {own}] }}\n\
             \x20     - {{ id: ander, vraag: V, soort: lijst, nummer: w, vragen: [{{ id: over, vraag: V, soort: verwijzing, rijen_van: zaken }}, {others}] }}\n\
             \x20     - {{ id: eerst, vraag: V, soort: rangorde, rijen_van: zaken, hoogstens: {places}, eerst: {{ als: {{ vraag: vlag, is: ja }}, tekst: T }}, weegt_op: [{weighs}] }}\n",
            most = self.rows.len() + self.more,
            own = points("k"),
            others = points("a"),
            places = self.places,
            weighs = weighs.join(", "),
        )
    }

    fn answers(&self) -> String {
        let written = |at: usize, weight: i64| match at {
            0 => ["nee", "ja"][usize::try_from(weight).unwrap()].to_owned(),
            1 => weight.to_string(),
            _ => format!("o{weight}"),
        };
        let name = |at: usize| match at {
            0 => "vlag".to_owned(),
            at => format!("k{at}"),
        };
        let mut rows = Vec::new();
        let mut others = Vec::new();
        for (row, ratings) in self.rows.iter().enumerate() {
            let mut cells = vec![format!("id: s{row}")];
            for (at, rating) in ratings.iter().enumerate() {
                match rating.own {
                    Some(own) => cells.push(format!("{}: {}", name(at), written(at, own))),
                    // Said to be unknown, and never asked: the same.
                    None if (row + at).is_multiple_of(2) => {
                        cells.push(format!("{}: onbekend", name(at)));
                    }
                    None => {}
                }
                for other in &rating.others {
                    others.push(format!(
                        "{{ id: w{}, over: s{row}, a{at}: {} }}",
                        others.len(),
                        written(at, *other)
                    ));
                }
            }
            rows.push(format!("{{ {} }}", cells.join(", ")));
        }
        let complete = if self.more == 0 { "ja" } else { "nee" };
        format!(
            "zaken: {{ rijen: [{}], volledig: {complete} }}\nander: [{}]\n",
            rows.join(", "),
            others.join(", ")
        )
    }

    /// For each row its first and last place in all orders that all completions allow.
    fn places(&self) -> Vec<(usize, usize)> {
        let mut places = vec![(usize::MAX, 0); self.rows.len()];
        for more in 0..=self.more {
            let free = Rating {
                own: None,
                others: vec![],
            };
            let mut rows = self.rows.clone();
            rows.extend((0..more).map(|_| vec![free.clone(); self.points + 1]));
            let cells = rows.iter().flat_map(|row| {
                let weights = |at| if at == 0 { 2 } else { WEIGHTS };
                row.iter()
                    .enumerate()
                    .map(move |(at, cell)| cell.can_be(weights(at)))
            });
            let cells: Vec<Vec<i64>> = cells.collect();
            let mut at = vec![0; cells.len()];
            loop {
                let weights: Vec<i64> = cells.iter().zip(&at).map(|(cell, at)| cell[*at]).collect();
                let rows: Vec<&[i64]> = weights.chunks(self.points + 1).collect();
                each_order(&rows, &mut places);
                let Some(next) = (0..at.len()).find(|cell| at[*cell] + 1 < cells[*cell].len())
                else {
                    break;
                };
                at[next] += 1;
                at[..next].fill(0);
            }
        }
        places
    }
}

/// Whether the first goes before the second, in the words of the guide.
fn goes_before(one: &[i64], other: &[i64]) -> bool {
    match one[0] - other[0] {
        0 => {
            let lighter = one[1..].iter().zip(&other[1..]).any(|(a, b)| a < b);
            let heavier = one[1..].iter().zip(&other[1..]).any(|(a, b)| a > b);
            heavier && !lighter
        }
        flag => flag > 0,
    }
}

/// Every order in which nobody stands before who goes before them: which rows can stand at which place.
fn each_order(rows: &[&[i64]], places: &mut [(usize, usize)]) {
    let mut reached = vec![false; 1 << rows.len()];
    reached[0] = true;
    for stand in 0..reached.len() {
        if !reached[stand] {
            continue;
        }
        for next in (0..rows.len()).filter(|row| stand & (1 << row) == 0) {
            let waits = (0..rows.len()).any(|row| {
                stand & (1 << row) == 0 && row != next && goes_before(rows[row], rows[next])
            });
            if waits {
                continue;
            }
            reached[stand | (1 << next)] = true;
            let place = stand.count_ones() as usize + 1;
            if let Some((first, last)) = places.get_mut(next) {
                *first = place.min(*first);
                *last = place.max(*last);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_standings_are_what_every_completion_and_every_order_say(table in tables()) {
        let list = load(&table.list());
        let given = answers(&list, &table.answers());
        let view = View::new(&list, &given, today());
        let all = standings(&view);
        prop_assert_eq!(all.len(), 1);
        prop_assert!(all[0].exact);
        for (standing, (first, last)) in all[0].rows.iter().zip(table.places()) {
            prop_assert_eq!(standing.first, first, "{}", table.answers());
            prop_assert_eq!(standing.last, Some(last), "{}", table.answers());
            let among = if last <= table.places {
                Among::Certain
            } else if first > table.places {
                Among::Not
            } else {
                Among::Possible
            };
            prop_assert_eq!(standing.among, among, "{}", table.answers());
            let idle = standing.open.is_empty() && standing.disputed.is_empty();
            prop_assert!(among == Among::Possible || idle);
        }
    }
}
