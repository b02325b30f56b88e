//! The report for other programs. Its keys stay: later versions may add some.

use schemars::JsonSchema;
use serde::Serialize;

use super::csv;
use super::told::{Told, by_list};
use crate::agreement::Undefined;
use crate::error::{Error, Result};
use crate::group::{ENOUGH, Hands, Matter, Measured, Moved, Order, Reasons, Spread, Taken};
use crate::text::nl;

/// By what a program knows it.
const SORT: &str = "top3-groep";
/// Changes only when a key means something else.
const FORMAT: u8 = 1;
/// Numbers are cut here.
const PLACES: f64 = 10_000.0;

/// What a group answered.
#[derive(Serialize, JsonSchema)]
pub(super) struct GroupForm<'a> {
    #[schemars(extend("const" = "top3-groep"))]
    soort: &'static str,
    formaat: u8,
    #[schemars(extend("const" = "ja"))]
    fictief: &'static str,
    onderwerpen: Vec<SubjectForm<'a>>,
    overeenstemming: Vec<AgreementForm<'a>>,
}

/// What was said about one case, or in the exercise on terms.
#[derive(Serialize, JsonSchema)]
struct SubjectForm<'a> {
    casus: Option<&'a str>,
    titel: &'a str,
    #[schemars(range(min = 1, max = 2))]
    ronde: u8,
    deelnemers: Vec<RaterForm<'a>>,
    alleen_in_ronde_1: usize,
    alleen_in_ronde_2: usize,
    handen: bool,
    opgestoken: Vec<HandsForm<'a>>,
    vragen: Vec<MatterForm<'a>>,
    volgorde: Option<OrderForm<'a>>,
    verschoven: Vec<MovedForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct RaterForm<'a> {
    wie: &'a str,
    functie: Option<&'a str>,
    samen: bool,
    kende_sleutel: bool,
    klaar: Option<bool>,
}

#[derive(Serialize, JsonSchema)]
struct HandsForm<'a> {
    gevraagd: AskedForm<'a>,
    eerst: Option<Vec<CountForm<'a>>>,
    daarna: Option<Vec<CountForm<'a>>>,
}

/// What was asked, and of which row.
#[derive(Serialize, JsonSchema)]
struct AskedForm<'a> {
    vraag: &'a str,
    rij: Option<&'a str>,
    optie: Option<&'a str>,
    tekst: &'a str,
    over: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct MatterForm<'a> {
    gevraagd: AskedForm<'a>,
    geordend: bool,
    gekozen: Vec<CountForm<'a>>,
    beantwoord: usize,
    niet_ingevuld: usize,
    midden: Vec<&'a str>,
    anders_van_100: Option<usize>,
    stemmen: Vec<VoteForm<'a>>,
    apart: Vec<&'a str>,
    makers: Option<MakersForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct CountForm<'a> {
    antwoord: &'a str,
    tekst: &'a str,
    aantal: usize,
}

#[derive(Serialize, JsonSchema)]
struct VoteForm<'a> {
    wie: Option<&'a str>,
    antwoord: &'a str,
    redenen: &'a [String],
    reden_van_rij: Option<&'a str>,
    reden_van_alles: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct MakersForm<'a> {
    antwoord: &'a str,
    reden: Option<String>,
    zelfde: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct OrderForm<'a> {
    vraag: &'a str,
    tekst: &'a str,
    situaties: Vec<ThingForm<'a>>,
    gegeven: Vec<GivenForm<'a>>,
    kendall_w: Option<f64>,
    afstand: Option<f64>,
    zelfde_van_drie: Option<f64>,
    makers: Option<Vec<&'a str>>,
}

#[derive(Serialize, JsonSchema)]
struct ThingForm<'a> {
    rij: &'a str,
    tekst: &'a str,
    plaatsen: &'a [usize],
}

#[derive(Serialize, JsonSchema)]
struct GivenForm<'a> {
    wie: &'a str,
    volgorde: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct MovedForm<'a> {
    gevraagd: AskedForm<'a>,
    eerst: Vec<CountForm<'a>>,
    daarna: Vec<CountForm<'a>>,
    verschuivingen: Vec<ChangeForm<'a>>,
    minderheid: Vec<HeldForm<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ChangeForm<'a> {
    wie: &'a str,
    van: &'a str,
    naar: &'a str,
    redenen: &'a [String],
    reden_van_rij: Option<&'a str>,
    reden_van_alles: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct HeldForm<'a> {
    wie: &'a str,
    antwoord: &'a str,
    redenen: &'a [String],
    reden_van_rij: Option<&'a str>,
    reden_van_alles: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct AgreementForm<'a> {
    vragenlijst: &'a str,
    vraag: &'a str,
    tekst: String,
    eenheden: usize,
    beoordelaars: usize,
    maten: Vec<MeasureForm>,
}

#[derive(Serialize, JsonSchema)]
struct MeasureForm {
    maat: &'static str,
    waarde: Option<f64>,
    #[schemars(extend("enum" = ["te_weinig", "een_eenheid", "geen_variatie", "niet_twee", null]))]
    waarom_niet: Option<&'static str>,
    laag: Option<f64>,
    hoog: Option<f64>,
}

/// All of it.
///
/// # Errors
/// Only where the program itself is at fault.
pub(super) fn json(told: &[Told<'_>]) -> Result<String> {
    let mut agreement = Vec::new();
    for (list, measured) in by_list(told) {
        agreement.extend(measured.into_iter().map(|one| {
            let Measured {
                asked,
                units,
                raters,
                ..
            } = one;
            AgreementForm {
                vragenlijst: &list.version.id,
                vraag: &list.question(one.question).id.0,
                tekst: asked,
                eenheden: units,
                beoordelaars: raters,
                maten: one.taken.iter().map(measure).collect(),
            }
        }));
    }
    let report = GroupForm {
        soort: SORT,
        formaat: FORMAT,
        fictief: "ja",
        onderwerpen: told.iter().map(subject).collect(),
        overeenstemming: agreement,
    };
    serde_json::to_string_pretty(&report).map_err(|_| {
        let program = &nl().program;
        Error::attention(program.unexpected("groep"), program.unexpected_todo())
    })
}

fn subject<'a>(one: &'a Told<'_>) -> SubjectForm<'a> {
    let raters = one.voices.iter().map(|voice| RaterForm {
        wie: &voice.name,
        functie: voice.function.as_deref(),
        samen: voice.pair,
        kende_sleutel: voice.knew_key,
        klaar: voice.done,
    });
    SubjectForm {
        casus: one.subject.id.as_deref(),
        titel: &one.subject.title,
        ronde: one.round,
        deelnemers: raters.collect(),
        alleen_in_ronde_1: one.other.only_first,
        alleen_in_ronde_2: one.other.only_second,
        handen: one.hands,
        opgestoken: one.other.hands.iter().map(hands).collect(),
        vragen: one
            .spreads
            .iter()
            .map(|spread| matter(one, spread))
            .collect(),
        volgorde: one.order.as_ref().map(|of| order(one, of)),
        verschoven: one.moved.iter().map(moved).collect(),
    }
}

fn hands(one: &Hands) -> HandsForm<'_> {
    let of = |found: &Option<Vec<usize>>| found.as_ref().map(|found| counts(&one.matter, found));
    HandsForm {
        gevraagd: asked(&one.matter),
        eerst: of(&one.before),
        daarna: of(&one.after),
    }
}

fn asked(matter: &Matter) -> AskedForm<'_> {
    AskedForm {
        vraag: &matter.key.question.0,
        rij: matter.key.row.as_ref().map(|row| row.0.as_str()),
        optie: matter.option.as_ref().map(|option| &*option.0),
        tekst: &matter.asked,
        over: matter.about.as_deref(),
    }
}

fn counts<'a>(matter: &'a Matter, counts: &[usize]) -> Vec<CountForm<'a>> {
    let scale = &matter.scale;
    let each = scale.ids.iter().zip(&scale.options).zip(counts);
    each.map(|((id, text), count)| CountForm {
        antwoord: id,
        tekst: text,
        aantal: *count,
    })
    .collect()
}

fn matter<'a>(one: &'a Told<'_>, spread: &'a Spread) -> MatterForm<'a> {
    let ids = &spread.matter.scale.ids;
    let who = |at: Option<usize>| {
        let voice = one.voices.get(at?);
        voice.map(|voice| voice.name.as_str())
    };
    let median = spread.median().map_or_else(Vec::new, |(low, high)| {
        let mut both = vec![ids[low].as_str(), ids[high].as_str()];
        both.dedup();
        both
    });
    let votes = spread.votes.iter().map(|vote| VoteForm {
        wie: who(vote.who),
        antwoord: &ids[vote.at],
        redenen: &vote.reasons.own,
        reden_van_rij: of_row(&vote.reasons),
        reden_van_alles: vote.reasons.of_all.as_deref(),
    });
    // A number about one or two people would be their mark.
    let makers = one.against(spread).map(|beside| MakersForm {
        antwoord: &ids[beside.key],
        reden: beside.reason,
        zelfde: (beside.answered >= ENOUGH).then_some(beside.same),
    });
    MatterForm {
        gevraagd: asked(&spread.matter),
        geordend: spread.matter.scale.ordered,
        gekozen: counts(&spread.matter, &spread.counts),
        beantwoord: spread.answered(),
        niet_ingevuld: spread.silent,
        midden: median,
        anders_van_100: spread.differing(),
        stemmen: votes.collect(),
        apart: spread
            .apart()
            .into_iter()
            .filter_map(|vote| who(vote.who))
            .collect(),
        makers,
    }
}

fn order<'a>(one: &'a Told<'_>, order: &'a Order) -> OrderForm<'a> {
    let things = order.things.iter().zip(&order.places);
    let given = order.given.iter().filter_map(|(who, rows)| {
        Some(GivenForm {
            wie: &one.voices.get(*who)?.name,
            volgorde: rows.iter().map(|row| row.0.as_str()).collect(),
        })
    });
    OrderForm {
        vraag: &one.subject.list.question(order.question).id.0,
        tekst: &order.asked,
        situaties: things
            .map(|((row, text), places)| ThingForm {
                rij: &row.0,
                tekst: text,
                plaatsen: places,
            })
            .collect(),
        gegeven: given.collect(),
        kendall_w: order.w.and_then(std::result::Result::ok).map(cut),
        afstand: order.distance.map(cut),
        zelfde_van_drie: order.overlap.map(cut),
        makers: order
            .key
            .as_ref()
            .map(|rows| rows.iter().map(|row| row.0.as_str()).collect()),
    }
}

fn moved(one: &Moved) -> MovedForm<'_> {
    let ids = &one.matter.scale.ids;
    let changes = one.changes.iter().map(|change| ChangeForm {
        wie: &change.who,
        van: &ids[change.from],
        naar: &ids[change.to],
        redenen: &change.reasons.own,
        reden_van_rij: of_row(&change.reasons),
        reden_van_alles: change.reasons.of_all.as_deref(),
    });
    let held = one.held.iter().map(|(who, at, reasons)| HeldForm {
        wie: who,
        antwoord: &ids[*at],
        redenen: &reasons.own,
        reden_van_rij: of_row(reasons),
        reden_van_alles: reasons.of_all.as_deref(),
    });
    MovedForm {
        gevraagd: asked(&one.matter),
        eerst: counts(&one.matter, &one.before),
        daarna: counts(&one.matter, &one.after),
        verschuivingen: changes.collect(),
        minderheid: held.collect(),
    }
}

fn measure(taken: &Taken) -> MeasureForm {
    let why = |why: Undefined| match why {
        Undefined::TooFew => "te_weinig",
        Undefined::OneUnit => "een_eenheid",
        Undefined::NoVariation => "geen_variatie",
        Undefined::NotTwo => "niet_twee",
    };
    MeasureForm {
        maat: csv::name(taken.measure),
        waarde: taken.value.ok().map(cut),
        waarom_niet: taken.value.err().map(why),
        laag: taken.interval.map(|one| cut(one.low)),
        hoog: taken.interval.map(|one| cut(one.high)),
    }
}

fn of_row(reasons: &Reasons) -> Option<&str> {
    reasons.of_row.as_ref().map(|one| one.said.as_str())
}

fn cut(number: f64) -> f64 {
    (number * PLACES).round() / PLACES
}
