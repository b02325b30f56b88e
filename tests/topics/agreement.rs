//! Measures of agreement against tables that others published, to three decimals, and against what other programs make of
//! tables with ratings that are absent. No number here comes from our own code.

use proptest::prelude::*;
use serde_json::Value;
use top3::agreement::{
    Level, Measure, Random, Ratings, Resampled, Undefined, concordance, distance, interval, overlap,
};

type Rows = Vec<Vec<Option<usize>>>;

const MEASURES: [Measure; 7] = [
    Measure::Percentage,
    Measure::Cohen,
    Measure::Fleiss,
    Measure::Ac1,
    Measure::Alpha(Level::Nominal),
    Measure::Alpha(Level::Ordinal),
    Measure::Alpha(Level::Interval),
];

/// Rows of digits from 1, one rater a character; a dot is absent.
fn rows(text: &str) -> Rows {
    let digit = |c: char| c.to_digit(10).and_then(|d| usize::try_from(d).ok());
    text.split_whitespace()
        .map(|row| row.chars().map(|c| digit(c).map(|d| d - 1)).collect())
        .collect()
}

/// The same, with raters in rows.
fn turned(text: &str) -> Rows {
    let raters = rows(text);
    (0..raters[0].len())
        .map(|unit| raters.iter().map(|rater| rater[unit]).collect())
        .collect()
}

/// Rows from how often each category was chosen.
fn counted(counts: &[&[usize]]) -> Rows {
    let row = |counts: &&[usize]| {
        let each = counts.iter().enumerate();
        each.flat_map(|(at, many)| std::iter::repeat_n(Some(at), *many))
            .collect()
    };
    counts.iter().map(row).collect()
}

#[track_caller]
fn gives(ratings: &Ratings, measure: Measure, expected: f64) {
    let got = measure.of(ratings).unwrap();
    assert!(
        (got - expected).abs() < 0.0005,
        "{measure:?}: {got}, not {expected}"
    );
}

/// Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76: 30 patients, 6
/// psychiatrists each; as in R's irr (`diagnoses`) and statsmodels' own test. Kappa is 0.430 there.
#[test]
fn the_psychiatrists_of_fleiss() {
    let table = rows(
        "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 \
         333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555",
    );
    gives(&Ratings::new(5, &table), Measure::Fleiss, 0.430);
}

/// The worked table of ten subjects and fourteen raters that many handbooks use; statsmodels' own test says 0.210.
#[test]
fn fourteen_raters_and_ten_subjects() {
    let table = counted(&[
        &[0, 0, 0, 0, 14],
        &[0, 2, 6, 4, 2],
        &[0, 0, 3, 5, 6],
        &[0, 3, 9, 2, 0],
        &[2, 2, 8, 1, 1],
        &[7, 7, 0, 0, 0],
        &[3, 2, 6, 3, 0],
        &[2, 5, 3, 2, 2],
        &[6, 5, 2, 1, 0],
        &[0, 2, 2, 3, 7],
    ]);
    gives(&Ratings::new(5, &table), Measure::Fleiss, 0.210);
}

/// The table that both Krippendorff and Gwet use: a row a unit, a column a rater.
const FOUR: &str = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.";

/// Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability: four observers, twelve units, ratings absent.
#[test]
fn the_four_observers_of_krippendorff() {
    let table = Ratings::new(5, &rows(FOUR));
    gives(&table, Measure::Alpha(Level::Nominal), 0.743);
    gives(&table, Measure::Alpha(Level::Ordinal), 0.815);
    gives(&table, Measure::Alpha(Level::Interval), 0.849);
}

/// Three coders and fifteen units, as in the tests of Python's krippendorff: nominal 0.691358, interval 0.810845.
#[test]
fn three_coders_of_fifteen_units() {
    let table = Ratings::new(
        4,
        &turned(".....34121133.3 1.213343....... ..21344.21133.4"),
    );
    assert_eq!(table.units(), 15);
    gives(&table, Measure::Alpha(Level::Nominal), 0.691_358);
    gives(&table, Measure::Alpha(Level::Interval), 0.810_845);
}

/// Gwet's table of four raters and twelve units (`cac.raw4raters` of R's irrCAC; the overview of that package gives these
/// numbers): percentage 0.8181818, AC1 0.7754441, Fleiss 0.7611693, Krippendorff 0.7434211.
#[test]
fn the_four_raters_of_gwet() {
    let table = Ratings::new(5, &rows(FOUR));
    gives(&table, Measure::Percentage, 0.818_181_8);
    gives(&table, Measure::Ac1, 0.775_444_1);
    gives(&table, Measure::Fleiss, 0.761_169_3);
    gives(&table, Measure::Alpha(Level::Nominal), 0.743_421_1);
}

/// Two abstractors and a hundred pregnancies (`cont3x3abstractors` of R's irrCAC; its overview gives these numbers).
#[test]
fn two_abstractors_and_cohen() {
    let pairs = [(0, 0, 13), (1, 1, 20), (1, 2, 7), (2, 1, 4), (2, 2, 56)];
    let rows: Rows = pairs
        .iter()
        .flat_map(|(one, other, many)| std::iter::repeat_n(vec![Some(*one), Some(*other)], *many))
        .collect();
    let table = Ratings::new(3, &rows);
    gives(&table, Measure::Percentage, 0.89);
    gives(&table, Measure::Cohen, 0.796_409_4);
    gives(&table, Measure::Ac1, 0.849_330_5);
    gives(&table, Measure::Alpha(Level::Nominal), 0.797_258_5);
}

/// Two rankings with ties, worked by hand with the formula of Sheskin's Handbook of Parametric and Nonparametric Statistical
/// Procedures in a question of Cross Validated (number 261206): 0.22973.
#[test]
fn kendall_with_ties() {
    let rankings = [
        vec![Some(12), Some(2), Some(1), Some(12), Some(2)],
        vec![Some(1), Some(4), Some(7), Some(1), Some(0)],
    ];
    assert!((concordance(&rankings).unwrap() - 0.22973).abs() < 0.0005);
}

/// Four judges and three competitors: one sixteenth (ProofWiki, Kendall's Coefficient of Concordance, Arbitrary Example 1).
#[test]
fn kendall_without_ties() {
    let judges = [[1, 3, 2], [1, 2, 3], [2, 3, 1], [3, 1, 2]];
    let rankings = judges.map(|ranks| ranks.map(Some).to_vec());
    assert!((concordance(&rankings).unwrap() - 0.0625).abs() < 0.0005);
}

fn read() -> Value {
    serde_json::from_str(include_str!("agreement/random.json")).unwrap()
}

fn places(row: &Value) -> Vec<Option<u32>> {
    let each = row.as_array().unwrap().iter();
    each.map(|v| v.as_u64().and_then(|v| u32::try_from(v).ok()))
        .collect()
}

/// What irrCAC, krippendorff and statsmodels make of random tables; the file names their versions.
#[test]
fn random_tables_as_other_programs_see_them() {
    let file = read();
    let tables = file["tables"].as_array().unwrap();
    assert!(tables.len() > 30);
    for one in tables {
        let said: Vec<_> = one["ratings"]
            .as_array()
            .unwrap()
            .iter()
            .map(places)
            .collect();
        // Those programs count the categories that were chosen.
        let mut chosen: Vec<u32> = said.iter().flatten().flatten().copied().collect();
        chosen.sort_unstable();
        chosen.dedup();
        let at = |v: u32| chosen.iter().position(|one| *one == v);
        let rows: Rows = said
            .iter()
            .map(|row| row.iter().map(|v| v.and_then(at)).collect())
            .collect();
        let table = Ratings::new(chosen.len(), &rows);
        let consecutive = chosen.windows(2).all(|pair| pair[1] == pair[0] + 1);
        for (name, measure) in [
            ("percent", Measure::Percentage),
            ("cohen", Measure::Cohen),
            ("fleiss", Measure::Fleiss),
            ("ac1", Measure::Ac1),
            ("irr_alpha", Measure::Alpha(Level::Nominal)),
            ("alpha_nominal", Measure::Alpha(Level::Nominal)),
            ("alpha_ordinal", Measure::Alpha(Level::Ordinal)),
            ("alpha_interval", Measure::Alpha(Level::Interval)),
        ] {
            let Some(expected) = one[name].as_f64() else {
                continue;
            };
            if measure == Measure::Alpha(Level::Interval) && !consecutive {
                continue;
            }
            let got = measure.of(&table).unwrap();
            assert!((got - expected).abs() < 1e-6, "{name} of {one}: {got}");
        }
    }
}

/// What scipy makes of random rankings.
#[test]
fn random_rankings_as_scipy_sees_them() {
    let file = read();
    for one in file["rankings"].as_array().unwrap() {
        let said: Vec<_> = one["rankings"]
            .as_array()
            .unwrap()
            .iter()
            .map(places)
            .collect();
        let got = concordance(&said).unwrap();
        assert!(
            (got - one["w"].as_f64().unwrap()).abs() < 1e-6,
            "{one}: {got}"
        );
        if let Some(expected) = one["distance_first_two"].as_f64() {
            let got = distance(&said[0], &said[1]).unwrap();
            assert!((got - expected).abs() < 1e-6, "{one}: {got}");
        }
    }
}

#[test]
fn what_cannot_be_worked_out_is_no_number() {
    let of = |text: &str| Ratings::new(5, &rows(text));
    for measure in MEASURES {
        assert_eq!(
            measure.of(&of("1. .1 ..")),
            Err(Undefined::TooFew),
            "{measure:?}"
        );
        assert!(measure.of(&Ratings::new(5, &[])).is_err());
        assert!(measure.of(&Ratings::new(0, &[])).is_err());
        if measure != Measure::Percentage {
            assert_eq!(
                measure.of(&of("12")),
                Err(Undefined::OneUnit),
                "{measure:?}"
            );
            assert_eq!(
                measure.of(&of("11 11")),
                Err(Undefined::NoVariation),
                "{measure:?}"
            );
        }
    }
    assert_eq!(Measure::Percentage.of(&of("11 11")), Ok(1.0));
    assert_eq!(Measure::Cohen.of(&of("112 121")), Err(Undefined::NotTwo));
    let ranking = vec![Some(1), Some(2)];
    assert_eq!(
        concordance(std::slice::from_ref(&ranking)),
        Err(Undefined::TooFew)
    );
    assert_eq!(
        concordance(&[vec![Some(1)], vec![Some(1)]]),
        Err(Undefined::OneUnit)
    );
    let together = vec![Some(1), Some(1)];
    assert_eq!(
        concordance(&[together.clone(), together]),
        Err(Undefined::NoVariation)
    );
    assert_eq!(distance(&[Some(1)], &[Some(1)]), Err(Undefined::OneUnit));
}

#[test]
fn the_interval_says_what_was_drawn_and_is_the_same_each_time() {
    let table = Ratings::new(5, &rows(FOUR));
    let one = interval(&table, Measure::Percentage, 1000, 7).unwrap();
    assert_eq!(one.resampled, Resampled::Units);
    assert_eq!(Some(one), interval(&table, Measure::Percentage, 1000, 7));
    assert!(one.low < 0.818 && one.high > 0.818, "{one:?}");
    let unit = Ratings::new(2, &rows("1111112222"));
    let raters = interval(&unit, Measure::Percentage, 1000, 7).unwrap();
    assert_eq!(raters.resampled, Resampled::Raters);
    assert!(raters.low < raters.high, "{raters:?}");
    // Of two units one of which decides, too many drawn tables have no variation.
    assert_eq!(
        interval(&Ratings::new(2, &rows("11 12")), Measure::Fleiss, 1000, 7),
        None
    );
}

#[test]
fn the_first_three_and_the_distance_of_rankings() {
    let one = [Some(1), Some(2), Some(3), None, None];
    let other = [Some(3), None, Some(2), Some(1), None];
    assert_eq!(overlap(&one, &other), 2);
    assert_eq!(overlap(&one, &[None; 5]), 0);
    assert_eq!(distance(&one, &one), Ok(0.0));
    let turned = [Some(3), Some(2), Some(1)];
    assert_eq!(distance(&[Some(1), Some(2), Some(3)], &turned), Ok(1.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// No measure ever gives something that is not a number, and nobody's place in the table matters.
    #[test]
    fn measures_hold_whoever_stands_where(
        said in proptest::collection::vec(proptest::collection::vec(proptest::option::of(0_usize..4), 1..6), 0..8),
        seed in any::<u64>(),
    ) {
        let table = Ratings::new(4, &said);
        let mut random = Random::new(seed);
        let wide = table.raters();
        let mut order: Vec<usize> = (0..wide).collect();
        for at in (1..wide).rev() {
            order.swap(at, random.below(at + 1));
        }
        let moved: Rows = said
            .iter()
            .rev()
            .map(|row| order.iter().map(|at| row.get(*at).copied().flatten()).collect())
            .collect();
        let moved = Ratings::new(4, &moved);
        for measure in MEASURES {
            match (measure.of(&table), measure.of(&moved)) {
                (Ok(one), Ok(other)) => {
                    prop_assert!(one.is_finite() && one <= 1.0 + 1e-9);
                    prop_assert!((one - other).abs() < 1e-9, "{:?}: {} {}", measure, one, other);
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}
